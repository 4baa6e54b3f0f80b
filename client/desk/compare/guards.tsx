import { useId } from 'react';
import type { Guard, GuardAnswer } from '#data/schema/desk-compare.ts';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { useDraft } from '../state/draft-context.ts';
import type { Act } from '../state/outbox.ts';
import { dayAndTime } from '../state/say.ts';
import { useTyped } from '../state/use-typed.ts';

/** Checks before publishing: each a question with its answer in place. */
export function Guards({ guards }: { readonly guards: readonly Guard[] }) {
  if (guards.length === 0) return null;
  return (
    <section className="guards" aria-labelledby="guards-title">
      <h3 id="guards-title">Checks before publishing</h3>
      <ul>
        {guards.map((guard) => (
          <li key={guard.id} className="guard">
            <ToneGlyph tone={guard.tone} isSaid={!guard.isSettled} />
            <p>
              <b>{guard.lead}</b> <small>{guard.words}</small>
            </p>
            <Control guard={guard} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Control({ guard }: { readonly guard: Guard }) {
  const { control } = guard;
  switch (control?.kind) {
    case 'reason':
      return <Reason guard={guard} control={control} />;
    case 'choice':
      return <Options guard={guard} control={control} />;
    case 'second':
      return <Second guard={guard} control={control} />;
    default:
      return null;
  }
}

type ControlOf<Kind> = Extract<NonNullable<Guard['control']>, { readonly kind: Kind }>;
type ControlProps<Kind> = { readonly guard: Guard; readonly control: ControlOf<Kind> };

/** Answer a guard; an empty answer takes it back. */
function useAnswer({ id }: Guard): (value: string) => void {
  const { act, isReadOnly } = useDraft();
  return (value) => {
    if (!isReadOnly) void act({ method: 'PUT', path: 'guards', body: { guard: id, value } });
  };
}

/** The answer on its way to the server: what was chosen stays chosen meanwhile. */
function waitingAnswer({ id }: Guard, waiting: readonly Act[]): string | undefined {
  const answers = waiting.flatMap(({ path, body }) =>
    path === 'guards' ? [body as Readonly<GuardAnswer>] : [],
  );
  return answers.findLast(({ guard }) => guard === id)?.value;
}

function Reason({ guard, control }: ControlProps<'reason'>) {
  const id = useId();
  const { isReadOnly } = useDraft();
  const answer = useAnswer(guard);
  const field = useTyped(control.value ?? '', (text) => answer(text.trim()));
  return (
    <div className="guard-control">
      <label htmlFor={id} className="hidden">
        {control.label}: {guard.lead}
      </label>
      <input
        id={id}
        type="text"
        maxLength={500}
        placeholder={control.label}
        readOnly={isReadOnly}
        value={field.text}
        onChange={({ target }) => field.type(target.value)}
        onBlur={field.take}
      />
    </div>
  );
}

function Options({ guard, control }: ControlProps<'choice'>) {
  const name = useId();
  const { isReadOnly, waiting } = useDraft();
  const answer = useAnswer(guard);
  const chosen = waitingAnswer(guard, waiting) ?? control.value;
  return (
    <fieldset className="guard-control guard-options" disabled={isReadOnly}>
      <legend className="hidden">{guard.lead}</legend>
      {control.options.map(({ value, title }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => answer(value)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whoever holds the draft cannot agree with themselves. */
function Second({ guard, control: { mayGive, given } }: ControlProps<'second'>) {
  const { act } = useDraft();
  if (given) {
    return (
      <p className="guard-control">
        {given.by} agreed, {dayAndTime(given.at, new Date())}.
      </p>
    );
  }
  return mayGive ? (
    <button
      type="button"
      className="button small guard-control"
      onClick={() =>
        void act({ method: 'PUT', path: 'guards', body: { guard: guard.id, value: 'yes' } })
      }
    >
      I agree
    </button>
  ) : (
    <p className="guard-control">“Share this check” copies the address to send to a colleague.</p>
  );
}
