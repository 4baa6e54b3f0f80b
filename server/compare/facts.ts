import type { AttributeValue } from '#data/schema/attribute.ts';
import type { EditionFacts } from '#data/schema/change.ts';
import { shapeOf, type Wgs84Geometry } from '#data/schema/geometry.ts';

/** Ways of writing references kept. */
const FORMATS_KEPT = 10;
/** Different names counted; references that are free texts are written in as many ways as there are records. */
const NAMES_COUNTED = 1_000;

/** What is counted of a feature. */
type Counted = {
  readonly geometry?: Wgs84Geometry;
  readonly reference?: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
};

/** Counts features as they pass. */
export type FactCounter = {
  readonly add: (feature: Counted) => void;
  readonly facts: () => EditionFacts;
};

/** A counter for one edition: a few numbers, however long the edition. */
export function countFacts(): FactCounter {
  const shapes = { point: 0, line: 0, polygon: 0, none: 0 };
  const filled = new Map<string, number>();
  const formats = new Map<string, number>();
  let newest = '';
  return {
    add({ geometry, reference, attributes }) {
      shapes[(geometry && shapeOf(geometry)) ?? 'none']++;
      for (const name in attributes) tick(filled, name);
      const entered = attributes['entry-date'];
      if (typeof entered === 'string' && entered > newest) newest = entered;
      if (reference === undefined) return;
      tick(formats, formatOf(reference));
    },
    facts: () => ({
      shapes,
      filled: Object.fromEntries(filled),
      formats: [...formats].sort((a, b) => b[1] - a[1]).slice(0, FORMATS_KEPT),
      ...(newest === '' ? {} : { newest }),
    }),
  };
}

function tick(counts: Map<string, number>, name: string): void {
  const met = counts.get(name);
  if (met !== undefined || counts.size < NAMES_COUNTED) counts.set(name, (met ?? 0) + 1);
}

/** How a reference is written, its letters and figures left out: `TRF/0012` is `A/9`. */
export const formatOf = (reference: string): string =>
  reference
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/g, '9')
    .slice(0, 40);
