import type { Dispatch } from 'react';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Changes } from '#data/siting/changes-from-profile.ts';
import type { Ranking } from '#data/siting/ranking.ts';
import type { Profile } from '#data/siting/search.ts';
import type { Finder, FinderAction } from './finder.ts';
import type { LastEdit } from './use-edits.ts';

/** Why there is no answer, or not the one asked for. */
export type AskingTrouble = {
  /** The device or the server is away: nothing wrong with the search. */
  readonly isAway: boolean;
  readonly message: string;
};

/** Everything the parts of the finder share. */
export type SitesDesk = {
  readonly finder: Finder;
  readonly dispatch: Dispatch<FinderAction>;
  /** The profile the search began from, a reader's own included; undefined of one that came by link. */
  readonly profile: Profile | undefined;
  /** What of a profile of ODIN's is otherwise. */
  readonly changes: Changes;
  /** What was measured; of the search before while the next is asked. */
  readonly answer: SitesAnswer | undefined;
  readonly ranking: Ranking | undefined;
  readonly edit: LastEdit;
  /** Another answer is awaited. */
  readonly isAsking: boolean;
  readonly trouble: AskingTrouble | undefined;
  readonly askAgain: () => void;
};
