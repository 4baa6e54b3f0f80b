import { isApproximate } from '#data/schema/gazetteer.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';

/** Values of a feature outside ODIN: its attributes as stored, and where it came from. */
export function propertiesOf(
  { type, lifecycle, layer, line, attributes }: Omit<FeatureShape, 'geometry'>,
  edition: EditionRow | undefined,
): Record<string, unknown> {
  return {
    ...attributes,
    'feature-type': type,
    'lifecycle-status': lifecycle,
    ...(edition?.source.synthetic ? { synthetic: true } : {}),
    ...(isApproximate(attributes) ? { approximate: true } : {}),
    'source-dataset': edition?.dataset,
    'source-edition': edition?.number,
    'source-layer': layer,
    'source-line': line,
  };
}
