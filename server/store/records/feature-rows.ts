import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Lifecycle } from '#data/schema/feature.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import { readWkb } from '#server/frames/wkb.ts';
import type { FeatureHead, FeatureShape } from '../rows.ts';
import type { Spot } from './pages.ts';

export const rowOf = ({ page, index }: Spot): number => page.first + index;

/** True when it is known where a record is. */
export const isPlaced = ({ page, index }: Spot): boolean =>
  !Number.isNaN(page.number(index, 'lng'));

export const boundsOf = ({ page, index }: Spot): Bounds => [
  page.number(index, 'west'),
  page.number(index, 'south'),
  page.number(index, 'east'),
  page.number(index, 'north'),
];

/** What a record is called, where it has that. */
export function namesOf({ page, index }: Spot): Pick<FeatureHead, 'reference' | 'name'> {
  const [reference, name] = [page.text(index, 'reference'), page.text(index, 'name')];
  return { ...(reference === '' ? {} : { reference }), ...(name === '' ? {} : { name }) };
}

export const attributesOf = ({ page, index }: Spot): Record<string, AttributeValue> =>
  JSON.parse(page.text(index, 'attributes'));

/** A placed record. */
export function toHead(spot: Spot): FeatureHead {
  const { page, index } = spot;
  const district = page.term(index, 'district');
  return {
    row: rowOf(spot),
    edition: page.edition,
    key: page.number(index, 'key'),
    id: page.text(index, 'id'),
    type: page.term(index, 'type') ?? '',
    lifecycle: page.term(index, 'lifecycle') as Lifecycle,
    point: [page.number(index, 'lng'), page.number(index, 'lat')],
    bounds: boundsOf(spot),
    ...(district === undefined ? {} : { district }),
    ...namesOf(spot),
    layer: page.term(index, 'layer') ?? '',
    line: page.number(index, 'line'),
    attributes: attributesOf(spot),
  };
}

export const toShape = (spot: Spot): FeatureShape => ({
  ...toHead(spot),
  geometry: readWkb(spot.page.geometry(spot.index)),
  placement: JSON.parse(spot.page.term(spot.index, 'placement') ?? '{}'),
});
