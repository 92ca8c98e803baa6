/** A filled form to read: compact, for officers; what changed since another answer is marked. */
import { Alert, Descriptions } from 'antd';
import { useMemo } from 'react';
import { compileForm } from '../compile-form.ts';
import type { Form } from '../form.ts';
import type { JsonObject, Language } from '../types.ts';
import { settle } from '../visible-data.ts';
import { type Control, type PlannedGroup, planForm } from './form-plan.ts';
import { matchRows } from './match-rows.ts';
import { ReadTable } from './ReadTable.tsx';
import { type Reading, ReadValue, type ReadValueProps } from './ReadValue.tsx';
import { childNode, part } from './read-node.ts';
import { READ_STYLES } from './read-styles.ts';
import { sayIn } from './texts.ts';

export interface FormReadViewProps {
  schema: unknown;
  ui?: unknown;
  value: unknown;
  /** an earlier answer: fields that differ are marked, with what stood there */
  previous?: unknown;
  language?: Language;
  /** fields per row on a wide screen */
  columns?: 1 | 2 | 3;
  fileName?(id: string): string | undefined;
  fileHref?(id: string): string;
}

export function FormReadView(props: FormReadViewProps) {
  const { schema, ui, language = 'vi' } = props;
  const { form } = useMemo(() => compileForm({ schema, ui }), [schema, ui]);
  if (!form) return <Alert type="warning" title={sayIn(language)('brokenForm')} />;
  return <ReadForm {...props} form={form} language={language} />;
}

function ReadForm({
  form,
  value,
  previous,
  language,
  columns = 2,
  fileName,
  fileHref,
}: FormReadViewProps & { form: Form; language: Language }) {
  const settled = settle(form, value);
  const plan = planForm(form, settled, language);
  return (
    <div className="mc-read">
      <style href="motcua-form-read" precedence="medium">
        {READ_STYLES}
      </style>
      <ReadGroup
        reading={{ language, isCompared: previous !== undefined, fileName, fileHref }}
        columns={columns}
        node={{ uiSchema: plan.uiSchema as JsonObject, control: plan.control }}
        value={settled.data}
        previous={previous}
      />
    </div>
  );
}

interface PartProps extends ReadValueProps {
  columns: 1 | 2 | 3;
}

function ReadGroup({ node, ...rest }: PartProps) {
  const groups = node.control.steps ?? node.control.groups ?? [];
  const all = node.control.steps
    ? [...groups, ...(node.control.groups ?? []).filter(({ title, fields }) => !title && fields.length > 0)]
    : groups;
  return all.map((group) => (
    <ReadSection key={`${group.title ?? ''}${group.fields.join()}`} {...rest} node={node} group={group} />
  ));
}

function ReadSection({ group, ...props }: PartProps & { group: PlannedGroup }) {
  const { node, value, previous, columns } = props;
  const children = group.fields
    .map((name) => ({ name, node: childNode(node, name) }))
    .filter(({ node: { control } }) => control.type !== 'note' && control.type !== 'signature');
  const lines = children.filter((child) => !isLarge(child.node.control));
  return (
    <section className="mc-read-section">
      {group.title ? <h4>{group.title}</h4> : null}
      {lines.length > 0 ? (
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 1, md: columns }}
          items={lines.map((child) => ({
            key: child.name,
            label: child.node.control.label,
            span: isLong(child.node.control) ? 'filled' : 1,
            children: (
              <ReadValue
                {...props}
                node={child.node}
                value={part(value, child.name)}
                previous={part(previous, child.name)}
              />
            ),
          }))}
        />
      ) : null}
      {children
        .filter((child) => isLarge(child.node.control))
        .map((child) => (
          <ReadLarge
            key={child.name}
            {...props}
            node={child.node}
            value={part(value, child.name)}
            previous={part(previous, child.name)}
          />
        ))}
      {group.sections?.map((section) => (
        <ReadSection key={`${section.title ?? ''}${section.fields.join()}`} {...props} group={section} />
      ))}
    </section>
  );
}

const isAddress = ({ type, ui }: Control): boolean => type === 'group' && ui['ui:widget'] === 'address';

const isLarge = (control: Control): boolean =>
  control.type === 'table' || (control.type === 'group' && !isAddress(control));

const isLong = (control: Control): boolean => control.type === 'textarea' || isAddress(control);

function ReadLarge(props: PartProps) {
  const { node, value, reading } = props;
  if (node.control.type === 'table') {
    return node.control.ui['ui:widget'] === 'cards' ? <ReadCards {...props} /> : <ReadTable {...props} />;
  }
  const isBlank = value === undefined || value === null;
  return (
    <section className="mc-read-section">
      <h4>{node.control.label}</h4>
      {isBlank ? (
        <span className="mc-read-empty">{sayIn(reading.language)('empty')}</span>
      ) : (
        <ReadGroup {...props} />
      )}
    </section>
  );
}

/** People with many fields: one block each. */
function ReadCards({ node, value, previous, reading, columns }: PartProps) {
  const say = sayIn(reading.language);
  const rows = Array.isArray(value) ? value : [];
  const before = Array.isArray(previous) ? previous : [];
  const pairs = matchRows(rows, reading.isCompared ? before : rows);
  const planned = (node.uiSchema as { rows?: JsonObject[] }).rows;
  return (
    <section className="mc-read-section">
      <h4>{node.control.label}</h4>
      {pairs.length === 0 ? <span className="mc-read-empty">{say('empty')}</span> : null}
      {pairs.map((pair, index) => {
        const uiSchema = (planned?.[index] ?? node.uiSchema.items) as JsonObject;
        const isWhole = pair.kind === 'added' || pair.kind === 'removed';
        const own: Reading = isWhole ? { ...reading, isCompared: false } : reading;
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            key={index}
            className={`mc-read-card mc-read-row-${pair.kind}`}
          >
            <strong>{say('row', { name: node.control.label, row: index + 1 })}</strong>
            {isWhole ? (
              <span className="mc-read-tag">{say(pair.kind === 'added' ? 'rowAdded' : 'rowRemoved')}</span>
            ) : null}
            <ReadGroup
              reading={own}
              columns={columns}
              node={{ uiSchema, control: (uiSchema['ui:options'] as { control: Control }).control }}
              value={pair.kind === 'removed' ? pair.before : pair.now}
              previous={pair.before}
            />
          </div>
        );
      })}
    </section>
  );
}
