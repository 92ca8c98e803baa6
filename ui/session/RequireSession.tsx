import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { useSession } from './session-context.tsx';

const ChangePassword = lazy(() => import('./ChangePassword.tsx'));

/** Shows its children to a signed-in person; sends others to the sign-in page and back afterwards. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { session, error, refresh } = useSession();
  const isSignedOut = session === null;
  useEffect(() => {
    if (isSignedOut) location.replace(signInHref(location.pathname + location.search));
  }, [isSignedOut]);
  if (session === undefined && error) return <ErrorPanel error={error} onRetry={refresh} />;
  if (!session) return <Skeleton active style={{ padding: 32 }} />;
  if (session.mustChangePassword) {
    return (
      <Suspense>
        <ChangePassword isForced />
      </Suspense>
    );
  }
  return children;
}

/** Address of the sign-in page that returns to `next`. */
export const signInHref = (next: string): string => `/dang-nhap?${new URLSearchParams({ next })}`;
