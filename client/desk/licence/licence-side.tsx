import { useId } from 'react';
import type { LicenceAnswers, LicenceStep } from '#data/schema/desk-licence.ts';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { dayAndTime } from '../state/say.ts';
import { useTyped } from '../state/use-typed.ts';
import { isOsLicence, withPart } from './answers.ts';
import { Evidence } from './evidence.tsx';

type LicenceSideProps = {
  readonly step: LicenceStep;
  readonly answers: LicenceAnswers;
  readonly isReadOnly: boolean;
  readonly onAnswers: (answers: LicenceAnswers) => void;
};

/** The credit line as people will see it, what it still wants, the evidence, what the licence lets ODIN do. */
export function LicenceSide(props: LicenceSideProps) {
  const { step, answers, isReadOnly, onAnswers } = props;
  const wantsOs = answers.os === 'points' || answers.os === 'copied';
  return (
    <div className="licence-side">
      <section>
        <h3>The credit people will see</h3>
        <Credit step={step} />
      </section>
      {wantsOs && (
        <OsLicence
          saved={answers.osLicence ?? ''}
          isReadOnly={isReadOnly}
          onTake={(text) => onAnswers(withPart(answers, 'osLicence', text))}
        />
      )}
      <Evidence {...props} />
      {step.lets.length > 0 && <Lets step={step} />}
    </div>
  );
}

function Credit({ step: { credit } }: Pick<LicenceSideProps, 'step'>) {
  if (credit.length === 0) {
    return <p className="side-note">It is written as soon as a licence is chosen.</p>;
  }
  return (
    <>
      <p className="credit-line" aria-live="polite">
        {credit.map(({ text, href, gap }, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line stay in their order
          if (gap !== undefined) return <mark key={index}>{text}</mark>;
          return href === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line stay in their order
            <span key={index}>{text}</span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line stay in their order
            <a key={index} href={href}>
              {text}
            </a>
          );
        })}
      </p>
      <p className="side-note">On the map, in every download, and on each print.</p>
    </>
  );
}

type OsLicenceProps = {
  readonly saved: string;
  readonly isReadOnly: boolean;
  readonly onTake: (text: string | undefined) => void;
};

/** Taken only when it can be a number; what is not yet one is said, not sent. */
function OsLicence({ saved, isReadOnly, onTake }: OsLicenceProps) {
  const id = useId();
  const field = useTyped(saved, (text) => {
    if (text.trim() === '') onTake(undefined);
    else if (isOsLicence(text)) onTake(text.trim().toUpperCase());
  });
  const isWrong = field.text.trim() !== '' && !isOsLicence(field.text);
  return (
    <section className="side-field">
      <label htmlFor={id}>OS licence number</label>
      <small id={`${id}-help`}>On your council’s OS agreement, such as AC0000000000.</small>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={field.text}
        readOnly={isReadOnly}
        aria-describedby={`${id}-help ${id}-wrong`}
        aria-invalid={isWrong}
        onChange={({ target }) => field.type(target.value)}
        onBlur={field.take}
      />
      <p id={`${id}-wrong`} className="side-wrong" role="status">
        {isWrong && 'AC and ten digits, or nine digits. It is saved once it is whole.'}
      </p>
    </section>
  );
}

function Lets({ step: { lets, decided } }: Pick<LicenceSideProps, 'step'>) {
  return (
    <section>
      <h3>What this lets ODIN do</h3>
      <dl className="lets">
        {lets.map(({ title, answer, tone }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className={`tone-${tone}`}>
              <ToneGlyph tone={tone} /> {answer}
            </dd>
          </div>
        ))}
      </dl>
      {decided && (
        <p className="side-note">
          Settled by {decided.by}, {dayAndTime(decided.at, new Date())}.
        </p>
      )}
    </section>
  );
}
