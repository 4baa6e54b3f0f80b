import { ENVELOPE } from '#data/features/envelope.ts';
import { FEATURE_TYPES } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { THEME_TITLES, THEMES } from '#data/schema/theme.ts';
import { page, table, WRITTEN } from './markdown.ts';

/** Headings of publishers shown for an attribute; the rest stand in `data/features`. */
const HEADINGS_SHOWN = 4;

const attributeTable = (attributes: readonly Attribute[]): string =>
  table(
    ['Attribute', 'Title', 'Type', 'Values', 'Also headed', 'Taken from'],
    attributes.map(({ name, title, type, unit, codes, synonyms, standard, required }) => [
      `\`${name}\`${required ? ' *' : ''}`,
      title,
      unit === undefined ? type : `${type}, ${unit}`,
      (codes ?? []).map(({ value }) => value).join(', '),
      synonyms.slice(0, HEADINGS_SHOWN).join(', '),
      standard,
    ]),
  );

const VOCABULARIES: Readonly<Record<keyof FeatureType['equivalents'], string>> = {
  planningData: 'Planning data',
  osm: 'OpenStreetMap',
  inspire: 'INSPIRE',
  overture: 'Overture',
  cim: 'CIM',
};

function section(type: FeatureType): readonly string[] {
  const { id, plural, description, shapes, equivalents, minZoom, attributes } = type;
  const elsewhere = Object.entries(equivalents).map(
    ([name, value]) => `${VOCABULARIES[name as keyof FeatureType['equivalents']]} \`${value}\``,
  );
  const facts = [`\`${id}\``, shapes.join(' or '), `from zoom ${minZoom}`, ...elsewhere];
  return [`### ${plural}`, `${description} ${facts.join(' · ')}`, attributeTable(attributes)];
}

/** `docs/schema.md`: the envelope, then every feature type by theme. */
export function schemaPage(): string {
  const themes = THEMES.flatMap((theme) => [
    `## ${THEME_TITLES[theme]}`,
    ...FEATURE_TYPES.filter((type) => type.theme === theme).flatMap(section),
  ]);
  const attributes = FEATURE_TYPES.reduce((sum, type) => sum + type.attributes.length, 0);
  return page([
    '# The common schema',
    WRITTEN,
    `${FEATURE_TYPES.length} feature types in ${THEMES.length} themes, with ${attributes} attributes of their own. One definition serves validation, the matching of columns, the tiles, the feature card, legends and this page. A star marks what the standard requires; a unit in the name is the unit of the stored figure.`,
    '## What every feature may carry',
    'A type’s own attribute stands in place of the one here of the same name, and a heading a type claims is its own.',
    attributeTable(ENVELOPE),
    ...themes,
  ]);
}
