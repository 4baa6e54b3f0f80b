import { describe, expect, it } from 'vitest';
import type { Attribute } from '#data/schema/attribute.ts';
import { LIFECYCLES } from '#data/schema/feature.ts';
import { THEMES } from '#data/schema/theme.ts';
import { ENVELOPE } from './envelope.ts';
import { attributesOf, FEATURE_TYPES, findFeatureType } from './index.ts';
import { BROWNFIELD_COLUMNS } from './land-brownfield.ts';

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const slugOf = (id: string): string => id.slice(id.indexOf('/') + 1);
const headings = ({ name, title, synonyms }: Attribute): readonly string[] => [
  ...new Set([name, title, ...synonyms].map(bare)),
];

/** What stands more than once in a list. */
const repeated = (list: readonly string[]): readonly string[] =>
  list.filter((each, index) => list.indexOf(each) !== index);

/** The attribute a heading leads to in a type. */
const meaningOf = (type: string, heading: string): string | undefined => {
  const found = findFeatureType(type);
  const attributes = found === undefined ? [] : attributesOf(found);
  return attributes.find((attribute) => headings(attribute).includes(bare(heading)))?.name;
};

describe('FEATURE_TYPES', () => {
  it('holds every theme, and names them in display order', () => {
    expect([...new Set(FEATURE_TYPES.map(({ theme }) => theme))]).toEqual(THEMES);
  });

  it('gives each type a slug of its own across the themes', () => {
    expect(repeated(FEATURE_TYPES.map(({ id }) => slugOf(id)))).toEqual([]);
  });

  it('says of each word in a file name at most one type', () => {
    const words = FEATURE_TYPES.flatMap(({ id, title, plural, synonyms }) => [
      ...new Set([slugOf(id), title, plural, ...synonyms].map(bare)),
    ]);
    expect(repeated(words)).toEqual([]);
  });

  it('keeps the ids that descriptors and other rooms use', () => {
    const ids = ['energy/substation', 'land/brownfield-site', 'boundaries/ward', 'water/sewer'];
    expect(ids.map((id) => findFeatureType(id)?.id)).toEqual(ids);
    expect(findFeatureType('energy/perpetual-motion')).toBeUndefined();
  });
});

describe.each(FEATURE_TYPES.map((type) => [type.id, type] as const))('%s', (id, type) => {
  const attributes = attributesOf(type);

  it('is described, shaped and zoomed', () => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    expect(type.description).toMatch(/^[A-Z].*\.$/);
    expect(type.shapes.length).toBeGreaterThan(0);
    expect(type.minZoom).toBeGreaterThanOrEqual(0);
    expect(type.minZoom).toBeLessThanOrEqual(14);
  });

  it('leads each heading to one attribute', () => {
    expect(repeated(attributes.flatMap(headings))).toEqual([]);
    expect(repeated(attributes.map(({ name }) => name))).toEqual([]);
  });

  it('names a standard, a title and a unit for each attribute that needs one', () => {
    for (const { name, title, standard, type: kind, unit } of attributes) {
      expect([name, title.length > 0 && standard.length > 2]).toEqual([name, true]);
      const ending = UNIT_OF_ENDING[name.slice(name.lastIndexOf('-') + 1)];
      if (kind === 'decimal' && ending !== undefined) expect(`${name}: ${unit}`).toContain(ending);
    }
  });

  it('gives each value of a code list one title and words of its own', () => {
    for (const { name, type: kind, codes } of attributes) {
      if (kind === 'code') expect([name, codes !== undefined]).toEqual([name, true]);
      const words = (codes ?? []).flatMap(({ value, title, synonyms = [] }) => [
        ...new Set([value, title, ...synonyms].map((word) => word.toLowerCase().trim())),
      ]);
      expect([name, repeated(words)]).toEqual([name, []]);
    }
  });

  it('ranks by a number and labels by an attribute that is in its tiles', () => {
    const kinds = new Map(attributes.map((attribute) => [attribute.name, attribute.type]));
    if (type.rankBy) expect(['integer', 'decimal']).toContain(kinds.get(type.rankBy));
    const label = attributes.find(({ name }) => name === type.labelBy);
    if (type.labelBy) expect([type.labelBy, label?.inTiles]).toEqual([type.labelBy, true]);
  });
});

/** Endings of names that are units, and the unit they say. */
const UNIT_OF_ENDING: Readonly<Record<string, string>> = {
  kv: 'kV',
  mw: 'MW',
  mva: 'MVA',
  mwh: 'MWh',
  ka: 'kA',
  ha: 'ha',
  mm: 'mm',
  m: 'm',
  m2: 'm²',
  m3: 'm³',
  mph: 'mph',
  percent: '%',
  gbp: '£',
};

