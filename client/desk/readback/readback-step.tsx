import { useMemo, useState } from 'react';
import type { DraftProgress } from '#data/schema/desk.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { FileStep } from '../file/file-step.tsx';
import { Reading } from '../file/reading.tsx';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import type { DraftMapWishes } from '../map/wishes.ts';
import { useDraft } from '../state/draft-context.ts';
import { go, useRoute } from '../state/navigate.ts';
import { CrsVote } from './crs-vote.tsx';
import { Falls } from './falls.tsx';
import './falls.css';
import './readback.css';
import { ReadbackRows } from './readback-rows.tsx';
import { Sentence } from './sentence.tsx';

type ReadbackStepProps = { readonly progress: DraftProgress };

/** What was read, in one sentence, with its evidence; the file's own step until there is something to say. */
export function ReadbackStep({ progress }: ReadbackStepProps) {
  const { draft } = useDraft();
  if (draft.readback === undefined) return <FileStep progress={progress} />;
  return <ReadBack readback={draft.readback} progress={progress} />;
}

type ReadBackProps = { readonly readback: Readback; readonly progress: DraftProgress };

function ReadBack({ readback, progress }: ReadBackProps) {
  const { draft } = useDraft();
  const [box, setBox] = useState<Bounds | undefined>(readback.box);
  const map = useMapWishes(box);
  const [open, setOpen] = useState<string>();
  return (
    <div className="readback">
      <StepHeading title="Read-back" className="readback-sentence">
        <Sentence parts={readback.sentence} onOpen={setOpen} />
      </StepHeading>
      <Reading progress={progress} />
      <Notices readback={readback} />
      {draft.remembered && <p className="remembered">{draft.remembered.words}</p>}
      <ReadbackRows rows={readback.rows} open={open} onOpen={setOpen} />
      {readback.vote && <CrsVote vote={readback.vote} />}
      <Side title="Map" map={map}>
        <Falls readback={readback} onShow={setBox} />
      </Side>
      <ActionBar
        end={
          <p className="bar-note">
            {draft.edition > 1
              ? 'Nothing is published yet. The live edition stays as it is until step 7.'
              : 'Nothing is published yet.'}
          </p>
        }
      >
        <Link className="button primary" to={{ kind: 'step', draft: draft.id, step: 'columns' }}>
          Continue to columns
        </Link>
        <Link className="button" to={{ kind: 'step', draft: draft.id, step: 'file' }}>
          Choose another file
        </Link>
      </ActionBar>
    </div>
  );
}

/** The map shows where things fall; a point picked on it is told, and leads to its issue where it has one. */
function useMapWishes(box: Bounds | undefined): DraftMapWishes {
  const { draft } = useDraft();
  const route = useRoute();
  const line = route.kind === 'step' ? route.line : undefined;
  const { id } = draft;
  return useMemo(
    () => ({
      show: 'places',
      ...(box && { box }),
      ...(line !== undefined && { selected: { line, label: `Line ${line}` } }),
      onPick: (picked) => {
        if (picked.issue === undefined) {
          go({ kind: 'step', draft: id, step: 'readback', line: picked.line }, 'replace');
        } else {
          go({ kind: 'step', draft: id, step: 'issues', issue: picked.issue, line: picked.line });
        }
      },
    }),
    [box, line, id],
  );
}

/** What is not in place, each leading to where it is put right. */
function Notices({ readback }: { readonly readback: Readback }) {
  const { draft } = useDraft();
  if (readback.notices.length === 0) return null;
  return (
    <ul className="readback-notices">
      {readback.notices.map(({ tone, text, issue }) => (
        <li key={text} className={`tone-${tone}`}>
          <ToneGlyph tone={tone} />
          {issue === undefined ? (
            text
          ) : (
            <Link to={{ kind: 'step', draft: draft.id, step: 'issues', issue }}>{text}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}
