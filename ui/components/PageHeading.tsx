import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { usePageTitle } from '../shell/use-page-title.ts';

interface Props {
  title: string;
  /** beside the title: tags, a code */
  aside?: ReactNode;
  /** at the far end: buttons */
  actions?: ReactNode;
}

/** The screen's only h1; it names the browser's tab too. */
export function PageHeading({ title, aside, actions }: Props) {
  usePageTitle(title);
  return (
    <Flex align="center" gap={12} wrap style={{ marginBottom: 16 }}>
      <h1 style={{ margin: 0, fontSize: 22, lineHeight: 1.35, fontWeight: 600 }}>{title}</h1>
      {aside}
      {actions && <div style={{ marginInlineStart: 'auto' }}>{actions}</div>}
    </Flex>
  );
}
