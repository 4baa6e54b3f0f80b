import { type KeyboardEvent, useRef } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import type { DraftColumn, DraftColumns } from '#data/schema/desk-columns.ts';
import { useDraft } from '../state/draft-context.ts';
import { BAND_WORDS, inBands } from './bands.ts';
import { type ColumnCommand, placeAfter, readColumnKey } from './column-keys.ts';
import { ColumnRow } from './column-row.tsx';
import './column-table.css';

type ColumnTableProps = {
  readonly columns: DraftColumns;
  /** Id of the column the side tells of. */
  readonly selected: string;
  /** Single keys act while the table has the focus. */
  readonly hasKeys: boolean;
  readonly onSelect: (id: string) => void;
};

/** A row a column, by band. Arrow keys go from row to row, Enter opens the list, A accepts, X keeps as sent. */
export function ColumnTable({ columns, selected, hasKeys, onSelect }: ColumnTableProps) {
  const { isReadOnly, choose } = useDraft();
  const table = useRef<HTMLTableElement>(null);
  const order = columns.columns;
  const rowOf = (id: string) => table.current?.querySelector<HTMLElement>(`[data-column="${id}"]`);
  const goTo = (place: number) => {
    const next = order[place];
    if (next === undefined) return;
    onSelect(next.id);
    rowOf(next.id)?.focus();
  };
  const take = (column: DraftColumn, choice: 'accept' | 'keep') => {
    announce(
      choice === 'accept'
        ? `${column.name}: accepted as ${column.attribute?.title ?? 'it is'}.`
        : `${column.name}: kept as you sent it.`,
    );
    void choose({ about: column.id, choice });
  };
  const obey = (command: ColumnCommand, column: DraftColumn, place: number) => {
    if (command === 'open') return openList(rowOf(selected));
    if (command !== 'accept' && command !== 'keep') {
      return goTo(placeAfter(command, place, order.length));
    }
    if (!canTake(column, command)) return;
    take(column, command);
    goTo(placeAfter('next', place, order.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // in an open list the keys are the list's
    if (event.target instanceof HTMLSelectElement) return;
    const command = readColumnKey(event, hasKeys && !isReadOnly);
    const place = order.findIndex(({ id }) => id === selected);
    const column = order[place];
    if (command === undefined || column === undefined) return;
    event.preventDefault();
    obey(command, column, place);
  };
  return (
    <table className="columns" ref={table} onKeyDown={onKeyDown} aria-label="Your columns">
      <thead>
        <tr>
          <th scope="col">Your column</th>
          <th scope="col">Our attribute</th>
          <th scope="col">Values in your file</th>
          <th scope="col">How sure</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      {inBands(order).map(({ band, columns: members }) => (
        <tbody key={band}>
          <tr className="band">
            <th scope="rowgroup" colSpan={5}>
              {BAND_WORDS[band].title} <b>{members.length}</b>
              <small>{BAND_WORDS[band].words}</small>
            </th>
          </tr>
          {members.map((column) => (
            <ColumnRow
              key={column.id}
              column={column}
              attributes={columns.attributes}
              isSelected={column.id === selected}
              onSelect={() => onSelect(column.id)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** A guess is needed to be accepted; what the position is read from is not a column to keep. */
const canTake = (column: DraftColumn, command: 'accept' | 'keep'): boolean =>
  command === 'accept' ? column.attribute !== undefined : !column.isPosition;

/** Focus a row's list, and open it where the browser lets us. */
function openList(row: HTMLElement | null | undefined): void {
  const select = row?.querySelector('select');
  select?.focus();
  try {
    select?.showPicker();
  } catch {
    // it has the focus: the arrow keys do
  }
}
