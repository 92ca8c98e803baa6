/** The studio's page: where processes, forms and papers are made. Each editor is fetched when it is opened. */
import { lazy } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { mountApp } from '../ui/mount-app.tsx';
import { RequireSession } from '../ui/session/RequireSession.tsx';
import { AppShell } from '../ui/shell/AppShell.tsx';
import { designerWords } from './i18n/words.ts';
import { StudioHome } from './StudioHome.tsx';
import { StudioScreen } from './StudioScreen.tsx';

const ProcessList = lazy(async () => ({ default: (await import('./process/ProcessList.tsx')).ProcessList }));
const ProcessEditor = lazy(async () => ({
  default: (await import('./process/ProcessEditor.tsx')).ProcessEditor,
}));
const MigrationPage = lazy(async () => ({
  default: (await import('./process/migration/MigrationPage.tsx')).MigrationPage,
}));
const ProcedurePage = lazy(async () => ({
  default: (await import('./procedures/ProcedurePage.tsx')).ProcedurePage,
}));
const ConfigurationPage = lazy(async () => ({
  default: (await import('./configuration/ConfigurationPage.tsx')).ConfigurationPage,
}));
const LawPage = lazy(async () => ({ default: (await import('./law/LawPage.tsx')).LawPage }));
const FormList = lazy(async () => ({ default: (await import('./forms/FormList.tsx')).FormList }));
const FormEditor = lazy(async () => ({ default: (await import('./forms/FormEditor.tsx')).FormEditor }));
const TemplateList = lazy(async () => ({
  default: (await import('./templates/TemplateList.tsx')).TemplateList,
}));
const TemplateEditor = lazy(async () => ({
  default: (await import('./templates/TemplateEditor.tsx')).TemplateEditor,
}));

function Studio() {
  return (
    <RequireSession>
      <AppShell room="designer">
        <StudioScreen>
          <Routes>
            <Route path="/thiet-ke" element={<StudioHome />} />
            <Route path="/thiet-ke/quy-trinh" element={<ProcessList />} />
            <Route path="/thiet-ke/quy-trinh/:procedure/:version" element={<ProcessEditor />} />
            <Route path="/thiet-ke/quy-trinh/:procedure/:version/chuyen-ho-so" element={<MigrationPage />} />
            <Route path="/thiet-ke/thu-tuc/:code" element={<ProcedurePage />} />
            <Route path="/thiet-ke/kiem-tra" element={<ConfigurationPage />} />
            <Route path="/thiet-ke/van-ban-phap-luat" element={<LawPage />} />
            <Route path="/thiet-ke/bieu-mau" element={<FormList />} />
            <Route path="/thiet-ke/bieu-mau/:key" element={<FormEditor />} />
            <Route path="/thiet-ke/mau-van-ban" element={<TemplateList />} />
            <Route path="/thiet-ke/mau-van-ban/:key" element={<TemplateEditor />} />
            <Route path="*" element={<Navigate to="/thiet-ke" replace />} />
          </Routes>
        </StudioScreen>
      </AppShell>
    </RequireSession>
  );
}

void mountApp(
  designerWords,
  <BrowserRouter>
    <Studio />
  </BrowserRouter>,
);
