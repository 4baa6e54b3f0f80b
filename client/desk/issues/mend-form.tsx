import { useId } from 'react';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import { ChoiceInput, ChoiceRow } from '../frame/choice-list.tsx';
import type { Mend } from './use-mend.ts';

type MendFormProps = {
  readonly issue: IssueDetail;
  readonly mend: Mend;
  readonly onApply: () => void;
};

/** The ways on, each with what follows from it; Enter in a field applies it. */
export function MendForm({ issue, mend, onApply }: MendFormProps) {
  const name = useId();
  if (issue.choices.length === 0) return null;
  return (
    <form
      className="mend"
      onSubmit={(event) => {
        event.preventDefault();
        onApply();
      }}
    >
      <fieldset>
        <legend>Choose a mend</legend>
        {issue.choices.map((choice) => (
          <div key={choice.id} className="mend-choice">
            <ChoiceRow
              choice={choice}
              name={name}
              isChosen={choice.id === mend.choice?.id}
              onChoose={() => mend.choose(choice.id)}
            >
              {choice.input && choice.id === mend.choice?.id && (
                <ChoiceInput input={choice.input} value={mend.value} onChange={mend.type} />
              )}
            </ChoiceRow>
          </div>
        ))}
      </fieldset>
    </form>
  );
}
