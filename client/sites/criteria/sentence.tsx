import type { Dispatch } from 'react';
import type { FinderAction } from '../state/finder.ts';
import type { Part } from './parts.ts';
import { ValueButton } from './value-button.tsx';
import { ValuesButton } from './values-button.tsx';

type SentenceProps = {
  readonly parts: readonly Part[];
  /** Values the data has, for what is one of several. */
  readonly choices: readonly string[];
  readonly dispatch: Dispatch<FinderAction>;
};

/** A sentence whose values can be changed where they stand. */
export function Sentence({ parts, choices, dispatch }: SentenceProps) {
  return parts.map((part, index) => {
    const gap = index === 0 || (part.kind === 'text' && part.text.startsWith(',')) ? '' : ' ';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their places
      <span key={index}>
        {gap}
        {part.kind === 'text' && part.text}
        {part.kind === 'figure' && (
          <ValueButton {...part} onChange={(value) => dispatch(part.change(value))} />
        )}
        {part.kind === 'values' && (
          <ValuesButton
            {...part}
            choices={choices}
            onChange={(values) => dispatch(part.change(values))}
          />
        )}
      </span>
    );
  });
}
