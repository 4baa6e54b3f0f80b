import { createContext, useContext } from 'react';
import type { Draft } from '#data/schema/desk.ts';
import type { Act } from './outbox.ts';
import type { Saving } from './saver.ts';

/** The draft on the desk and what may be done with it; every step has it. */
export type DraftDesk = {
  readonly draft: Draft;
  /** A colleague has it, or it is published: it can be read and not changed. */
  readonly isReadOnly: boolean;
  readonly saving: Saving;
  /** Acts that are not with the server yet. */
  readonly waiting: readonly Act[];
  /** Do something to the draft, saved at once. Resolves to whether the server has taken it. */
  readonly act: (act: Act) => Promise<boolean>;
  /** Take a choice that was offered: of the read-back, or `about` an issue, a column, a finding. */
  readonly choose: (request: ChoiceTaken) => Promise<boolean>;
  /** Take back the last act; nothing while there is none. */
  readonly undo: (() => void) | undefined;
  /** Send again what could not be sent. */
  readonly retry: () => void;
  /** Hold a draft that came as the answer to something else. */
  readonly hold: (draft: Draft) => void;
};

/** A choice and what it was given. */
export type ChoiceTaken = {
  readonly about?: string;
  readonly choice: string;
  readonly value?: string;
  readonly why?: string;
};

export const DraftContext = createContext<DraftDesk | undefined>(undefined);

/** The draft on the desk. @throws TypeError outside a draft's page */
export function useDraft(): DraftDesk {
  const desk = useContext(DraftContext);
  if (desk === undefined) throw new TypeError('useDraft() is for pages of a draft');
  return desk;
}

/** The last of the acts under way that takes a choice about something; undefined: none does. */
export function underWay(
  waiting: readonly Act[],
  about: string,
  isMeant: (choice: string) => boolean,
): ChoiceTaken | undefined {
  return waiting
    .map(({ body }) => body as Partial<ChoiceTaken> | undefined)
    .findLast(
      (taken): taken is ChoiceTaken =>
        taken?.about === about && taken.choice !== undefined && isMeant(taken.choice),
    );
}
