import type { DocumentResource } from '../../server/contract/documents.ts';

/** The page of a paper as it stands now, in a frame that runs nothing. */
export const PaperFrame = ({ paper, height = '58vh' }: { paper: DocumentResource; height?: string }) => (
  <iframe
    src={paper.href.replace(/\.pdf$/, '.html')}
    title={paper.title}
    sandbox=""
    style={{ display: 'block', width: '100%', height, border: '1px solid #d5dce5', background: '#fff' }}
  />
);
