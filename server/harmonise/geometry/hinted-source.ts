import { readAxisName } from './column-name.ts';
import { gridReferenceSource } from './grid-source.ts';
import type { LocatorHints, LocatorLayer } from './locator.ts';
import {
  type Column,
  columnsSource,
  geojsonSource,
  nativeSource,
  type PositionSource,
  wktSource,
} from './position-source.ts';

/** The source the descriptor names; undefined when it names none or a column is not there. */
export function hintedSource(
  layer: LocatorLayer,
  rule: LocatorHints['geometry'],
): PositionSource | undefined {
  if (!rule) return undefined;
  const find = (name: string): Column | undefined => {
    const index = layer.columns.indexOf(name);
    return index < 0 ? undefined : { index, name };
  };
  if ('native' in rule) return layer.spatial ? nativeSource(layer) : undefined;
  if ('x' in rule) {
    const [x, y] = [find(rule.x), find(rule.y)];
    return x && y && columnsSource(x, y, readAxisName(x.name)?.unit);
  }
  const [name, make] =
    'wkt' in rule
      ? ([rule.wkt, wktSource] as const)
      : 'geojson' in rule
        ? ([rule.geojson, geojsonSource] as const)
        : ([rule.gridReference, gridReferenceSource] as const);
  const column = find(name);
  return column && make(column);
}
