/** The fields of an object: sections in a grid; in a table, the cells of a row. */
import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { useFieldError } from './form-context.ts';
import { type Control, controlOf, type PlannedGroup, pathPointer } from './form-plan.ts';

export function GroupLayout({ properties, uiSchema, fieldPathId }: ObjectFieldTemplateProps) {
  const control = controlOf(uiSchema);
  const content = new Map(properties.map((property) => [property.name, property.content]));
  if (control.cells) {
    return control.cells.map((name) => (
      <td key={name} data-label={content.has(name) ? controlOf(uiSchema?.[name]).label : undefined}>
        {content.get(name)}
      </td>
    ));
  }
  const groups = (control.groups ?? []).map((group) => (
    <GroupSection
      key={`${group.title ?? ''}${group.fields.join()}`}
      group={group}
      content={content}
      level={3}
    />
  ));
  if (fieldPathId.path.length === 0) return groups;
  return (
    <TitledGroup control={control} pointer={pathPointer(fieldPathId.path)} id={fieldPathId.$id}>
      {groups}
    </TitledGroup>
  );
}

interface TitledGroupProps {
  control: Control;
  pointer: string;
  id: string;
  children: ReactNode;
}

function TitledGroup({ control, pointer, id, children }: TitledGroupProps) {
  const error = useFieldError(pointer);
  return (
    <fieldset className="mc-section mc-full" data-field={id}>
      <legend className="mc-section-title">{control.label}</legend>
      {control.description ? <p className="mc-section-note">{control.description}</p> : null}
      {error ? (
        <div className="mc-error" role="alert">
          {error}
        </div>
      ) : null}
      {children}
    </fieldset>
  );
}

interface GroupSectionProps {
  group: PlannedGroup;
  content: ReadonlyMap<string, ReactNode>;
  level: 3 | 4;
}

function GroupSection({ group, content, level }: GroupSectionProps) {
  const grid =
    group.fields.length > 0 ? (
      <div className={`mc-grid mc-columns-${group.columns}`}>
        {group.fields.map((name) => content.get(name))}
      </div>
    ) : null;
  const sections = group.sections?.map((section) => (
    <GroupSection
      key={`${section.title ?? ''}${section.fields.join()}`}
      group={section}
      content={content}
      level={4}
    />
  ));
  if (!group.title) {
    return (
      <>
        {group.description ? <p className="mc-section-note">{group.description}</p> : null}
        {grid}
        {sections}
      </>
    );
  }
  return (
    <fieldset className="mc-section">
      <legend className={level === 3 ? 'mc-section-title' : 'mc-section-title mc-minor'}>
        {group.title}
      </legend>
      {group.description ? <p className="mc-section-note">{group.description}</p> : null}
      {grid}
      {sections}
    </fieldset>
  );
}
