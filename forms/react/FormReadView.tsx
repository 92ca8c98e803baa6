/** A filled form to read: compact, for officers; what changed since another answer is marked. */
import { Alert, Descriptions } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { compileForm } from '../compile-form.ts';
import type { Form } from '../form.ts';
import { canonical } from '../keywords.ts';
import { showNumber, showValue } from '../show-value.ts';
import type { JsonObject, Language } from '../types.ts';
import { settle } from '../visible-data.ts';
import { type Control, type PlannedGroup, planForm } from './form-plan.ts';
import { READ_STYLES } from './read-styles.ts';
import { type Say, sayIn } from './texts.ts';

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

interface Reading extends FormReadViewProps {
  form: Form;
  language: Language;
}

function ReadForm(reading: Reading) {
  const { form, value, language } = reading;
  const say = sayIn(language);
  const settled = settle(form, value);
  const plan = planForm(form, settled, language);
  return (
    <div className="mc-read">
      <style href="motcua-form-read" precedence="medium">
        {READ_STYLES}
      </style>
      <ReadGroup
        reading={reading}
        say={say}
        node={{ uiSchema: plan.uiSchema as Node['uiSchema'], control: plan.control }}
        value={settled.data}
        previous={reading.previous}
      />
    </div>
  );
}

interface Node {
  control: Control;
  uiSchema: JsonObject;
}

interface PartProps {
  reading: Reading;
  say: Say;
  node: Node;
  value: unknown;
  previous: unknown;
}

const childNode = ({ uiSchema }: Node, name: string): Node => {
  const child = uiSchema[name] as JsonObject;
  return { uiSchema: child, control: (child['ui:options'] as { control: Control }).control };
};

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as JsonObject)[name]
    : undefined;

function ReadGroup({ node, ...rest }: PartProps) {
  const groups = node.control.steps ?? node.control.groups ?? [];
  const all = node.control.steps
    ? [...groups, ...(node.control.groups ?? []).filter(({ title, fields }) => !title && fields.length > 0)]
    : groups;
  return all.map((group) => <ReadSection key={group.fields.join()} {...rest} node={node} group={group} />);
}

function ReadSection({ group, ...props }: PartProps & { group: PlannedGroup }) {
  const { node, value, previous, reading } = props;
  const children = group.fields.map((name) => ({ name, node: childNode(node, name) }));
  const lines = children.filter((child) => !LARGE.has(child.node.control.type));
  const large = children.filter(
    (child) => LARGE.has(child.node.control.type) && child.node.control.type !== 'note',
  );
  return (
    <section className="mc-read-section">
      {group.title ? <h4>{group.title}</h4> : null}
      {lines.length > 0 ? (
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 1, md: reading.columns ?? 2 }}
          items={lines.map((child) => ({
            key: child.name,
            label: child.node.control.label,
            span: child.node.control.type === 'textarea' ? 'filled' : 1,
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
      {large.map((child) => (
        <ReadLarge
          key={child.name}
          {...props}
          node={child.node}
          value={part(value, child.name)}
          previous={part(previous, child.name)}
        />
      ))}
      {group.sections?.map((section) => (
        <ReadSection key={section.fields.join()} {...props} group={section} />
      ))}
    </section>
  );
}

const LARGE: ReadonlySet<Control['type']> = new Set(['group', 'table', 'note']);

function ReadLarge(props: PartProps) {
  const { node, value, say } = props;
  if (node.control.type === 'table') return <ReadTable {...props} />;
  const isBlank = value === undefined || value === null;
  return (
    <section className="mc-read-section">
      <h4>{node.control.label}</h4>
      {isBlank ? <span className="mc-read-empty">{say('empty')}</span> : <ReadGroup {...props} />}
    </section>
  );
}

function ReadTable({ node, value, previous, reading, say }: PartProps) {
  const rows = Array.isArray(value) ? value : [];
  const row = { uiSchema: node.uiSchema.items as JsonObject, control: node.control };
  const columns = Object.keys(row.uiSchema).filter((name) => !name.startsWith('ui:'));
  const before = Array.isArray(previous) ? previous : [];
  const sums = node.control.ui['ui:sum'] ?? [];
  return (
    <section className="mc-read-section">
      <h4>{node.control.label}</h4>
      {rows.length === 0 ? (
        <span className="mc-read-empty">{say('empty')}</span>
      ) : (
        <div className="mc-read-wrap">
          <table>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {childNode(row, name).control.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
                <tr key={index}>
                  {columns.map((name) => (
                    <td key={name}>
                      <ReadValue
                        reading={reading}
                        say={say}
                        node={childNode(row, name)}
                        value={part(item, name)}
                        previous={reading.previous === undefined ? undefined : part(before[index], name)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {sums.length > 0 ? (
              <tfoot>
                <tr>
                  {columns.map((name, index) => (
                    <td key={name}>
                      {sums.includes(name)
                        ? showNumber(sumOf(rows, name), reading.language)
                        : index === 0
                          ? say('sum')
                          : null}
                    </td>
                  ))}
                </tr>
              </tfoot>
            ) : null}
          </table>
        </div>
      )}
    </section>
  );
}

const sumOf = (rows: readonly unknown[], name: string): number =>
  rows.reduce<number>((sum, row) => sum + (Number(part(row, name)) || 0), 0);

function ReadValue({ node, value, previous, reading, say }: PartProps) {
  const shown = shownValue(node.control, value, reading);
  const isChanged =
    reading.previous !== undefined && canonical(value ?? null) !== canonical(previous ?? null);
  if (!isChanged) return shown ?? <span className="mc-read-empty">—</span>;
  const before = showValue(withOptions(node.control), previous, reading.language) || say('blank');
  return (
    <mark className="mc-read-changed" title={say('changed', { before })}>
      {shown ?? '—'}
      <span className="mc-read-before">{say('changed', { before })}</span>
    </mark>
  );
}

function shownValue(control: Control, value: unknown, reading: Reading): ReactNode {
  if (control.type === 'files' && value !== undefined && value !== null) {
    return [value].flat().map((file) => (
      <span key={String(file)} className="mc-read-file">
        {reading.fileHref ? (
          <a href={reading.fileHref(String(file))} target="_blank" rel="noreferrer">
            {reading.fileName?.(String(file)) ?? String(file).slice(0, 8)}
          </a>
        ) : (
          (reading.fileName?.(String(file)) ?? String(file).slice(0, 8))
        )}
      </span>
    ));
  }
  const text = showValue(withOptions(control), value, reading.language);
  if (text === '') return undefined;
  if (control.type === 'money') return `${text} ${sayIn(reading.language)('currency')}`;
  return control.unit ? `${text} ${control.unit}` : text;
}

const withOptions = ({ type, options }: Control) => ({
  type,
  options: options?.map(({ value, label }) => ({ value, label: { vi: label, en: label } })),
});
