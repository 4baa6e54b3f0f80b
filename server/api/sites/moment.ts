import { dateText } from '#data/words/dates.ts';
import { servicesAt, type Withdrawn } from '../at-moment.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Services } from '../services.ts';

/** As whom, and of when, something is measured. */
export type MeasuredFor = {
  /** As whoever asks sees them. */
  readonly services: Services;
  /** ISO 8601 moment whose editions are measured; absent: what is live. */
  readonly asOf?: string;
};

/** What is there at a moment, and when that is. */
export type Moment = {
  readonly services: Services;
  readonly catalogue: Catalogue;
  /** ISO 8601. */
  readonly at: string;
  readonly notes: readonly string[];
};

/** Times the catalogue is read again when it changed while the clock was looked at. */
const MOST_LOOKS = 5;

/** Stand at a moment; without one, now. */
export async function momentOf(services: Services, asOf: string | undefined): Promise<Moment> {
  if (asOf !== undefined) {
    const then = await servicesAt(services, asOf);
    const catalogue = await then.services.catalogue();
    return {
      services: then.services,
      catalogue,
      at: asOf,
      notes: then.withdrawn.map(sayWithdrawn),
    };
  }
  let catalogue = await services.catalogue();
  for (let look = 0; ; look++) {
    const at = services.accounts.now().toISOString();
    const again = await services.catalogue();
    if (again === catalogue || look === MOST_LOOKS) return { services, catalogue, at, notes: [] };
    catalogue = again;
  }
}

const sayWithdrawn = ({ title, at }: Withdrawn): string =>
  `“${title}” was live then and was taken back on ${dateText(at)}: it is left out.`;
