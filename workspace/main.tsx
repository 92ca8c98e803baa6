import { mountApp } from '../ui/mount-app.tsx';
import { workspaceWords } from './i18n/words.ts';
import { WorkspaceRoutes } from './WorkspaceRoutes.tsx';

await mountApp(workspaceWords, <WorkspaceRoutes />);
