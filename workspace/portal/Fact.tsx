import type { ReactNode } from 'react';

/** One fact of a list: what it is, and what is known. Stands in `<dl className="portal-facts">`. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
