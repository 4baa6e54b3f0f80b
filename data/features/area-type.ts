import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType, FeatureTypeId } from '#data/schema/feature-type.ts';
import { featureType, takenFrom } from './define.ts';
import { censusColumns } from './vintages.ts';

const ONS = takenFrom('ONS names and codes');

/** One kind of area: its id, its names, and the prefix of its ONS columns. */
type AreaType = {
  readonly id: FeatureTypeId;
  readonly title: string;
  readonly plural: string;
  readonly description: string;
  readonly synonyms: string;
  /** `WD` for `WD23CD` and `WD23NM`. */
  readonly prefixes?: readonly string[];
  readonly planningData?: string;
  readonly minZoom?: number;
  /** `A` when nothing is said. */
  readonly shapes?: 'A' | 'PA';
  /** True where areas go by their code alone: postcodes. */
  readonly nameless?: true;
  readonly more?: readonly Attribute[];
};

const columns = (prefixes: readonly string[], part: 'CD' | 'NM'): string =>
  prefixes.map((prefix) => ` | ${censusColumns(prefix, part)}`).join('');

/** Columns of the district an area lies in, for areas that are no district. */
const lad = (part: 'CD' | 'NM', prefixes: readonly string[]): string =>
  prefixes.includes('LAD') ? '' : columns(['LAD'], part);

/** A feature type whose features are areas with a name, a code and neighbours in time. */
export function areaType({
  prefixes = [],
  planningData,
  more = [],
  shapes = 'A',
  nameless,
  ...draft
}: AreaType): FeatureType {
  return featureType({
    ...draft,
    shapes,
    equivalents: { inspire: 'au:AdministrativeUnit', ...(planningData ? { planningData } : {}) },
    labelBy: 'name',
    attributes: [
      ONS.text(
        'gss-code',
        'GSS code',
        `area_code | area code | areacode | gss code | gsscode | gss_code | gss-code | gss | ons code | geography code | geocode | code${columns(prefixes, 'CD')}`,
        { description: 'ONS (GSS) code where the area has one.', inTiles: true },
      ),
      ONS.text(
        'name',
        'Name',
        `area_name | area name | areaname | geography name | title | label | name${columns(prefixes, 'NM')}`,
        { required: nameless !== true, inTiles: true },
      ),
      ONS.text(
        'name-welsh',
        'Name in Welsh',
        `name welsh | welsh name${prefixes.map((prefix) => ` | ${censusColumns(prefix, 'NM').replaceAll('NM', 'NMW')}`).join('')}`,
      ),
      ONS.decimal(
        'area-m2',
        'Area',
        'area | shape_area | st_area | shape__area | areaehect | area m2 | st_areasha',
        { unit: 'm²', convertible: { ha: 10_000, km2: 1_000_000 }, min: 0 },
      ),
      ONS.text('area-unit', 'Unit of area', 'area_units | area units'),
      ONS.text(
        'parent',
        'Part of',
        `parent | parent code | la_code | la code | local authority code | local_authority_area_code | region code | county${lad('CD', prefixes)}`,
      ),
      ONS.text(
        'parent-name',
        'Part of (name)',
        `parent name | local_authority_area_name | region name | county name${lad('NM', prefixes)}`,
      ),
      ONS.date('start-date', 'Valid from', 'valid from | operative date | start date | oper_date'),
      ONS.date('end-date', 'Valid to', 'valid to | termination date | end date | term_date'),
      ONS.list('predecessors', 'Replaces', 'predecessor | predecessors'),
      ONS.list('successors', 'Replaced by', 'successor | successors'),
      ...more,
    ],
  });
}
