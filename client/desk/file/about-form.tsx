import { type ReactNode, useEffect, useId, useState } from 'react';
import { Icon } from '#client/ui/icon.tsx';
import { useDebounced } from '#client/ui/use-debounced.ts';
import type { DraftAbout } from '#data/schema/desk.ts';
import { useDraft } from '../state/draft-context.ts';
import { FetchAgain } from './fetch-again.tsx';

/** Saved when typing has stopped for so long, ms. Source: the design, "Autosave". */
const STILL_MS = 500;

const CADENCES: readonly (readonly [value: string, title: string])[] = [
  ['', 'Nothing is promised'],
  ['P1D', 'Every day'],
  ['P7D', 'Every week'],
  ['P1M', 'Every month'],
  ['P3M', 'Every 3 months'],
  ['P6M', 'Every 6 months'],
  ['P1Y', 'Every year'],
];

/** What people will call the dataset; saved as it is typed. */
export function AboutForm() {
  const { draft, act } = useDraft();
  const [title, setTitle] = useState(draft.title);
  const [description, setDescription] = useState(draft.description ?? '');
  const [cadence, setCadence] = useState<string>();
  const save = (about: DraftAbout) => void act({ method: 'PUT', path: 'about', body: about });
  useStill(title.trim(), draft.title, (text) => text !== '' && save({ title: text }));
  useStill(description.trim(), draft.description ?? '', (text) => save({ description: text }));
  return (
    <section className="about-form">
      <h3>What people will see</h3>
      <Field label="Name" wrong={title.trim() === '' ? 'It needs a name.' : undefined}>
        {(id) => (
          <input
            id={id}
            type="text"
            maxLength={200}
            value={title}
            aria-invalid={title.trim() === ''}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field label="What it holds, in a sentence or two">
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={2000}
            value={description}
            onChange={({ target }) => setDescription(target.value)}
          />
        )}
      </Field>
      <Field label="Next editions">
        {(id) => (
          <span className="select">
            <select
              id={id}
              value={cadence ?? 'as-is'}
              onChange={({ target }) => {
                setCadence(target.value);
                if (target.value !== 'as-is') save({ cadence: target.value });
              }}
            >
              <option value="as-is">As it was</option>
              {CADENCES.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
            <Icon name="chevron-down" size={16} />
          </span>
        )}
      </Field>
      {draft.harvest && (
        <Field label="Fetch it again">
          {(id) => (
            <>
              {draft.harvest && (
                <FetchAgain
                  id={id}
                  fetching={draft.harvest}
                  onEvery={(every) => save({ harvest: every })}
                />
              )}
              <small>
                Once published, ODIN fetches it from its address. What is unlike the edition before
                is held until you look.
              </small>
            </>
          )}
        </Field>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={draft.synthetic}
          onChange={({ target }) => save({ synthetic: target.checked })}
        />
        <span>
          The figures are made up
          <small>It will carry the Synthetic badge wherever it is shown.</small>
        </span>
      </label>
    </section>
  );
}

/** Call `save` once a text has been still and is not what is saved already. */
function useStill(text: string, saved: string, save: (text: string) => void): void {
  const still = useDebounced(text, STILL_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is a reason to save
  useEffect(() => {
    if (still !== saved) save(still);
  }, [still]);
}

type FieldProps = {
  readonly label: string;
  readonly wrong?: string | undefined;
  /** The control, of the id given. */
  readonly children: (id: string) => ReactNode;
};

function Field({ label, wrong, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {wrong !== undefined && <small className="tone-bad">{wrong}</small>}
    </div>
  );
}
