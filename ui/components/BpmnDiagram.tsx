import { ExpandOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton, Space } from 'antd';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './bpmn-diagram.css';

interface Props {
  /** BPMN 2.0 with its diagram interchange */
  xml: string;
  /** ids of elements that were left */
  done?: readonly string[];
  /** ids of elements where a token stands */
  open?: readonly string[];
  height?: number | string;
}

interface Canvas {
  zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
  addMarker(element: string, marker: string): void;
}

/** A process to look at: where it has been and where it is. Drawn by bpmn.io's viewer, fetched when shown. */
export function BpmnDiagram({ xml, done = NONE, open = NONE, height = 420 }: Props) {
  const { t } = useTranslation('ui');
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer | null>(null);
  const [phase, setPhase] = useState<'loading' | 'drawn' | 'failed'>('loading');

  useEffect(() => {
    let isGone = false;
    let drawn: NavigatedViewer | undefined;
    const draw = async () => {
      const { default: Viewer } = await import('bpmn-js/lib/NavigatedViewer');
      if (isGone || !container.current) return;
      drawn = new Viewer({ container: container.current });
      viewer.current = drawn;
      await drawn.importXML(xml);
      if (isGone) return;
      const elements = drawn.get<{ get(id: string): unknown }>('elementRegistry');
      const canvas = drawn.get<Canvas>('canvas');
      const mark = (ids: readonly string[], marker: string) => {
        for (const id of ids) if (elements.get(id)) canvas.addMarker(id, marker);
      };
      mark(done, 'motcua-done');
      mark(open, 'motcua-open');
      canvas.zoom('fit-viewport', 'auto');
      setPhase('drawn');
    };
    draw().catch(() => !isGone && setPhase('failed'));
    return () => {
      isGone = true;
      drawn?.destroy();
    };
  }, [xml, done, open]);

  const zoomBy = (factor: number) => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor, 'auto');
  };
  const fit = () => viewer.current?.get<Canvas>('canvas').zoom('fit-viewport', 'auto');

  return (
    <figure style={{ margin: 0 }} aria-label={t('diagram.label')}>
      <Space style={{ marginBottom: 8, width: '100%', justifyContent: 'space-between' }} wrap>
        <Space size="large">
          <span className="motcua-legend motcua-legend-done">{t('diagram.done')}</span>
          <span className="motcua-legend motcua-legend-open">{t('diagram.open')}</span>
        </Space>
        <Space.Compact>
          <Button
            icon={<ZoomOutOutlined />}
            aria-label={t('diagram.zoomOut')}
            onClick={() => zoomBy(1 / 1.25)}
          />
          <Button icon={<ZoomInOutlined />} aria-label={t('diagram.zoomIn')} onClick={() => zoomBy(1.25)} />
          <Button icon={<ExpandOutlined />} onClick={fit}>
            {t('diagram.fit')}
          </Button>
        </Space.Compact>
      </Space>
      {phase === 'failed' && <Alert type="warning" showIcon title={t('diagram.failed')} />}
      {phase === 'loading' && <Skeleton active />}
      <div ref={container} className="motcua-diagram" style={{ height: phase === 'failed' ? 0 : height }} />
    </figure>
  );
}

const NONE: readonly string[] = [];
