import { Skeleton } from '#client/ui/skeleton.tsx';
import type { LicenceAnswers, LicenceStep as Step } from '#data/schema/desk-licence.ts';
import { StepHeading } from '../frame/heading.tsx';
import { Link } from '../frame/link.tsx';
import { ActionBar, Side } from '../frame/side.tsx';
import { ToneGlyph } from '../frame/tone-glyph.tsx';
import { useDraft } from '../state/draft-context.ts';
import { answersOf, sayLeft, withPart } from './answers.ts';
import { Fits, Terms } from './fits.tsx';
import './licence.css';
import './licence-side.css';
import { LicenceSide } from './licence-side.tsx';
import { Questions } from './questions.tsx';

/** What may people do with this data? Questions narrow it down; a person chooses, and says how anyone can check. */
export function LicenceStep() {
  const { draft } = useDraft();
  const { licence } = draft;
  return (
    <div className="licence-step">
      <StepHeading title="Licence">What may people do with this data?</StepHeading>
      {licence ? <Licence step={licence} /> : <Skeleton label="The licence" rows={6} rowPx={56} />}
    </div>
  );
}

function Licence({ step }: { readonly step: Step }) {
  const { act, isReadOnly, waiting } = useDraft();
  const answers = answersOf(step, waiting);
  const onAnswers = (next: LicenceAnswers) => {
    if (!isReadOnly && next !== answers) void act({ method: 'PUT', path: 'licence', body: next });
  };
  return (
    <>
      <p className="licence-stated">
        {step.stated
          ? `${step.stated.words} (${step.stated.where})`
          : 'The file does not state a licence. A few answers narrow it down; you choose.'}
      </p>
      <Questions {...{ step, answers, isReadOnly, onAnswers }} />
      <Fits
        {...{ step, isReadOnly }}
        chosen={answers.licence ?? step.chosen}
        onChoose={(licence) => onAnswers(withPart(answers, 'licence', licence))}
      />
      <Terms step={step} />
      <Side title="Credit">
        <LicenceSide {...{ step, answers, isReadOnly, onAnswers }} />
      </Side>
      <Bar left={step.left} />
    </>
  );
}

function Bar({ left }: { readonly left: readonly string[] }) {
  const { draft } = useDraft();
  const words = sayLeft(left);
  return (
    <ActionBar
      note={
        left.length > 0 && (
          <span className="bar-left tone-warn">
            <ToneGlyph tone="warn" /> {words}
          </span>
        )
      }
      end={
        <p className="bar-note">
          Not sure? “Share this check” copies the address. Your draft waits.
        </p>
      }
    >
      {left.length === 0 ? (
        <Link className="button primary" to={{ kind: 'step', draft: draft.id, step: 'compare' }}>
          Use this licence and compare
        </Link>
      ) : (
        <button type="button" className="button primary" aria-disabled="true">
          Use this licence: {left.length} left
        </button>
      )}
      <Link className="button" to={{ kind: 'step', draft: draft.id, step: 'issues' }}>
        Back
      </Link>
    </ActionBar>
  );
}
