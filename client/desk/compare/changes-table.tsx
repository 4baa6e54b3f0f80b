import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount, formatDistance } from '#client/ui/format.ts';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { DraftChange, DraftChanges } from '#data/schema/desk-compare.ts';
import { draftPath, partQuery } from '../api/drafts.ts';
import { useDraft } from '../state/draft-context.ts';
import { type Count, kindOf, sayChange } from './kinds.ts';

/** Rows until more are asked for. */
const FEW = 8;
/** Most the server gives at once that the table shows. */
const MOST = 500;

type ChangesTableProps = {
  readonly count: Count;
  readonly line: number | undefined;
  readonly onLine: (change: DraftChange) => void;
};

/** Changes of one kind, as the server orders them. */
export const changesQuery = (draft: Parameters<typeof partQuery>[0], count: Count) => ({
  ...partQuery<DraftChanges>(draft, `changes?kind=${kindOf(count) ?? 'changed'}&limit=${MOST}`),
  enabled: kindOf(count) !== undefined,
});

/** What changes, record by record; a row is chosen with its button, the map follows. */
export function ChangesTable({ count, line, onLine }: ChangesTableProps) {
  const { draft } = useDraft();
  const { data, error } = useQuery(changesQuery(draft, count));
  const [isAll, setAll] = useState(false);
  if (count === 'same') {
    return (
      <p className="changes-none">What stays the same is not listed. On the map it is grey.</p>
    );
  }
  if (error) {
    return (
      <p className="tone-bad" role="alert">
        {error.message} The draft is as it was.
      </p>
    );
  }
  if (!data) return <Skeleton label="Changes" rows={5} rowPx={37} />;
  if (data.changes.length === 0) return <p className="changes-none">None.</p>;
  const shown = isAll ? data.changes : data.changes.slice(0, FEW);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
      <section className="changes-scroll" tabIndex={0} aria-label="Changes, record by record">
        <table className="changes">
          <thead>
            <tr>
              <th scope="col">Record</th>
              <th scope="col">Name</th>
              <Heads count={count} />
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <Row key={change.id} {...{ change, count, onLine }} isNow={change.line === line} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="changes-foot">
        <span>
          {formatCount(shown.length)} of {formatCount(data.numberMatched)}
          {count === 'moved' && ', furthest first'}
        </span>
        <a className="text-button" href={draftPath(draft.id, 'changes.csv')} download>
          All changes as CSV
        </a>
        {data.changes.length > FEW && (
          <button type="button" className="text-button" onClick={() => setAll(!isAll)}>
            {isAll ? `Show ${FEW}` : `Show ${formatCount(data.changes.length)}`}
          </button>
        )}
      </p>
    </>
  );
}

function Heads({ count }: { readonly count: Count }) {
  if (count === 'moved') {
    return (
      <>
        <th scope="col">Moved</th>
        <th scope="col">To the</th>
        <th scope="col">Old grid reference</th>
        <th scope="col">New grid reference</th>
      </>
    );
  }
  return <th scope="col">{count === 'changed' ? 'What differs' : 'Grid reference'}</th>;
}

type RowProps = {
  readonly change: DraftChange;
  readonly count: Count;
  readonly isNow: boolean;
  readonly onLine: (change: DraftChange) => void;
};

function Row({ change, count, isNow, onLine }: RowProps) {
  return (
    <tr className={isNow ? 'now' : ''}>
      <th scope="row">
        <button
          type="button"
          className="change-link"
          aria-pressed={isNow}
          aria-label={`Show on the map: ${sayChange(change)}`}
          onClick={() => onLine(change)}
        >
          {change.reference ?? `Line ${change.line}`}
        </button>
      </th>
      <td className="change-name">{change.name}</td>
      <Cells {...{ change, count }} />
    </tr>
  );
}

function Cells({ change, count }: Pick<RowProps, 'change' | 'count'>) {
  const { before, after, distanceM, bearing, fields } = change;
  if (count === 'moved') {
    return (
      <>
        <td className="change-far">{distanceM === undefined ? '' : formatDistance(distanceM)}</td>
        <td>{bearing}</td>
        <td>{before?.grid ?? 'none'}</td>
        <td>{after?.grid ?? 'none'}</td>
      </>
    );
  }
  if (count === 'changed') {
    return (
      <td>
        {fields.map(({ name, title, from: was, to: is }) => (
          <span key={name} className="change-field">
            <b>{title ?? name}</b> {sayValue(was)} → {sayValue(is)}
          </span>
        ))}
      </td>
    );
  }
  return <td>{(count === 'removed' ? before : after)?.grid ?? 'no position'}</td>;
}

const sayValue = (value: unknown): string =>
  value === undefined || value === null || value === '' ? 'nothing' : String(value);
