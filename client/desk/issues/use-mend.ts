import { useState } from 'react';
import type { Choice } from '#data/schema/desk-choice.ts';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import type { ChoiceTaken } from '../state/draft-context.ts';

/** The way on that is chosen for an issue and not taken yet. */
export type Mend = {
  readonly choice: Choice | undefined;
  /** What is typed or picked for it. */
  readonly value: string;
  /** Ready to be sent; undefined while something is still to be chosen or typed. */
  readonly taken: ChoiceTaken | undefined;
  readonly choose: (id: string, value?: string) => void;
  readonly type: (value: string) => void;
};

/** Begins with what is suggested; what is not, a person must choose. */
export function useMend({ id, choices }: IssueDetail): Mend {
  const suggested = choices.find((choice) => choice.suggested && choice.input === undefined);
  const [chosen, setChosen] = useState(suggested?.id);
  const [value, setValue] = useState('');
  const choice = choices.find((each) => each.id === chosen);
  return {
    choice,
    value,
    taken: choice && takenWith(id, choice, value.trim()),
    choose: (next, given = '') => {
      setChosen(next);
      setValue(given);
    },
    type: setValue,
  };
}

function takenWith(about: string, { id, input }: Choice, value: string): ChoiceTaken | undefined {
  if (input === undefined) return { about, choice: id };
  if (value === '') return undefined;
  return { about, choice: id, value, ...(input.kind === 'reason' ? { why: value } : {}) };
}
