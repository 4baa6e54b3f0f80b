import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import { Callout } from '#client/ui/callout.tsx';
import { countOf, formatBytes } from '#client/ui/format.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { Draft, DraftProgress } from '#data/schema/desk.ts';
import type { Receipt } from '#data/schema/desk-compare.ts';
import { dropDraft } from '../api/drafts.ts';
import { send } from '../api/send.ts';
import { sound } from '../frame/alarm.tsx';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import type { DraftMapWishes } from '../map/wishes.ts';
import { useDraft } from '../state/draft-context.ts';
import { go } from '../state/navigate.ts';
import './publish.css';

const PLACES: DraftMapWishes = { show: 'places' };

/** What goes live, what still stops it, and the one button. */
export function PublishStep({ progress }: { readonly progress: DraftProgress }) {
  const { draft, isReadOnly } = useDraft();
  const publish = usePublish(draft);
  const isPublishing = publish.isPending || progress.state === 'publishing';
  const title = `Publish edition ${draft.edition}`;
  return (
    <div className="publish-step">
      <StepHeading title={draft.left.length > 0 ? `Publish, ${draft.left.length} left` : 'Publish'}>
        {draft.left.length > 0 ? 'Nearly there' : 'Ready to go live'}
      </StepHeading>
      <Left draft={draft} />
      <What draft={draft} />
      {isPublishing && (
        <p className="publish-going" aria-busy="true">
          {progress.state === 'publishing' ? progress.words : 'Publishing'}
          <progress
            aria-label="Published"
            max={progress.of ?? 1}
            value={progress.of && progress.done}
          />
        </p>
      )}
      {publish.error && (
        <Callout tone="bad" title="Publishing stopped.">
          {publish.error.message} {sayKept(draft)}
        </Callout>
      )}
      <Side title="Map" map={PLACES} />
      <ActionBar note={sayKept(draft)}>
        <button
          type="button"
          className="button primary"
          aria-disabled={draft.left.length > 0 || isPublishing || isReadOnly}
          onClick={() => {
            if (draft.left.length === 0 && !isPublishing && !isReadOnly) publish.mutate();
          }}
        >
          {isPublishing
            ? 'Publishing'
            : draft.left.length > 0
              ? `${title}: ${draft.left.length} left`
              : title}
        </button>
        <Link className="button" to={{ kind: 'step', draft: draft.id, step: 'compare' }}>
          Back
        </Link>
      </ActionBar>
    </div>
  );
}

const sayKept = ({ edition, compare }: Draft): string =>
  compare?.against
    ? `Until edition ${edition} is live, edition ${compare.against.edition} is; nothing is in between.`
    : 'Until it is live nothing of it is to be seen; nothing is in between.';

/** Publishing is asked for once, never sent again by itself: a second edition would come of it. */
function usePublish(draft: Draft) {
  const client = useQueryClient();
  const { id } = draft;
  return useMutation({
    mutationFn: () =>
      send<Receipt>('POST', `drafts/${encodeURIComponent(id)}/publish`, {
        reading: draft.progress.reading,
      }),
    onSuccess: (receipt) => {
      client.setQueryData(['desk', 'receipt', id], receipt);
      dropDraft(client, id);
      announce(`Edition ${receipt.edition} is live.`);
      go({ kind: 'receipt', draft: id }, 'replace');
    },
    onError: () => {
      sound('Publishing stopped.');
      dropDraft(client, id);
    },
  });
}

/** What must be settled first, each leading to its step. */
function Left({ draft }: { readonly draft: Draft }) {
  if (draft.left.length === 0) return null;
  return (
    <section className="publish-left">
      <h3>{countOf(draft.left.length, 'thing')} to settle first</h3>
      <ul>
        {draft.left.map(({ step, words }) => (
          <li key={`${step} ${words}`}>
            <ToneGlyph tone="bad" isSaid />
            <span>{words}</span>
            <Link to={{ kind: 'step', draft: draft.id, step }} label={`Settle it: ${words}`}>
              Settle it
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What goes live, line by line. */
function What({ draft }: { readonly draft: Draft }) {
  const { file, compare, licence, issues } = draft;
  const taken = licence?.fits.find(({ id }) => id === licence.chosen);
  const credit = licence?.credit.map(({ text }) => text).join('') ?? '';
  return (
    <dl className="publish-what">
      <Line title="Dataset">
        {draft.title}, edition {draft.edition} {draft.synthetic && <SyntheticBadge />}
      </Line>
      <Line title="Publisher">{draft.publisher.name}</Line>
      <Line title="File" note={`${formatBytes(file.sizeBytes)}, kept unchanged`}>
        {file.name}
      </Line>
      {compare && <Line title="What changes">{compare.words}</Line>}
      <Line title="Licence" note={credit}>
        {taken?.title ?? licence?.chosen ?? 'Not settled yet'}
      </Line>
      <Line title="Open issues">
        {issues.later === 0
          ? 'None'
          : `${countOf(issues.later, 'issue')} to fix later, shown on the public page`}
      </Line>
      <Line title="Personal data">
        {draft.personal.open === 0
          ? `Nothing left to settle in ${countOf(draft.personal.cells, 'cell')}`
          : `${countOf(draft.personal.open, 'finding')} to settle`}
      </Line>
    </dl>
  );
}

type LineProps = {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
};

function Line({ title, note, children }: LineProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {children}
        {note !== undefined && note !== '' && <small>{note}</small>}
      </dd>
    </div>
  );
}
