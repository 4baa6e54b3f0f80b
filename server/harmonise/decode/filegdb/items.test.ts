import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, readItems } from './items.ts';
import type { GdbTable } from './table.ts';

const NAMES = ['Name', 'Definition', 'Documentation'];

/** A table of texts, as the items of a geodatabase are kept: a length before each row and each text. */
function itemsTable(rows: readonly (readonly string[])[]): GdbTable {
  const parts: Buffer[] = [Buffer.alloc(8)];
  const index = Buffer.alloc(16 + rows.length * 4);
  index.writeInt32LE(4, 12);
  for (const [at, row] of rows.entries()) {
    index.writeUInt32LE(Buffer.concat(parts).length, 16 + at * 4);
    const texts = row.map((text) => {
      const bytes = Buffer.from(text);
      return Buffer.concat([Buffer.from([(bytes.length & 127) | 128, bytes.length >> 7]), bytes]);
    });
    parts.push(Buffer.alloc(4), ...texts);
  }
  const fields = NAMES.map((name) => ({ name, type: 'text' as const, isNullable: false }));
  return {
    bytes: Buffer.concat(parts),
    index,
    fields,
    shape: undefined,
    rowCount: rows.length,
    blocks: undefined,
  };
}

const DOMAIN =
  '<t:GPCodedValueDomain2 xmlns:t="t"><DomainName>state</DomainName><CodedValues><CodedValue><Name>Live</Name><Code>1</Code></CodedValue><CodedValue><Name>Gone &amp; lost</Name><Code>2</Code></CodedValue></CodedValues></t:GPCodedValueDomain2>';
const TABLE =
  '<DEFeatureClassInfo><Name>lights</Name><GPFieldInfoExs><GPFieldInfoEx><Name>REF</Name></GPFieldInfoEx><GPFieldInfoEx><Name>STATUS</Name><DomainName>state</DomainName></GPFieldInfoEx></GPFieldInfoExs></DEFeatureClassInfo>';
const METADATA =
  '<metadata><useLimit>&lt;p&gt;Open Government Licence v3.0&lt;/p&gt;</useLimit></metadata>';

describe('readItems()', () => {
  it('gives the value list of a column and what the metadata says of the licence', () => {
    const { labels, statements } = readItems(
      itemsTable([
        ['state', DOMAIN, ''],
        ['lights', TABLE, METADATA],
      ]),
    );
    expect([...(labels.get(placeOf('Lights', 'status')) ?? [])]).toEqual([
      ['1', 'Live'],
      ['2', 'Gone & lost'],
    ]);
    expect(labels.size).toBe(1);
    expect(statements).toEqual([
      { text: 'Open Government Licence v3.0', where: 'metadata of “lights”' },
    ]);
  });

  it('passes over items that are damaged', () => {
    const table = itemsTable([
      ['state', DOMAIN.slice(0, -9), '<a><b></a>'],
      ['lights', `<!DOCTYPE a []>${TABLE}`, 'no XML'],
    ]);
    expect(readItems(table).statements).toEqual([]);
    expect(readItems({ ...table, rowCount: 50_000_000 }).statements).toEqual([]);
  });

  it('never throws, whatever the bytes', () => {
    const table = itemsTable([['lights', TABLE, METADATA]]);
    fc.assert(
      fc.property(fc.nat(table.bytes.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Buffer.from(table.bytes);
        bytes[at] = byte;
        readItems({ ...table, bytes });
      }),
    );
  });
});
