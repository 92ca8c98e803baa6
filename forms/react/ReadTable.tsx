/** A table to read: new rows marked, rows that went struck out, cells that changed with what stood there. */
import { Button } from 'antd';
import { useState } from 'react';
import { showNumber } from '../show-value.ts';
import type { JsonObject } from '../types.ts';
import { matchRows, type RowPair } from './match-rows.ts';
import { type Reading, ReadValue, type ReadValueProps } from './ReadValue.tsx';
import { childNames, childNode, part, type ReadNode } from './read-node.ts';
import { sayIn } from './texts.ts';

export function ReadTable({ reading, node, value, previous }: ReadValueProps) {
  const say = sayIn(reading.language);
  const { control } = node;
  const rows = Array.isArray(value) ? value : [];
  const before = Array.isArray(previous) ? previous : [];
  const pairs: RowPair[] = reading.isCompared
    ? matchRows(rows, before)
    : rows.map((now) => ({ now, kind: 'same' }));
  const row: ReadNode = { uiSchema: node.uiSchema.items as JsonObject, control };
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? pairs : pairs.slice(0, MOST_SHOWN);
  const columns = control.columns?.map(({ name }) => name) ?? childNames(row);
  const sums = control.ui['ui:sum'] ?? [];
  return (
    <section className="mc-read-section">
      <h4>{control.label}</h4>
      {pairs.length === 0 ? (
        <span className="mc-read-empty">{say('empty')}</span>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys
        <section className="mc-read-wrap" tabIndex={0} aria-label={control.label}>
          <table>
            <thead>
              <tr>
                <th scope="col" className="mc-read-place">
                  {say('place')}
                </th>
                {columns.map((name) => (
                  <th key={name} scope="col" className={isNumber(row, name) ? 'mc-read-number' : undefined}>
                    {childNode(row, name).control.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((pair, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
                <TableRow key={index} {...{ reading, row, columns, pair }} place={index + 1} />
              ))}
            </tbody>
            {sums.length > 0 ? (
              <tfoot>
                <tr>
                  <td>{say('sum')}</td>
                  {columns.map((name) => (
                    <td key={name} className="mc-read-number">
                      {sums.includes(name) ? showNumber(sumOf(rows, name), reading.language) : null}
                    </td>
                  ))}
                </tr>
              </tfoot>
            ) : null}
          </table>
        </section>
      )}
      {shown.length < pairs.length ? (
        <Button type="link" onClick={() => setWhole(true)}>
          {say('allRows', { count: pairs.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** The rest is drawn when it is asked for. */
const MOST_SHOWN = 200;

interface TableRowProps {
  reading: Reading;
  row: ReadNode;
  columns: readonly string[];
  pair: RowPair;
  place: number;
}

function TableRow({ reading, row, columns, pair, place }: TableRowProps) {
  const say = sayIn(reading.language);
  const { kind, now, before } = pair;
  const isWhole = kind === 'added' || kind === 'removed';
  const shown = kind === 'removed' ? before : now;
  return (
    <tr className={`mc-read-row-${kind}`}>
      <td className="mc-read-place">
        {kind === 'removed' ? null : place}
        {isWhole ? (
          <span className="mc-read-tag">{say(kind === 'added' ? 'rowAdded' : 'rowRemoved')}</span>
        ) : null}
      </td>
      {columns.map((name) => {
        const cell = (
          <ReadValue
            reading={isWhole ? { ...reading, isCompared: false } : reading}
            node={childNode(row, name)}
            value={part(shown, name)}
            previous={part(before, name)}
          />
        );
        return (
          <td key={name} className={isNumber(row, name) ? 'mc-read-number' : undefined}>
            {kind === 'removed' ? <del>{cell}</del> : cell}
          </td>
        );
      })}
    </tr>
  );
}

const NUMBERS = new Set(['number', 'integer', 'money']);

const isNumber = (row: ReadNode, name: string): boolean => NUMBERS.has(childNode(row, name).control.type);

const sumOf = (rows: readonly unknown[], name: string): number =>
  rows.reduce<number>((sum, row) => sum + (Number(part(row, name)) || 0), 0);
