import { Skeleton } from 'antd';
import { type ReactNode, Suspense } from 'react';

/** Holds the place of an editor while it is fetched. */
export const StudioScreen = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>{children}</Suspense>
);
