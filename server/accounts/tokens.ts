import type { Scope } from '#data/schema/subject.ts';
import type { AccountDeps } from './deps.ts';
import { hashSecret, newApiToken, newId } from './secret.ts';

/** Days an API token may be good for. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;

export type TokenDraft = {
  readonly accountId: string;
  /** What its owner calls it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly purpose?: string;
  readonly days: (typeof TOKEN_DAYS)[number];
};

/** Make an API token. @returns the token itself: told once, kept as a hash */
export async function makeToken(
  { days, ...draft }: TokenDraft,
  { store, now }: AccountDeps,
): Promise<string> {
  const token = newApiToken();
  const madeAt = now().toISOString();
  const expiresAt = new Date(now().getTime() + days * 86_400_000).toISOString();
  await store.putToken({ ...draft, id: newId(), hash: hashSecret(token), madeAt, expiresAt });
  return token;
}
