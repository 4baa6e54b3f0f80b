import { z } from 'zod';
import type { LayerFilter } from '#data/query/filter.ts';
import { readFilter } from '#data/query/filter-text.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import { SEVERITIES } from '#data/schema/issue.ts';
import { readSort } from './views/sort.ts';

/** Shapes of query parameters. One given twice is an array to Express, and refused by all but `filters`. */

/** Most items one answer holds. */
export const MOST_ITEMS = 1_000;

const DECIMAL = /^-?\d{1,9}(\.\d{1,15})?$/;

function numbersIn(text: string, count: number): number[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  return parts.length === count && parts.every((part) => DECIMAL.test(part))
    ? parts.map(Number)
    : undefined;
}

const onEarth = (lng: number, lat: number) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** `west,south,east,north` in degrees. */
export const bbox = z
  .string()
  .transform((text, context): Bounds => {
    const [west = 0, south = 0, east = 0, north = 0] = numbersIn(text, 4) ?? [1, 0, 0];
    if (west > east || south > north || !onEarth(west, south) || !onEarth(east, north)) {
      context.addIssue('expected west,south,east,north in degrees, as in -2.4,53.4,-2.1,53.6');
    }
    return [west, south, east, north];
  })
  .meta({
    description: 'Box in degrees: west,south,east,north',
    examples: ['-2.4,53.4,-2.1,53.6'],
  });

/** `lng,lat` in degrees. */
export const position = z
  .string()
  .transform((text, context): LngLat => {
    const [lng = 181, lat = 91] = numbersIn(text, 2) ?? [];
    if (!onEarth(lng, lat)) {
      context.addIssue('expected longitude,latitude in degrees, as in -2.24,53.48');
    }
    return [lng, lat];
  })
  .meta({ description: 'Position in degrees: longitude,latitude', examples: ['-2.24,53.48'] });

const WHOLE = /^\d{1,12}$/;

/** A whole number written in digits. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .transform((text, context): number => {
      const value = WHOLE.test(text) ? Number(text) : Number.NaN;
      if (!(value >= least && value <= most)) {
        context.addIssue(`expected a whole number from ${least} to ${most}`);
      }
      return value;
    })
    .meta({ description: `Whole number from ${least} to ${most}` });

/** How many items a page holds. */
export const limit = whole(1, MOST_ITEMS);

/** An attribute, `distance` or `layer`; `-` before it: the greatest first. */
export const sort = z
  .string()
  .min(1)
  .max(100)
  .transform(readSort)
  .meta({
    description:
      'distance, layer or an attribute; - before it: descending. What is not stated is last',
    examples: ['-area-ha'],
  });

/** Texts separated by commas. */
export const texts = z
  .string()
  .min(1)
  .max(4_000)
  .transform((text) => [...new Set(text.split(',').filter((part) => part !== ''))])
  .meta({ description: 'Separated by commas' });

/** Severities separated by commas. */
export const severities = z
  .string()
  .transform((text, context) => {
    const read = z.array(z.enum(SEVERITIES)).min(1).safeParse(text.split(','));
    if (!read.success) context.addIssue(`expected some of ${SEVERITIES.join(', ')}`);
    return read.data ?? [];
  })
  .meta({ description: `Some of ${SEVERITIES.join(', ')}, separated by commas` });

/** Most filters a question holds, one a layer. */
const MOST_FILTERS = 50;

/** Filters of layers, a parameter for each: `brownfield-site.ogl-uk-3-0~area-ha:0.5..`. */
export const filters = z
  .union([z.string(), z.array(z.string()).max(MOST_FILTERS)])
  .transform((given, context): LayerFilter[] => {
    const read = [given].flat().map((text) => readFilter(text));
    if (!read.every((each) => each !== undefined)) {
      context.addIssue(
        'expected layer~attribute:values, as in substation.odbl-1-0~voltage-kv:33..',
      );
      return [];
    }
    return read;
  })
  .meta({
    description: 'Filter of a layer: layer~attribute:values~…; may be repeated, once a layer',
    examples: ['substation.odbl-1-0~voltage-kv:33..'],
  });

/** The text of an area; what it must be is told by whoever reads it. */
export const area = z
  .string()
  .min(1)
  .max(8_000)
  .meta({
    description:
      'An area: `polygon:lng,lat;lng,lat;…`, `line:…`, `point:…`, `feature:<id>` or `kept:<id>`, with `~250m` for a ' +
      'buffer; or positions, grid references, WKT or GeoJSON',
    examples: ['polygon:-2.2843,53.4301;-2.2711,53.4302;-2.2711,53.4398'],
  });
