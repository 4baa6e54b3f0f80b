import type { AttributeSource, Placement } from '#data/schema/feature.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { GazetteerUse } from '#data/schema/gazetteer.ts';
import type { Fields } from './fields/index.ts';

/** Attributes that tell how a feature came to its place. */
const ACCURACY = 'horizontal-accuracy-m';
const METHOD = 'capture-method';

/**
 * Say in a feature's attributes that a gazetteer placed it, and how well. What the publisher wrote of its own survey
 * stays in the published record: it is not true of this position.
 */
export function markApproximate(
  fields: Pick<Fields, 'attributes' | 'sources'>,
  { approximate, from }: Placement,
): void {
  if (approximate === undefined) return;
  const { by, value, accuracyM, gazetteer } = approximate;
  const source: AttributeSource = {
    columns: [from.replace(/^(?:UPRN|postcode) in /, '')],
    raw: value,
    rule: `placed by ${by === 'uprn' ? 'UPRN' : 'postcode'} through ${gazetteer}`,
    by: 'suggestion',
  };
  fields.attributes[ACCURACY] = accuracyM;
  fields.attributes[METHOD] = `geocoded-${by}`;
  fields.sources[ACCURACY] = source;
  fields.sources[METHOD] = source;
}

/** Say how well a position is known that a person put right no better than so. */
export function markWithin(
  fields: Pick<Fields, 'attributes' | 'sources'>,
  { withinM }: Pick<RawRecord, 'withinM'>,
): void {
  if (withinM === undefined) return;
  fields.attributes[ACCURACY] = withinM;
  const rule = `a coordinate was put right to within ${withinM} m`;
  fields.sources[ACCURACY] = { columns: [], raw: '', rule, by: 'descriptor' };
}

/** The gazetteers several layers were placed by, each once. */
export function addUses(uses: Iterable<GazetteerUse>): readonly GazetteerUse[] {
  const added = new Map<string, GazetteerUse>();
  for (const use of uses) {
    added.set(use.id, { ...use, placed: use.placed + (added.get(use.id)?.placed ?? 0) });
  }
  return [...added.values()];
}
