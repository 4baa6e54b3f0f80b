import type { Attribute, AttributeType } from '#data/schema/attribute.ts';
import type { ColumnProfile } from '#data/schema/harmonised.ts';
import { count } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow } from './signs.ts';

/** A layer of the published file: its headings and what stands under them. */
export type PublishedLayer = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly profile: readonly ColumnProfile[];
};

export type ColumnTable = {
  /** Attribute → published columns. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Attributes of the feature type, in order. */
  readonly attributes: readonly Attribute[];
  readonly layers: readonly PublishedLayer[];
  /** Where positions were read from, as features say it: `GeoX, GeoY`. */
  readonly positions: readonly string[];
};

const TYPES: Readonly<Record<AttributeType, string>> = {
  text: 'text',
  integer: 'whole number',
  decimal: 'number',
  boolean: 'yes or no',
  date: 'date',
  code: 'from a list',
  list: 'several from a list',
  url: 'web address',
};

/** Which published column became which attribute, and which columns were kept as they are. */
export function columnTable({ columns, attributes, layers, positions }: ColumnTable): Html {
  const profiles = new Map(
    layers.flatMap(({ profile }) => profile.map((each) => [each.name, each])),
  );
  const placed = new Set(positions.flatMap((from) => from.split(', ')));
  const used = new Set([...Object.values(columns).flat(), ...placed]);
  const mapped = attributes.filter(({ name }) => Object.hasOwn(columns, name));
  const kept = layers.flatMap((layer) => layer.columns).filter((name) => name && !used.has(name));
  return html`${scrollRegion(
    'Columns and attributes',
    html`<table class="wide">
${headRow('Attribute', 'Type and unit', 'Published as', 'Example', '#Filled')}
<tbody>${positionRow(positions)}${mapped.map((attribute) => {
      const names = columns[attribute.name] ?? [];
      return columnRow(attribute, names, profiles.get(names[0] ?? ''));
    })}</tbody></table>`,
  )}
${kept.length > 0 && html`<p><strong>Kept as published</strong>, because no attribute fits: ${[...new Set(kept)].join(', ')}.</p>`}`;
}

const positionRow = (positions: readonly string[]): Html | undefined =>
  positions.length === 0
    ? undefined
    : html`<tr><th scope="row">Position</th><td>on the map</td><td>${positions.join('; ')}</td><td></td><td></td></tr>`;

function columnRow(
  { title, type, unit, codes }: Attribute,
  names: readonly string[],
  profile: ColumnProfile | undefined,
): Html {
  const of = codes ? `one of ${codes.length}` : TYPES[type];
  return html`<tr><th scope="row">${title}</th><td>${unit ? `${of}, ${unit}` : of}</td>
<td>${names.join(', ')}</td><td class="raw">${profile?.examples[0]}</td>
<td class="figure">${profile && count(profile.filled)}</td></tr>`;
}
