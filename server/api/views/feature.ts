import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { FeatureSummary } from '#data/schema/api.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { isApproximate } from '#data/schema/gazetteer.ts';
import type { EditionRow, FeatureHead } from '#server/store/rows.ts';
import type { Services } from '../services.ts';
import { formatValue } from './attribute.ts';

/** A feature as lists and search results show it. */
export function featureSummary(
  feature: FeatureHead,
  edition: EditionRow,
  { districtNames }: Pick<Services, 'districtNames'>,
): FeatureSummary {
  const district = feature.district === undefined ? undefined : districtNames.get(feature.district);
  return {
    id: feature.id,
    key: feature.key,
    layerId: edition.layerId,
    title: titleOf(feature),
    typeTitle: findFeatureType(feature.type)?.title ?? feature.type,
    featureType: feature.type,
    lifecycle: feature.lifecycle,
    point: [...feature.point],
    bounds: [...feature.bounds],
    synthetic: edition.source.synthetic,
    ...(district ? { district } : {}),
    ...(isApproximate(feature.attributes) ? { approximate: true } : {}),
  };
}

/** What to call a feature: its name, else its kind with its label, its reference or its line. */
export function titleOf({ name, reference, type, attributes, line }: FeatureHead): string {
  if (name) return name;
  const known = findFeatureType(type);
  if (!known) return reference ?? `Feature, line ${line}`;
  const label = labelOf(known, attributes);
  if (label) return label;
  return reference ? `${known.title} ${reference}` : `${known.title}, line ${line}`;
}

/** The kind with its label: `Power line, 33 kV`, `Gas pipe, low`, `Flood zone 3` where both end and begin alike. */
function labelOf(type: FeatureType, attributes: FeatureHead['attributes']): string | undefined {
  const attribute = attributesOf(type).find((each) => each.name === type.labelBy);
  const value = attribute && attributes[attribute.name];
  if (!attribute || value === undefined) return undefined;
  const text = formatValue(attribute, value);
  if (attribute.unit) return `${type.title}, ${text} ${attribute.unit}`;
  const [first = '', ...rest] = text.split(' ');
  if (rest.length > 0 && type.title.toLowerCase().endsWith(` ${first.toLowerCase()}`)) {
    return `${type.title} ${rest.join(' ')}`;
  }
  const isWord = /^[A-Z][a-z]/.test(text);
  return `${type.title}, ${isWord ? text.charAt(0).toLowerCase() + text.slice(1) : text}`;
}
