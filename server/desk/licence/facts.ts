import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import type { DraftContext } from '../draft/context.ts';
import type { DeskDeps } from '../draft/deps.ts';
import type { LicenceFacts } from './licence.ts';

/** What the licence step is held against. */
export async function licenceFacts(
  context: DraftContext,
  personal: number,
  { licences, publishing }: DeskDeps,
): Promise<LicenceFacts> {
  const used = new Map<string, number>();
  for (const { licence } of await publishing.store.listLive())
    used.set(licence, (used.get(licence) ?? 0) + 1);
  const words = context.closer.licence?.text;
  const [recognised] = words === undefined ? [] : recogniseLicences(words, licences);
  return { licences, used, personal, ...(recognised ? { recognised: recognised.id } : {}) };
}
