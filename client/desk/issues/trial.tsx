import { useMutation } from '@tanstack/react-query';
import { countOf } from '#client/ui/format.ts';
import type { DecisionPreview } from '#data/schema/desk.ts';
import { send } from '../api/send.ts';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import type { ChoiceTaken } from '../state/draft-context.ts';
import { useDraft } from '../state/draft-context.ts';

/** Records shown of a trial. */
const MOST = 6;

type TrialProps = { readonly taken: ChoiceTaken };

/** Try a mend on the whole file and show what it changes; nothing of it is kept. */
export function Trial({ taken }: TrialProps) {
  const { draft } = useDraft();
  const trial = useMutation({
    mutationFn: () =>
      send<DecisionPreview>('POST', `drafts/${encodeURIComponent(draft.id)}/preview`, taken),
  });
  return (
    <section className="trial" aria-label="What it would change">
      <button
        type="button"
        className="button small"
        aria-disabled={trial.isPending}
        onClick={() => !trial.isPending && trial.mutate()}
      >
        {trial.isPending ? 'Trying it on the whole file' : 'Try it: nothing is kept'}
      </button>
      <div role="status">
        {trial.error && <p className="tone-bad">{trial.error.message}</p>}
        {trial.data && <Told preview={trial.data} />}
      </div>
    </section>
  );
}

function Told({ preview: { figures, records, differ } }: { readonly preview: DecisionPreview }) {
  if (differ === 0 && figures.length === 0) {
    return <p>No record changes place or value by it; the issue is settled.</p>;
  }
  return (
    <>
      <p>
        <b>{countOf(differ, 'record')}</b> would change.
      </p>
      <table className="trial-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ title, before, after, tone }) => (
            <tr key={title}>
              <th scope="row">
                <ToneGlyph tone={tone} /> {title}
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
          {records.slice(0, MOST).map(({ line, reference, before, after }) => (
            <tr key={line}>
              <th scope="row">{reference ?? `Line ${line}`}</th>
              <td>{before.text}</td>
              <td>{after.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
