import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { KINDS } from '#client/state/change-words.ts';
import { Callout } from '#client/ui/callout.tsx';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { CHANGE_KINDS, type ChangeKind } from '#data/schema/change-kind.ts';
import type { LayerChange, LayerChanges } from '#data/schema/layer-changes.ts';
import { dateText } from '#data/words/dates.ts';
import { ChangeRow } from './change-row.tsx';
import './changes.css';

type ChangesTabProps = {
  readonly title: string;
  readonly answer: LayerChanges | undefined;
  /** Why there is no answer. */
  readonly fault: string | undefined;
  readonly onSince: (since: string) => void;
  readonly onShow: (change: LayerChange) => void;
  /** Lay the two editions beside each other on the map; absent where there is only one. */
  readonly onCompare?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onRetry: () => void;
};

/** Rows told at once; the others come when asked for. */
const PAGE = 50;

/** What was added, removed, changed and moved in a layer since a day; each is marked on the map too. */
export function ChangesTab(props: ChangesTabProps) {
  const { title, answer, fault, onClose, onRetry } = props;
  return (
    <section className="changes" aria-labelledby="changes-title">
      <div className="section-head">
        <h2 id="changes-title">What changed: {title}</h2>
        <IconButton icon="close" label="Close the changes" onPress={onClose} />
      </div>
      {fault !== undefined && (
        <Notice
          icon="warning"
          title="The changes could not be read"
          action={{ label: 'Try again', onPress: onRetry }}
        >
          {fault}
        </Notice>
      )}
      {fault === undefined && answer === undefined && (
        <Skeleton label="Changes" rows={6} rowPx={56} />
      )}
      {answer && <Told {...props} answer={answer} />}
    </section>
  );
}

function Told(props: ChangesTabProps & { readonly answer: LayerChanges }) {
  const { answer, onSince, onShow, onCompare } = props;
  const [shown, setShown] = useState(PAGE);
  const [only, setOnly] = useState<ChangeKind>();
  const { changes, totals, truncated } = answer;
  const rows = changes.filter(({ kinds }) => only === undefined || kinds.includes(only));
  return (
    <>
      <Since answer={answer} onSince={onSince} />
      {onCompare && (
        <Button className="button" onPress={onCompare}>
          <Icon name="compare" size={18} />
          Compare the two on the map
        </Button>
      )}
      <p className="changes-kinds" role="status">
        {CHANGE_KINDS.map((kind) => (
          <Button
            key={kind}
            className="kind-button"
            aria-pressed={only === kind}
            onPress={() => setOnly(only === kind ? undefined : kind)}
          >
            <span className="kind-sign" aria-hidden="true">
              {KINDS[kind].sign}
            </span>
            {formatCount(totals[kind])} {KINDS[kind].word.toLowerCase()}
          </Button>
        ))}
      </p>
      {changes.length === 0 && <NothingChanged answer={answer} />}
      <ol className="change-list">
        {rows.slice(0, shown).map((change) => (
          <ChangeRow key={`${change.dataset} ${change.id}`} change={change} onShow={onShow} />
        ))}
      </ol>
      {rows.length > shown && (
        <Button className="button" onPress={() => setShown(shown + PAGE)}>
          Show {formatCount(Math.min(PAGE, rows.length - shown))} more of {formatCount(rows.length)}
        </Button>
      )}
      {truncated && (
        <Callout tone="info" title="There are more changes than are told here.">
          Each dataset’s page lists all of them, edition by edition.
        </Callout>
      )}
      <Editions answer={answer} />
    </>
  );
}

function Since({ answer, onSince }: Pick<ChangesTabProps, 'onSince'> & { answer: LayerChanges }) {
  const id = useId();
  const { since, days } = answer;
  const choices = [...new Set([...days.slice(1), since])].sort().reverse();
  return (
    <p className="changes-since">
      <label htmlFor={id}>Since</label>
      <select id={id} value={since} onChange={(event) => onSince(event.target.value)}>
        {choices.map((day) => (
          <option key={day} value={day}>
            {dateText(day)}
          </option>
        ))}
      </select>
      <span>
        or{' '}
        <input
          type="date"
          aria-label="Since another day"
          value={since}
          max={days[0]}
          onChange={({ target: { value } }) => value !== '' && onSince(value)}
        />
      </span>
    </p>
  );
}

/** "Nothing changed" and "there is only one edition" are different answers. */
function NothingChanged({ answer: { datasets, since } }: { answer: LayerChanges }): ReactNode {
  const isNew = datasets.every(({ from }) => from === undefined);
  if (isNew) {
    return (
      <Notice icon="clock" title={`Nothing was published by ${dateText(since)}`}>
        All of this layer is newer, and its first edition has not been changed since.
      </Notice>
    );
  }
  const isFirst = datasets.every(({ from, to }) => from === undefined || from.number === to.number);
  return (
    <Notice icon="clock" title={`Nothing changed since ${dateText(since)}`}>
      {isFirst
        ? 'No edition has been published since. When a publisher sends the next one, what it changes is told here.'
        : 'New editions were published, and every feature in them says and shows the same.'}
    </Notice>
  );
}

function Editions({ answer: { datasets } }: { answer: LayerChanges }): ReactNode {
  return (
    <ul className="changes-editions">
      {datasets.map(({ id, title, publisher, from, to }) => (
        <li key={id}>
          <a href={`/data/${encodeURIComponent(id)}`}>{title}</a>
          <small>
            {publisher}: {sayEditions({ from, to })}
          </small>
        </li>
      ))}
    </ul>
  );
}

type Span = Pick<LayerChanges['datasets'][number], 'from' | 'to'>;

/** Which editions were held beside each other. */
function sayEditions({ from, to }: Span): string {
  const now = `${to.number} (${dateText(to.publishedAt)})`;
  if (from === undefined) return `not published by then; edition ${now} beside its first`;
  if (from.number === to.number) return `edition ${now}, the only one since`;
  return `edition ${from.number} (${dateText(from.publishedAt)}) beside ${now}`;
}
