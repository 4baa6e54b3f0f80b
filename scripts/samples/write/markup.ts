import type { Position } from 'geojson';
import { type Cell, textOf } from './table.ts';

/** Text made safe between tags and in attributes. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export type Mark = {
  readonly folder: string;
  readonly name: string;
  /** HTML shown in the balloon. */
  readonly balloon?: string;
  readonly data: Readonly<Record<string, Cell>>;
  readonly shape: 'Point' | 'LineString' | 'Polygon';
  readonly path: readonly Position[];
};

/** Placemarks as KML 2.2 (OGC 07-147r2), a folder a group, with ExtendedData. */
export function writeKml(title: string, marks: readonly Mark[]): string {
  const folders = [...new Set(marks.map((mark) => mark.folder))];
  const body = folders.map(
    (folder) =>
      `<Folder><name>${escapeXml(folder)}</name>\n${marks
        .filter((mark) => mark.folder === folder)
        .map(placemark)
        .join('\n')}\n</Folder>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${escapeXml(title)}</name>\n${body.join('\n')}\n</Document></kml>\n`;
}

function placemark({ name, balloon, data, shape, path }: Mark): string {
  const values = Object.entries(data).map(
    ([key, cell]) =>
      `<Data name="${escapeXml(key)}"><value>${escapeXml(textOf(cell))}</value></Data>`,
  );
  const coordinates = `<coordinates>${path.map(([x, y]) => `${x},${y},0`).join(' ')}</coordinates>`;
  const geometry =
    shape === 'Polygon'
      ? `<Polygon><outerBoundaryIs><LinearRing>${coordinates}</LinearRing></outerBoundaryIs></Polygon>`
      : `<${shape}>${coordinates}</${shape}>`;
  const html = balloon ? `<description><![CDATA[${balloon}]]></description>` : '';
  return `<Placemark><name>${escapeXml(name)}</name>${html}<ExtendedData>${values.join('')}</ExtendedData>${geometry}</Placemark>`;
}

type GmlMember = {
  readonly data: Readonly<Record<string, Cell>>;
  readonly paths: readonly (readonly Position[])[];
};

/** Lines as a GML 3.2 feature collection (OGC 07-036); positions are written as given. */
export function writeGml(type: string, srsName: string, members: readonly GmlMember[]): string {
  const features = members.map(({ data, paths }, index) => {
    const values = Object.entries(data).map(
      ([key, cell]) => `<odin:${key}>${escapeXml(textOf(cell))}</odin:${key}>`,
    );
    const id = `${type}.${index + 1}`;
    return `<gml:featureMember><odin:${type} gml:id="${id}">${values.join('')}<odin:geom>${gmlGeometry(paths, srsName, id)}</odin:geom></odin:${type}></gml:featureMember>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:odin="urn:odin:demonstration">\n${features.join('\n')}\n</gml:FeatureCollection>\n`;
}

function gmlGeometry(paths: GmlMember['paths'], srsName: string, id: string): string {
  const lines = paths.map((path, part) => {
    const positions = path.map(([a, b]) => `${a} ${b}`).join(' ');
    const srs = paths.length === 1 ? ` srsName="${srsName}"` : '';
    return `<gml:LineString${srs} gml:id="${id}.line.${part + 1}"><gml:posList srsDimension="2">${positions}</gml:posList></gml:LineString>`;
  });
  if (lines.length === 1) return lines.join('');
  const curves = lines.map((line) => `<gml:curveMember>${line}</gml:curveMember>`).join('');
  return `<gml:MultiCurve srsName="${srsName}" gml:id="${id}.curve">${curves}</gml:MultiCurve>`;
}
