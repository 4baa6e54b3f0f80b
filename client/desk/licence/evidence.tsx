import { useId, useState } from 'react';
import type { LicenceAnswers, LicenceStep } from '#data/schema/desk-licence.ts';
import { shortDay } from '../state/say.ts';
import { useTyped } from '../state/use-typed.ts';
import { isPage, withPart } from './answers.ts';

type EvidenceProps = {
  readonly step: LicenceStep;
  readonly answers: LicenceAnswers;
  readonly isReadOnly: boolean;
  readonly onAnswers: (answers: LicenceAnswers) => void;
};

/** Where anyone can check the licence: a page that names it, or the council's word given here. */
export function Evidence({ step, answers, isReadOnly, onAnswers }: EvidenceProps) {
  const name = useId();
  const { evidence } = answers;
  const [kind, setKind] = useState(evidence?.kind);
  const take = (value: LicenceAnswers['evidence']) =>
    onAnswers(withPart(answers, 'evidence', value));
  return (
    <section className="evidence">
      <h3>Evidence</h3>
      <p className="side-note">Where anyone can check that this is the licence.</p>
      <fieldset disabled={isReadOnly}>
        <legend className="hidden">Evidence</legend>
        <label className="choice">
          <input
            type="radio"
            name={name}
            checked={kind === 'here'}
            onChange={() => {
              setKind('here');
              take({ kind: 'here' });
            }}
          />
          <span className="choice-title">The council decides it here</span>
          <small>
            {step.evidence && evidence?.kind === 'here'
              ? `Recorded as: ${step.evidence.by}, ${shortDay(step.evidence.at)}`
              : 'Recorded with your name and today’s date.'}
          </small>
        </label>
        <label className="choice">
          <input
            type="radio"
            name={name}
            checked={kind === 'page'}
            onChange={() => setKind('page')}
          />
          <span className="choice-title">A web page names it</span>
          <small>One of the council’s own that anybody can open.</small>
        </label>
        {kind === 'page' && (
          <Page saved={evidence?.kind === 'page' ? evidence.url : ''} onTake={take} />
        )}
      </fieldset>
    </section>
  );
}

type PageProps = {
  readonly saved: string;
  readonly onTake: (evidence: LicenceAnswers['evidence']) => void;
};

function Page({ saved, onTake }: PageProps) {
  const id = useId();
  const field = useTyped(saved, (text) => {
    if (isPage(text)) onTake({ kind: 'page', url: text.trim() });
  });
  const isWrong = field.text.trim() !== '' && !isPage(field.text);
  return (
    <div className="side-field evidence-page">
      <label htmlFor={id}>Web page</label>
      <input
        id={id}
        type="url"
        placeholder="https://"
        value={field.text}
        aria-describedby={`${id}-wrong`}
        aria-invalid={isWrong}
        onChange={({ target }) => field.type(target.value)}
        onBlur={field.take}
      />
      <p id={`${id}-wrong`} className="side-wrong" role="status">
        {isWrong && 'Not a web address yet: it begins with https:// and is saved once it is whole.'}
      </p>
    </div>
  );
}
