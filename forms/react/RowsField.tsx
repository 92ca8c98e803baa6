/** Rows: a table of objects, one card for each, or a plain list of values. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type FieldProps, toFieldPathId } from '@rjsf/utils';
import { Button, Pagination } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { showNumber } from '../show-value.ts';
import type { JsonObject } from '../types.ts';
import { labelClass } from './FieldFrame.tsx';
import { useFieldError, useFormScreen } from './form-context.ts';
import { type Control, controlOf, pathPointer, rowPlan } from './form-plan.ts';
import { pageOf, ROWS_A_PAGE, useRowPage } from './use-row-page.ts';

export function RowsField(props: FieldProps) {
  const { fieldPathId, onChange, formData, uiSchema, disabled } = props;
  const control = controlOf(uiSchema);
  const { say, errors } = useFormScreen();
  const error = useFieldError(pathPointer(fieldPathId.path));
  const rows: unknown[] = Array.isArray(formData) ? formData : [];
  const paging = useRowPage(rows.length, pathPointer(fieldPathId.path));
  const isFixed = Boolean(disabled) || control.readonly;
  const set = (next: unknown[]) => {
    // the sentences speak of rows by number: they are worked out anew
    errors.set([]);
    onChange(next.length > 0 ? next : undefined, fieldPathId.path);
  };
  const move = (from: number, to: number) => {
    const next = [...rows];
    next.splice(to, 0, ...next.splice(from, 1));
    set(next);
  };
  const layout = {
    control,
    rows,
    places: paging.places,
    isThere: (index: number, column: string) =>
      Object.hasOwn(rowPlan(props as never, index).schema?.properties ?? {}, column),
    rowField: (index: number) => <RowField key={index} {...props} index={index} row={rows[index]} />,
    tools: (index: number) =>
      isFixed ? null : (
        <span className="mc-row-tools">
          {index > 0 ? (
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={say('moveUp', { row: index + 1 })}
              onClick={() => move(index, index - 1)}
            />
          ) : null}
          {index < rows.length - 1 ? (
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={say('moveDown', { row: index + 1 })}
              onClick={() => move(index, index + 1)}
            />
          ) : null}
          <Button
            type="text"
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={say('remove', { row: index + 1 })}
            onClick={() => set(rows.filter((_, place) => place !== index))}
          />
        </span>
      ),
  };
  const isFull = control.maxItems !== undefined && rows.length >= control.maxItems;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold the heading beside its tools
    <div role="group" aria-labelledby={`${fieldPathId.$id}__label`} id={fieldPathId.$id}>
      <div className={labelClass(control)} id={`${fieldPathId.$id}__label`}>
        {control.label}
      </div>
      {control.description ? <div className="mc-help">{control.description}</div> : null}
      {rows.length === 0 ? <div className="mc-no-rows">{say('noRows')}</div> : <Rows {...layout} />}
      {paging.isPaged ? (
        <Pagination
          className="mc-pages"
          size="small"
          current={paging.page}
          pageSize={ROWS_A_PAGE}
          total={rows.length}
          showSizeChanger={false}
          showTotal={(total, [from, to]) => say('rowsShown', { from, to, total })}
          onChange={paging.turnTo}
        />
      ) : null}
      {isFixed || isFull ? null : (
        <Button
          className="mc-add"
          icon={<PlusOutlined />}
          onClick={() => {
            set([...rows, control.type === 'table' ? {} : null]);
            paging.turnTo(pageOf(rows.length));
          }}
        >
          {control.addLabel ?? say('add')}
        </Button>
      )}
      {control.help ? <div className="mc-help">{control.help}</div> : null}
      <div className="mc-error" role={error ? 'alert' : undefined}>
        {error}
      </div>
    </div>
  );
}

interface Layout {
  control: Control;
  rows: unknown[];
  /** of the rows on this page */
  places: number[];
  /** has this row this cell? */
  isThere(index: number, column: string): boolean;
  rowField(index: number): ReactNode;
  tools(index: number): ReactNode;
}

function Rows(layout: Layout) {
  if (layout.control.columns) return <TableRows {...layout} columns={layout.control.columns} />;
  const { control, places, rowField, tools } = layout;
  if (control.type === 'list') {
    return places.map((index) => (
      <div className="mc-list-row" key={index}>
        {rowField(index)}
        {tools(index)}
      </div>
    ));
  }
  return <CardRows {...layout} />;
}

function CardRows({ control, places, rowField, tools }: Layout) {
  const { say } = useFormScreen();
  return places.map((index) => (
    <div className="mc-card" key={index}>
      <div className="mc-card-head">
        <strong>{say('row', { name: control.label, row: index + 1 })}</strong>
        {tools(index)}
      </div>
      {rowField(index)}
    </div>
  ));
}

function TableRows({
  control,
  rows,
  places,
  rowField,
  tools,
  columns,
  isThere,
}: Layout & { columns: NonNullable<Control['columns']> }) {
  const { say, language } = useFormScreen();
  const sums = control.ui['ui:sum'] ?? [];
  return (
    <div className="mc-table-wrap">
      <table className="mc-table">
        <thead>
          <tr>
            {columns.map(({ name, label, required }) => (
              <th key={name} scope="col" className={required ? 'mc-required' : undefined}>
                {label}
              </th>
            ))}
            <th className="mc-tools-column">
              <span className="mc-unseen">{say('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((index) => (
            <tr key={index}>
              {rowField(index)}
              <td className="mc-tools-column">{tools(index)}</td>
            </tr>
          ))}
        </tbody>
        {sums.length > 0 ? (
          <tfoot>
            <tr>
              {columns.map(({ name }, index) => (
                <td key={name}>
                  {sums.includes(name)
                    ? showNumber(
                        sumOf(
                          rows.filter((_, row) => isThere(row, name)),
                          name,
                        ),
                        language,
                      )
                    : index === 0
                      ? say('sum')
                      : null}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

const sumOf = (rows: readonly unknown[], name: string): number =>
  rows.reduce<number>((sum, row) => {
    const value = (row as JsonObject | null)?.[name];
    return typeof value === 'number' ? sum + value : sum;
  }, 0);

/** A row is one more field of the form, at its own path. */
function RowField({ index, row, ...props }: FieldProps & { index: number; row: unknown }) {
  const { registry, fieldPathId, onChange, disabled } = props;
  const { schema, uiSchema } = rowPlan(props as never, index);
  const SchemaField = registry.fields.SchemaField as ComponentType<FieldProps>;
  const path = toFieldPathId(index, registry.globalFormOptions, fieldPathId.path);
  return (
    <SchemaField
      name={String(index)}
      schema={schema}
      uiSchema={uiSchema}
      formData={row}
      fieldPathId={path}
      registry={registry}
      onChange={onChange}
      onBlur={props.onBlur}
      onFocus={props.onFocus}
      disabled={disabled}
      readonly={false}
      required={false}
    />
  );
}