describe('attributesOf()', () => {
  it('puts a type’s own attribute in the place of the envelope’s', () => {
    const type = findFeatureType('planning/listed-building');
    const reference = type && attributesOf(type).find(({ name }) => name === 'reference');
    expect(reference?.title).toBe('List entry');
  });

  it('takes from the envelope the headings a type claims', () => {
    expect(meaningOf('social/defibrillator', 'Location')).toBe('name');
    expect(meaningOf('social/library', 'Location')).toBe('address');
  });

  it('carries the envelope whole where a type claims nothing of it', () => {
    const type = findFeatureType('planning/design-code-area');
    const names = type === undefined ? [] : attributesOf(type).map(({ name }) => name);
    expect(names.slice(0, ENVELOPE.length)).toEqual(ENVELOPE.map(({ name }) => name));
  });

  it('knows the states of LIFECYCLES and no other', () => {
    const lifecycle = ENVELOPE.find(({ name }) => name === 'lifecycle-status');
    expect(lifecycle?.codes?.map(({ value }) => value)).toEqual(LIFECYCLES);
  });
});

describe('headings of published files', () => {
  it.each(Object.entries(BROWNFIELD_COLUMNS))('the register’s %s is %s', (column, attribute) => {
    const meaning = meaningOf('land/brownfield-site', column);
    expect(meaning).toBe(attribute === 'geometry' ? undefined : attribute);
  });

  it.each([
    ['land/brownfield-site', 'LA SITE REF', 'reference'],
    ['land/brownfield-site', 'NAME AND ADDRESS OF SITE', 'name'],
    ['land/brownfield-site', 'AREA (HA)', 'area-ha'],
    ['land/brownfield-site', 'LAND DELIVERABLE?', 'deliverable'],
    ['land/brownfield-site', 'IF PERMISSIONED', 'permission-date'],
    ['land/brownfield-site', 'MAXIMUM NET DWELLINGS', 'net-dwellings-to'],
    ['land/brownfield-site', 'br_hazardous_subst', 'hazardous-substances'],
    ['planning/listed-building', 'ListEntry', 'reference'],
    ['planning/conservation-area', 'Conservation_area_number', 'reference'],
    ['planning/conservation-area', 'Conservation_area', 'name'],
    ['planning/conservation-area', 'More_information', 'notes'],
    ['boundaries/ward', 'WD23CD', 'gss-code'],
    ['boundaries/ward', 'area_name', 'name'],
    ['boundaries/lsoa', 'LSOA21NM', 'name'],
    ['energy/generation-site', 'Installed Capacity (MWelec)', 'capacity-mw'],
    ['energy/generation-site', 'Development Status (short)', 'lifecycle-status'],
    ['energy/substation', 'gen_hr_inverter_mw', 'generation-headroom-mw'],
    ['energy/substation', 'voltage', 'voltage-kv-high'],
    ['transport/access-node', 'ATCOCode', 'reference'],
    ['transport/access-node', 'StopType', 'stop-type'],
    ['transport/tram-stop', 'RSTNAM', 'name'],
    ['transport/car-park', 'DisabledParkingSpaces', 'disabled-spaces'],
    ['social/health-site', 'organisation_data_service_code', 'reference'],
    ['social/health-site', 'DISTNAME', 'name'],
    ['social/licensed-premises', 'la_name', 'district'],
    ['digital/mast', 'antenna_height', 'height-m'],
    ['environment/tree', 'treeID', 'reference'],
    ['environment/monitoring-station', 'station_name', 'name'],
    ['land/public-land', 'PropertyName', 'name'],
    ['boundaries/ward', 'LAD23CD', 'parent'],
    ['boundaries/postcode', 'pcds', 'postcode'],
    ['energy/transmission-boundary', 'Boundary_n', 'boundary-ref'],
    ['social/licensed-premises', 'msoa_code', 'msoa'],
  ])('%s: %s is %s', (type, heading, attribute) => {
    expect(meaningOf(type, heading)).toBe(attribute);
  });
});

it('attributesOf() keeps the common headings of an attribute that a type has as its own', () => {
  const type = findFeatureType('land/public-land');
  const reference = type && attributesOf(type).find(({ name }) => name === 'reference');
  expect(reference?.title).toBe('Asset code');
  expect(reference?.synonyms).toContain('asset ref');
});
