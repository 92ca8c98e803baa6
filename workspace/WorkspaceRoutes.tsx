/** The addresses of the workspace. Each screen is fetched when somebody goes there. */
import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { RequireSession } from '../ui/session/RequireSession.tsx';
import { PublicFrame } from './portal/PublicFrame.tsx';

const AppShell = lazy(() => import('../ui/shell/AppShell.tsx'));
const RequireAbility = lazy(() => import('../ui/session/RequireAbility.tsx'));
const PortalPage = lazy(() => import('./portal/PortalPage.tsx'));
const LookupPage = lazy(() => import('./portal/LookupPage.tsx'));
const CheckPaperPage = lazy(() => import('./portal/CheckPaperPage.tsx'));
const SubmitPage = lazy(() => import('./intake/SubmitPage.tsx'));
const SignInPage = lazy(() => import('./session/SignInPage.tsx'));
const DeskPage = lazy(() => import('./desk/DeskPage.tsx'));
const TaskPage = lazy(() => import('./task/TaskPage.tsx'));
const ToSignPage = lazy(() => import('./documents/ToSignPage.tsx'));
const DossierPage = lazy(() => import('./dossier/DossierPage.tsx'));
const DossierListPage = lazy(() => import('./dossiers/DossierListPage.tsx'));
const IntakePage = lazy(() => import('./intake/IntakePage.tsx'));
const SupplementPage = lazy(() => import('./supplement/SupplementPage.tsx'));
const ReportsPage = lazy(() => import('./reports/ReportsPage.tsx'));
const CalendarPage = lazy(() => import('./calendar/CalendarPage.tsx'));
const HeldDossiersPage = lazy(() => import('./incidents/HeldDossiersPage.tsx'));
const AdminPage = lazy(() => import('./admin/AdminPage.tsx'));
const NotFoundPage = lazy(() => import('./portal/NotFoundPage.tsx'));

export function WorkspaceRoutes() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/" element={open(<PortalPage />)} />
        <Route path="/tra-cuu" element={<Navigate to="/" replace />} />
        <Route path="/tra-cuu/:code" element={open(<LookupPage />)} />
        <Route path="/tra-cuu/:code/:paper" element={open(<CheckPaperPage />)} />
        <Route path="/dang-nhap" element={open(<SignInPage />)} />
        <Route path="/nop-ho-so/:procedure" element={open(<SubmitPage />, { forSignedIn: true })} />
        <Route path="/ban-lam-viec" element={desk(<DeskPage />, ['desk'])} />
        <Route path="/cong-viec/:id" element={desk(<TaskPage />, ['desk'])} />
        <Route path="/trinh-ky" element={desk(<ToSignPage />, ['sign'])} />
        <Route path="/ho-so" element={desk(<DossierListPage />)} />
        <Route path="/ho-so/:code" element={desk(<DossierPage />)} />
        <Route path="/ho-so/:code/bo-sung" element={desk(<SupplementPage />)} />
        <Route path="/tiep-nhan" element={desk(<IntakePage />, ['counter'])} />
        <Route path="/thong-ke" element={desk(<ReportsPage />, ['reports'])} />
        <Route path="/lich-lam-viec" element={desk(<CalendarPage />, ['calendar'])} />
        <Route path="/quy-trinh-vuong" element={desk(<HeldDossiersPage />, ['incidents'])} />
        <Route path="/quan-tri" element={desk(<AdminPage />, ['admin'])} />
        <Route path="*" element={open(<NotFoundPage />)} />
      </Routes>
    </BrowserRouter>
  );
}

const fetched = (page: ReactNode) => (
  <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>{page}</Suspense>
);

const open = (page: ReactNode, { forSignedIn = false } = {}) => (
  <PublicFrame>{forSignedIn ? <RequireSession>{fetched(page)}</RequireSession> : fetched(page)}</PublicFrame>
);

/** @param abilities any of them opens the screen; none named: everybody who is signed in */
const desk = (page: ReactNode, abilities?: string[]) => (
  <RequireSession>
    <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
      <AppShell room="workspace">
        {abilities ? <RequireAbility anyOf={abilities}>{fetched(page)}</RequireAbility> : fetched(page)}
      </AppShell>
    </Suspense>
  </RequireSession>
);
