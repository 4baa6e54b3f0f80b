import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../choose/arrange.ts';
import { inPrivate } from '../choose/flat-layer.ts';
import { Flattener } from '../choose/flatten.ts';
import { feedLines, type LineFault } from './feed-lines.ts';
import { LineFeature } from './line-feature.ts';
import { parseLine } from './parse-line.ts';

/** Read a text line by line, `step` bytes at a time. */
function fed(text: string | Uint8Array, step = 1 << 20, attributes?: readonly string[]) {
  const bytes = Buffer.from(text);
  const faults: LineFault[] = [];
  const flat = new Flattener(attributes);
  let at = 0;
  const { feed } = feedLines({
    read: (into) => {
      const some = bytes.subarray(at, at + Math.min(step, into.length));
      into.set(some);
      at += some.length;
      return some.length;
    },
    onFault: (fault) => faults.push(fault),
  });
  while (feed(flat));
  return { layer: arrange(flat, 0, inPrivate), unplaced: flat.unplaced, faults };
}

/** The same by JSON.parse alone. */
function parsed(text: string, attributes?: readonly string[]) {
  const faults: LineFault[] = [];
  const flat = new Flattener(attributes);
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = (line.startsWith('\u001e') ? line.slice(1) : line).trim();
    const feature = trimmed === '' ? undefined : parseLine(trimmed);
    if (typeof feature === 'string') faults.push({ line: index + 1, reason: feature });
    else if (feature) flat.add(feature);
  }
  return { layer: arrange(flat, 0, inPrivate), unplaced: flat.unplaced, faults };
}

const number = fc.oneof(
  fc.integer({ min: -180, max: 180 }),
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
  fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((n) => n / 1e7),
  fc.double(),
  fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(Number),
);
const position = fc.oneof(
  { weight: 20, arbitrary: fc.array(number, { minLength: 2, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>([], [1], ['1', '2'], null, [null, 2], 7) },
);
const run = fc.array(position, { maxLength: 6 });
const rings = fc.array(run, { maxLength: 3 });
const coordinates = fc.oneof(position, run, rings, fc.array(rings, { maxLength: 3 }));
const type = fc.constantFrom(
  ...['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'Circle'],
);
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('a', 'ward', '7', '__proto__', 'toString', 'Å', '\ud800', ''),
);
const value = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.array(number));
const properties = fc.oneof(fc.dictionary(text, value, { maxKeys: 5 }), fc.constant(null));
const feature = fc.record(
  {
    type: fc.constantFrom('Feature', 'Feature', 'Feature', 'feature'),
    id: fc.oneof(fc.nat(), fc.maxSafeInteger(), text, fc.constant(null)),
    geometry: fc.oneof(fc.record({ type, coordinates }), fc.constant(null)),
    properties,
    bbox: fc.constant([1, 2]),
  },
  { requiredKeys: ['type', 'geometry'] },
);
/** A feature as JSON, now and then with spaces, or damaged in one place. */
const line = fc
  .tuple(
    feature,
    fc.constantFrom(0, 0, 1),
    fc.nat(),
    fc.constantFrom('', '', '', '"', '}', '\\', '0'),
  )
  .map(([given, spaces, place, damage]) => {
    const whole = JSON.stringify(given, null, spaces).replaceAll('\n', ' ');
    const at = place % (whole.length + 1);
    return whole.slice(0, at) + damage + whole.slice(at);
  });

describe('feedLines', () => {
  it('reads every line as JSON.parse does, whatever is in it and wherever reading stops', () => {
    const lines = fc.array(line, { maxLength: 5 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 400 }), (given, step) => {
        const whole = given.join('\n');
        expect(fed(whole, step)).toEqual(parsed(whole));
        const some = ['ward', 'a', 'Å'];
        expect(fed(whole, step, some)).toEqual(parsed(whole, some));
      }),
      { numRuns: 400 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        fed(bytes, 7);
      }),
    );
  });

  it('reads what most programs write without making objects of it', () => {
    const usual = [
      '{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[-2.2,53.4]},"properties":{"a":"Å","b":1.5,"c":null,"d":true}}',
      '{ "type": "Feature", "properties": { "WARD": "Ordsall" }, "geometry": { "type": "MultiPolygon", "coordinates": [ [ [ [ -2.2, 53.4, 12.0 ], [ -2.1, 53.4, 12 ], [ -2.1, 53.5, 1 ], [ -2.2, 53.4, 0 ] ] ] ] } }',
    ];
    for (const given of usual) {
      const bytes = Buffer.from(given);
      expect(new LineFeature().read(bytes, 0, bytes.length)).toBe(true);
      expect(fed(given)).toEqual(parsed(given));
    }
  });

  it('finds no text in bytes that are not UTF-8, and reads them as a decoder does', () => {
    const bytes = Buffer.from(
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":"?"}}',
    );
    bytes[bytes.indexOf('?')] = 0xe9;
    expect(fed(bytes)).toEqual(parsed(bytes.toString('utf8')));
    expect(fed(bytes).layer.count).toBe(1);
  });

  it('reads a line longer than what is read at a time', () => {
    const ring = Array.from({ length: 200_000 }, (_, i) => [i / 1e4, (i % 7) / 1e3]);
    const long = JSON.stringify({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: ring },
    });
    const { layer } = fed(`${long}\n${long}`);
    expect([layer.count, layer.xs.length]).toEqual([2, 400_000]);
  });
});
