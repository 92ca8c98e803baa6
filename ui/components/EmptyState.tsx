import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** Says why there is nothing here, and what to do about it. */
export function EmptyState({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      style={{ padding: '24px 16px' }}
      description={
        <>
          <div style={{ fontWeight: 600 }}>{title}</div>
          {hint && <div style={{ color: '#51606f' }}>{hint}</div>}
        </>
      }
    >
      {action}
    </Empty>
  );
}
