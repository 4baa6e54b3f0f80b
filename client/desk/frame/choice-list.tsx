import { type ReactNode, useId, useState } from 'react';
import { Icon } from '#client/ui/icon.tsx';
import type { Choice } from '#data/schema/desk-choice.ts';
import type { ChoiceTaken } from '../state/draft-context.ts';

type ChoiceListProps = {
  /** What is chosen, for assistive technology. */
  readonly label: string;
  readonly choices: readonly Choice[];
  /** What the button says. Absent: a choice is taken as soon as it is made and wants nothing typed. */
  readonly submit?: string;
  /** Takes what was chosen; `about` is the caller's to add. */
  readonly onTake: (taken: Pick<ChoiceTaken, 'choice' | 'value' | 'why'>) => unknown;
};

/** Ways on, each with what follows from it; with what is to be typed where one asks for it. */
export function ChoiceList({ label, choices, submit, onTake }: ChoiceListProps) {
  const name = useId();
  const current = choices.find((choice) => choice.current);
  const [chosen, setChosen] = useState(current?.id);
  const [value, setValue] = useState('');
  const choice = choices.find(({ id }) => id === chosen);
  const isReady = choice !== undefined && (choice.input === undefined || value.trim() !== '');
  const isChange = choice?.id !== current?.id || choice?.input !== undefined;
  const take = (taken: Choice, given: string) => {
    const text = given.trim();
    const field = taken.input?.kind === 'reason' ? { why: text } : { value: text };
    void onTake({ choice: taken.id, ...(taken.input && text !== '' ? field : {}) });
  };
  return (
    <form
      className="choice-list"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice && isReady && isChange) take(choice, value);
      }}
    >
      <fieldset>
        <legend className="hidden">{label}</legend>
        {choices.map((each) => (
          <div key={each.id}>
            <ChoiceRow
              choice={each}
              name={name}
              isChosen={each.id === chosen}
              onChoose={() => {
                setChosen(each.id);
                setValue('');
                if (submit === undefined && each.input === undefined) take(each, '');
              }}
            >
              {each.input && each.id === chosen && (
                <ChoiceInput input={each.input} value={value} onChange={setValue} />
              )}
            </ChoiceRow>
          </div>
        ))}
      </fieldset>
      {(submit !== undefined || choice?.input !== undefined) && (
        <button type="submit" className="button small" aria-disabled={!isReady || !isChange}>
          {submit ?? 'Use this'}
        </button>
      )}
    </form>
  );
}

type ChoiceRowProps = {
  readonly choice: Choice;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** The field it asks for. */
  readonly children?: ReactNode;
};

/** One way on: a radio button, what it does, what follows from it. */
export function ChoiceRow({ choice, name, isChosen, onChoose, children }: ChoiceRowProps) {
  return (
    <>
      <label className="choice">
        <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
        <span className="choice-title">
          {choice.title}
          {choice.suggested && <span className="desk-chip info">Suggested</span>}
        </span>
        {choice.consequence !== undefined && <small>{choice.consequence}</small>}
      </label>
      {children}
    </>
  );
}

type ChoiceInputProps = {
  readonly input: NonNullable<Choice['input']>;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** What a choice asks for: a list where there is one, else a field. */
export function ChoiceInput({ input, value, onChange }: ChoiceInputProps) {
  const id = useId();
  const { kind, label, hint, options } = input;
  return (
    <div className="choice-input">
      <label htmlFor={id}>{label}</label>
      {options === undefined ? (
        <input
          id={id}
          type={kind === 'date' ? 'date' : 'text'}
          value={value}
          maxLength={kind === 'reason' ? 500 : 2000}
          placeholder={hint}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <span className="select">
          <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
            <option value="">{hint ?? 'Choose one'}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.title}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={16} />
        </span>
      )}
    </div>
  );
}
