import { afterEach, describe, expect, it } from 'vitest';
import { harvest } from './index.ts';
import { type Answer, openPortal, type Portal } from './test-portal.ts';

const TREES = 4_500;
const NAMESPACES =
  'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:c="http://example.org/c"';

const capabilities = ({
  version = '2.0.0',
  canPage = true,
  formats = ['text/xml'],
}) => `<?xml version="1.0"?>
<wfs:WFS_Capabilities version="${version}" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1">
 <ows:ServiceIdentification><ows:AccessConstraints>Open Government Licence</ows:AccessConstraints></ows:ServiceIdentification>
 <ows:OperationsMetadata>
  <ows:Operation name="GetFeature"><ows:Parameter name="outputFormat"><ows:AllowedValues>
   ${formats.map((format) => `<ows:Value>${format}</ows:Value>`).join('')}
  </ows:AllowedValues></ows:Parameter></ows:Operation>
  <ows:Constraint name="ImplementsResultPaging"><ows:NoValues/><ows:DefaultValue>${canPage ? 'TRUE' : 'FALSE'}</ows:DefaultValue></ows:Constraint>
 </ows:OperationsMetadata>
 <wfs:FeatureTypeList>
  <wfs:FeatureType><wfs:Name>c:trees</wfs:Name><wfs:Title>Protected trees</wfs:Title><wfs:DefaultCRS>urn:ogc:def:crs:EPSG::27700</wfs:DefaultCRS></wfs:FeatureType>
  <wfs:FeatureType><wfs:Name>c:zones</wfs:Name><wfs:Title>Zones</wfs:Title></wfs:FeatureType>
 </wfs:FeatureTypeList>
</wfs:WFS_Capabilities>`;

const member = (i: number) =>
  `<wfs:member><c:trees gml:id="t.${i}"><c:ref>T${i}</c:ref><c:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::27700"><gml:pos>${390_000 + i} 410000</gml:pos></gml:Point></c:geom></c:trees></wfs:member>`;

const gml = (from: number, to: number) =>
  `<?xml version="1.0"?><wfs:FeatureCollection ${NAMESPACES} timeStamp="2026-11-23T12:0${from % 10}:00Z" numberMatched="${TREES}" numberReturned="${to - from}">${Array.from({ length: to - from }, (_, i) => member(from + i)).join('')}</wfs:FeatureCollection>`;

type Options = Parameters<typeof capabilities>[0];

/** A server that gives 1,000 at a time at most, whatever it is asked for. */
const serverOf =
  (options: Options, total = TREES): Answer =>
  ({ searchParams }) => {
    const query = new Map([...searchParams].map(([name, value]) => [name.toLowerCase(), value]));
    if (query.get('mapsource') !== 'Council/inspire') return undefined;
    if (query.get('request') === 'GetCapabilities') return capabilities(options);
    if (query.get('resulttype') === 'hits')
      return `<wfs:FeatureCollection ${NAMESPACES} numberMatched="${total}"/>`;
    return pageOf(query, options);
  };

function pageOf(query: ReadonlyMap<string, string>, { canPage }: Options): unknown {
  const name = query.get('typenames') ?? query.get('typename');
  if (name !== 'c:trees' || query.get('srsname') !== 'urn:ogc:def:crs:EPSG::27700')
    return '<ows:ExceptionReport><ows:Exception><ows:ExceptionText>no such type</ows:ExceptionText></ows:Exception></ows:ExceptionReport>';
  const from = Number(query.get('startindex') ?? 0);
  const to = canPage === false ? TREES : Math.min(from + 1_000, TREES);
  if (query.get('outputformat') !== 'application/json') return gml(from, to);
  const numbers = Array.from({ length: to - from }, (_, i) => from + i);
  return {
    type: 'FeatureCollection',
    timeStamp: String(Math.random()),
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
    features: numbers.map((i) => ({
      type: 'Feature',
      id: `trees.${i}`,
      properties: { ref: `T${i}` },
      geometry: { type: 'Point', coordinates: [390_000 + i, 410_000] },
    })),
  };
}

describe('a Web Feature Service', () => {
  let portal: Portal;
  afterEach(() => portal.close());

  const take = async (
    answer: Answer,
    query = '&TypeName=trees&request=GetFeature&version=1.0.0',
  ) => {
    portal = await openPortal(answer);
    const url = `${portal.url}/getows.ashx?mapsource=Council/inspire&service=WFS${query}`;
    return await harvest({ kind: 'wfs', url }, portal.get);
  };
  const textOf = (taken: Awaited<ReturnType<typeof take>>) =>
    Buffer.from(taken.status === 'harvested' ? taken.bytes : []).toString();

  it('gives GeoJSON where it can, page by page to the last, in its own metres', async () => {
    const taken = await take(serverOf({ formats: ['application/gml+xml', 'application/json'] }));
    expect(taken).toMatchObject({
      status: 'harvested',
      fileName: 'protected-trees.geojson',
      said: { licence: 'Open Government Licence' },
    });
    const { features, crs } = JSON.parse(textOf(taken));
    expect(features).toHaveLength(TREES);
    expect(crs.properties.name).toBe('urn:ogc:def:crs:EPSG::27700');
  });

  it.each([
    { version: '2.0.0' },
    { version: '1.1.0' },
  ])('gives GML in one document else, %j', async (options) => {
    const taken = await take(serverOf(options));
    const text = textOf(taken);
    expect(taken).toMatchObject({ status: 'harvested', fileName: 'protected-trees.gml' });
    expect(text.match(/<wfs:member>/g)).toHaveLength(TREES);
    expect(text.match(/<\/wfs:FeatureCollection>/g)).toHaveLength(1);
    expect(text).not.toContain('timeStamp');
  });

  it('is asked once for all where it cannot page', async () => {
    const taken = await take(serverOf({ version: '1.0.0', canPage: false }));
    expect(textOf(taken).match(/<wfs:member>/g)).toHaveLength(TREES);
  });

  it('that stops early is not taken for complete', async () => {
    expect(await take(serverOf({}, TREES + 5))).toMatchObject({
      status: 'failed',
      isPassing: true,
      why: `The server said that it has ${TREES + 5} features and gave ${TREES}.`,
    });
  });

  it('with several types and none named lists them', async () => {
    expect(await take(serverOf({}), '')).toMatchObject({ why: 'Say which: c:trees, c:zones.' });
  });

  it('that answers with a web page, or declares entities, is told apart', async () => {
    expect(await take(() => '<!doctype html><title>Sorry</title>')).toMatchObject({
      why: expect.stringContaining('with a web page'),
    });
    portal.close();
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "c">]><wfs:WFS_Capabilities version="2.0.0">&b;</wfs:WFS_Capabilities>';
    expect(await take(() => bomb)).toMatchObject({ status: 'failed' });
  });
});
