import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DecodedFile, LongResource, Undecodable } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { decode } from './index.ts';

/** Bytes that can only be read in pieces of these sizes, over and over. */
function inPieces(bytes: Buffer, sizes: readonly number[]): LongResource {
  let asked = 0;
  return {
    sha256: '',
    fileName: 'stops.csv',
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

const whole = (bytes: Buffer) => outcomeOf(decode({ sha256: '', fileName: 'stops.csv', bytes }));

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

it('decode() says how to publish what is too long to be held', () => {
  const head = Buffer.from('{"type":"FeatureCollection","features":[');
  const found = decode({
    sha256: '',
    fileName: 'parcels.geojson',
    sizeBytes: 5e9,
    read: (offset, length) => head.subarray(offset, offset + length),
  });
  expect(found.issues).toMatchObject([{ code: 'file.too-large' }]);
  expect(found.issues[0]?.message).toMatch(/5\.0 GB.*\.csv/);
});
