import type { LicenceSummary, PublisherSummary } from '#data/schema/api.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { mayLeave } from '#server/catalogue/combine.ts';

/** A licence as it stands beside data; one that left the catalogue is `not-stated`. */
export function licenceSummary(
  id: string,
  licence: Licence | undefined,
  attribution: string,
): LicenceSummary {
  return {
    id,
    title: licence?.title ?? id,
    ...(licence?.url ? { url: licence.url } : {}),
    chip: licence?.chip ?? 'not-stated',
    attribution,
    ...(licence ? { commercialUse: licence.permissions.commercialUse } : {}),
  };
}

export const publisherSummary = (
  id: string,
  publisher: Publisher | undefined,
): PublisherSummary => ({
  id,
  name: publisher?.name ?? id,
  shortName: publisher?.shortName ?? id,
});

/** Whether the data may be handed out as a file. */
export const mayDownload = (licence: Licence | undefined): boolean =>
  licence !== undefined && mayLeave(licence);
