import type { AccountStore } from '#server/store/accounts/accounts.ts';

/** What every use case of accounts needs. */
export type AccountDeps = {
  readonly store: AccountStore;
  readonly now: () => Date;
};

/** An e-mail address as accounts are found by it. */
export const emailKey = (email: string): string => email.trim().toLowerCase();
