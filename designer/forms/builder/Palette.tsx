import { useDraggable } from '@dnd-kit/core';
import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { dragId } from './canvas-drag.ts';
import { PALETTE } from './palette-items.ts';

interface Props {
  onAdd: (kind: string) => void;
}

/** Kinds of fields: drag one to its place, or press it to put it at the end. */
export const Palette = memo(function Palette({ onAdd }: Props) {
  const { t } = useTranslation('forms');
  return (
    <div className="form-palette">
      <h2>{t('builder.palette')}</h2>
      {PALETTE.map(({ kind }) => (
        <PaletteButton key={kind} kind={kind} onAdd={onAdd} />
      ))}
    </div>
  );
});

function PaletteButton({ kind, onAdd }: Props & { kind: string }) {
  const { t } = useTranslation('forms');
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: dragId.palette(kind) });
  return (
    <Button
      ref={setNodeRef}
      size="small"
      className={`form-palette-item${isDragging ? ' is-dragged' : ''}`}
      onPointerDown={listeners?.['onPointerDown'] as never}
      onClick={() => onAdd(kind)}
    >
      {t(`palette.${kind}`)}
    </Button>
  );
}
