import type { DecodedFile, DecodedLayer, Format, LicenceStatement } from '#data/schema/flow.ts';
import { joined, statementIn } from './licence-text.ts';
import { baseOf, extensionOf, type Part } from './source.ts';
import { readText, wholeText } from './text.ts';

/** Papers that are text: read for what they say of the licence. Source: names seen in councils' archives. */
const TOLD = /\.(txt|md|html?|xml|qmd|rdf|ttl|license|licence)$/i;
const TOLD_NAMES = /^(readme|licen[cs]e|copying|notice|metadata)$/i;
/** Descriptions of a dataset as JSON: Frictionless, CKAN, DCAT. */
const TOLD_JSON = /^(datapackage|metadata|readme|licen[cs]e|dataset|package)\.json(ld)?$/i;
/** Larger papers are not searched. */
const SIZE_LIMIT = 1_000_000;

/** What the papers beside the data say of its licence, each with the paper's name. */
export function statementsBeside(parts: readonly Part[]): LicenceStatement[] {
  return parts.flatMap(({ name, bytes }) => {
    if (!isPaper(baseOf(name))) return [];
    const read = bytes();
    if (read.length > SIZE_LIMIT) return [];
    return statementIn(wholeText(readText(read)), name);
  });
}

function isPaper(base: string): boolean {
  // Parts of office documents are named so too.
  if (/^(doc|content|styles|meta|settings)\.xml$/i.test(base)) return false;
  return (
    TOLD.test(base) ||
    TOLD_NAMES.test(base) ||
    TOLD_JSON.test(base) ||
    extensionOf(base) === 'jsonld'
  );
}

/** True for workbooks, whose members are no papers. */
export const isOffice = (format: Format | undefined): boolean =>
  format === 'xlsx' || format === 'ods';

/** Where a layer's own words on its licence stand, by format. */
const PLACES: Partial<Record<Format, string>> = {
  csv: 'lines above the table',
  flatgeobuf: 'header of the file',
  geojson: 'members beside the features',
  json: 'members beside the records',
  kml: 'description in the KML',
  kmz: 'description in the KML',
  ods: 'rows above the table',
  topojson: 'members beside the objects',
  xls: 'rows above the table',
  xlsx: 'rows above the table',
};

/**
 * The file with every statement about its licence listed, each text once: its own, its layers', and
 * those of the papers `beside` it, which also stand for layers that say nothing themselves.
 */
export function withStatements(
  file: DecodedFile,
  beside: readonly LicenceStatement[],
): DecodedFile {
  const own = file.licenceStatements ?? [];
  const known = new Set(own.map(({ text }) => text));
  const ofLayers = file.layers.flatMap(({ name, licenceText }) => {
    if (licenceText === undefined || known.has(licenceText) || licenceText === joined(own))
      return [];
    known.add(licenceText);
    const place = PLACES[file.format] ?? 'file';
    return [{ text: licenceText, where: file.layers.length > 1 ? `${place} “${name}”` : place }];
  });
  const further = beside.filter(({ text }) => !known.has(text));
  const said = joined(beside);
  const layers = file.layers.map((layer) => withLicence(layer, said));
  return { ...file, layers, licenceStatements: [...own, ...ofLayers, ...further] };
}

function withLicence(layer: DecodedLayer, beside: string | undefined): DecodedLayer {
  return layer.licenceText !== undefined || beside === undefined
    ? layer
    : { ...layer, licenceText: beside };
}
