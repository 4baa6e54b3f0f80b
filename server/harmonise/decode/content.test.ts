import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DecodedFile, LongResource, Undecodable } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { decode } from './index.ts';

/** Bytes that can only be read in pieces of these sizes, over and over. */
function inPieces(bytes: Buffer, sizes: readonly number[], fileName = 'stops.csv'): LongResource {
  let asked = 0;
  return {
    sha256: '',
    fileName,
    sizeBytes: bytes.length,
    read: (offset, length) => {
      const size = sizes[asked++ % sizes.length] ?? 1;
      return bytes.subarray(offset, offset + Math.min(size, length));
    },
  };
}

function outcomeOf(file: DecodedFile | Undecodable) {
  if (!('layers' in file)) return file;
  const layers = file.layers.map((layer) => {
    const issues: Issue[] = [];
    const records = [...layer.records((found) => issues.push(found))];
    return { ...layer, records, issues };
  });
  return { ...file, layers };
}

const whole = (bytes: Buffer, fileName = 'stops.csv') =>
  outcomeOf(decode({ sha256: '', fileName, bytes }));

/** What is hard to part: quotes, line ends, characters of several bytes, characters of another encoding. */
const HARD = [
  '\n"Mi\nll"  \r\n',
  ',"',
  '"',
  '""',
  ',',
  ';',
  '\r\n',
  '\n',
  '\r',
  ' ',
  'é',
  '’',
  '😀',
  'Ã©',
  '\0',
  'Mill',
  '1.5',
];
const piece = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...HARD).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.constantFrom(Buffer.from([0xa3]), Buffer.from([0xef, 0xbb, 0xbf])) },
);
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

it('decode() gives the same whatever the pieces a file is read in', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), sizes, (parts, read) => {
      const bytes = Buffer.concat([Buffer.from('id,name\r\n'), ...parts]);
      expect(outcomeOf(decode(inPieces(bytes, read)))).toEqual(whole(bytes));
    }),
    { numRuns: 300 },
  );
});

it.each(['utf16le', 'utf8'] as const)('decode() reads %s in pieces of any size', (encoding) => {
  const text = '\ufeffid,name\r\n1,"Café ’s\r\nLane 😀"\r\n2,Ã©\r\n';
  for (let size = 1; size < 12; size++) {
    const bytes = Buffer.from(text, encoding);
    expect(outcomeOf(decode(inPieces(bytes, [size])))).toEqual(whole(bytes));
  }
});

it('decode() drops the same long records wherever pieces end', () => {
  const long = 'x'.repeat(1_048_570);
  const rows = [
    'a,b',
    `1,${long}`,
    `2,${long}xxxxxxx`,
    `"3\n${long}",y`,
    `5,"${long}${long}"`,
    `"6\n${long}${long}",y`,
    '4,z',
    '',
  ];
  const bytes = Buffer.from(rows.join('\n'));
  for (const size of [65_537, 1_000_003]) {
    expect(outcomeOf(decode(inPieces(bytes, [size])))).toEqual(whole(bytes));
  }
});

const jsonPoint = (id: number) =>
  `{"type":"Feature","properties":{"id":${id},"nâme ${id % 3}":"\\"é😀, ]}"},"geometry":{"type":"Point","coordinates":[-2.${id},53]}}`;
const CRS = '"crs":{"type":"name","properties":{"name":"EPSG:27700"}}';

it.each([
  ['a collection', `{"type":"FeatureCollection","features":[${jsonPoint(1)},${jsonPoint(2)}]}`],
  [
    'members behind the features',
    `{ "features" : [ ${jsonPoint(1)} , ${jsonPoint(2)} ] , ${CRS}, "name":"lights","licence":"OGL v3","numberMatched":9,"type":"FeatureCollection"}`,
  ],
  ['members before them', `{"type":"FeatureCollection",${CRS},"features":[${jsonPoint(1)}]}`],
  ['a cut', `{"type":"FeatureCollection","features":[${jsonPoint(1)},{"type":"Fea`],
  ['a cut behind the features', `{"type":"FeatureCollection","features":[${jsonPoint(1)}],"na`],
  [
    'a broken feature and a name used twice',
    `{"type":"FeatureCollection","features":[${jsonPoint(1)},{"type":x},{"type":"Feature","properties":{"a":1,"a":2},"geometry":null}]}`,
  ],
  ['a feature a line', `${jsonPoint(1)}\n${jsonPoint(2)}\r\n{"type":\n${jsonPoint(3)}\n`],
  ['a text sequence', `\x1e${jsonPoint(1)}\n\x1e${jsonPoint(2)}\n`],
  ['one feature', jsonPoint(1)],
  ['pages', `{"features":[${jsonPoint(1)}]}\n{"features":[${jsonPoint(2)}]}\n`],
  [
    'an answer of ArcGIS',
    '{"geometryType":"esriGeometryPoint","features":[{"attributes":{"a":1}}]}',
  ],
  ['plain objects', '{"features":[{"a":1,"x":2},{"a":2,"x":3}]}'],
  ['a list', `[${jsonPoint(1)},${jsonPoint(2)}]`],
])('decode() reads GeoJSON the same in pieces of any size: %s', (_, text) => {
  const bytes = Buffer.from(text);
  const expected = whole(bytes, 'lights.geojson');
  for (const size of [1, 2, 3, 7, 30, 1000]) {
    expect(outcomeOf(decode(inPieces(bytes, [size], 'lights.geojson')))).toEqual(expected);
  }
});

it('decode() holds no more of a long collection than a feature and a piece', () => {
  const features = Array.from({ length: 9_000 }, (_, id) =>
    jsonPoint(id).replace('"id"', `"note":"${'n'.repeat(500)}","id"`),
  );
  const bytes = Buffer.from(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
  let longest = 0;
  const found = decode({
    sha256: '',
    fileName: 'lights.geojson',
    sizeBytes: bytes.length,
    read: (offset, length) => {
      longest = Math.max(longest, length);
      return bytes.subarray(offset, offset + length);
    },
  });
  expect(outcomeOf(found)).toMatchObject({ layers: [{ records: { length: 9_000 } }] });
  expect(longest).toBeLessThan(bytes.length / 4);
});

it('decode() says how to publish what is too long to be held', () => {
  const head = Buffer.from('{"type":"Topology","objects":{');
  const found = decode({
    sha256: '',
    fileName: 'parcels.geojson',
    sizeBytes: 5e9,
    read: (offset, length) => head.subarray(offset, offset + length),
  });
  expect(found.issues).toMatchObject([{ code: 'file.too-large' }]);
  expect(found.issues[0]?.message).toMatch(/5\.0 GB.*\.csv/);
});
