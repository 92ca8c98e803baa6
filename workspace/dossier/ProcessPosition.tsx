import { Skeleton } from 'antd';
import { BpmnDiagram } from '../../ui/components/BpmnDiagram.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useDiagram } from './use-dossier.ts';

/** The process this dossier runs, with where it has been and where it is. */
export function ProcessPosition({ code }: { code: string }) {
  const { data, error, refetch } = useDiagram(code);
  if (error) return <ErrorPanel error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  return <BpmnDiagram xml={data.xml} done={data.done} open={data.open} height={460} />;
}
