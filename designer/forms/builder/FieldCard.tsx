import { fieldType } from '../../../forms/fields-of.ts';
import type { UiNode } from '../../../forms/index.ts';
import { CardFace, type Handle } from './CardFace.tsx';
import type { CanvasProps } from './canvas-props.ts';
import { FieldProperties } from './FieldProperties.tsx';
import { isRequired, labelAt } from './form-model.ts';
import { nameOf, schemaAt, uiAt } from './form-nodes.ts';
import { InnerFields } from './InnerFields.tsx';

interface Props extends CanvasProps {
  pointer: string;
  handle?: Handle;
  isDragged?: boolean;
}

/** A field on the canvas; chosen, it opens its properties; a table or group holds its own fields. */
export function FieldCard({ pointer, handle, isDragged = false, ...canvas }: Props) {
  const { documents, chosen, isReadOnly, onChoose, onShift, onRemove } = canvas;
  const isChosen = chosen === pointer;
  const ui = uiAt(documents, pointer) as UiNode;
  const type = fieldType(documents.schema, [schemaAt(documents, pointer)], ui);
  return (
    <>
      <CardFace
        pointer={pointer}
        name={nameOf(pointer)}
        label={labelAt(documents, pointer)}
        type={type}
        isRequired={isRequired(documents, pointer)}
        isConditional={ui['ui:visibleIf'] !== undefined}
        isComputed={ui['ui:value'] !== undefined}
        {...{ isChosen, isReadOnly, isDragged, handle, onChoose, onShift, onRemove }}
      />
      {isChosen && <FieldProperties {...canvas} pointer={pointer} type={type} />}
      {(type === 'group' || type === 'table') && (
        <InnerFields {...canvas} pointer={pointer} type={type} card={FieldCard} />
      )}
    </>
  );
}
