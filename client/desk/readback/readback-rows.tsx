import type { z } from 'zod';
import type { ReadbackRow } from '#data/schema/desk-readback.ts';
import { ChoiceList } from '../frame/choice-list.tsx';
import { Link } from '../frame/link.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { useDraft } from '../state/draft-context.ts';

type Row = z.infer<typeof ReadbackRow>;

type ReadbackRowsProps = {
  readonly rows: readonly Row[];
  /** Id of the row whose choices are open. */
  readonly open: string | undefined;
  readonly onOpen: (row: string | undefined) => void;
};

/** How it was read: each value beside its evidence, and what else it could be. */
export function ReadbackRows({ rows, open, onOpen }: ReadbackRowsProps) {
  return (
    <section aria-labelledby="how-we-read">
      <h3 id="how-we-read">How we read it</h3>
      <dl className="readback-rows">
        {rows.map((row) => (
          <RowLine
            key={row.id}
            row={row}
            isOpen={open === row.id}
            onOpen={(isOpen) => onOpen(isOpen ? row.id : undefined)}
          />
        ))}
      </dl>
    </section>
  );
}

type RowLineProps = {
  readonly row: Row;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

function RowLine({ row, isOpen, onOpen }: RowLineProps) {
  const { draft, isReadOnly, choose } = useDraft();
  const canChange = row.choices.length > 0 && !isReadOnly;
  return (
    <div className="readback-row" id={`readback-${row.id}`} tabIndex={-1}>
      <dt>{row.title}</dt>
      <dd className="readback-value">
        {row.tone && row.tone !== 'info' && <ToneGlyph tone={row.tone} isSaid />}
        {row.value}
      </dd>
      <dd className="readback-evidence">{row.evidence}</dd>
      <dd className="readback-change">
        {canChange && (
          <button
            type="button"
            className="text-button"
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {isOpen ? 'Close' : 'Change'}
            <span className="hidden"> {row.title.toLowerCase()}</span>
          </button>
        )}
        {row.id === 'file' && !isReadOnly && (
          <Link className="text-button" to={{ kind: 'step', draft: draft.id, step: 'file' }}>
            Replace<span className="hidden"> the file</span>
          </Link>
        )}
      </dd>
      {isOpen && canChange && (
        <dd className="readback-choices">
          <ChoiceList
            label={`${row.title}: what it is`}
            choices={row.choices}
            submit="Read it this way"
            onTake={async (taken) => {
              if (await choose(taken)) onOpen(false);
            }}
          />
        </dd>
      )}
    </div>
  );
}
