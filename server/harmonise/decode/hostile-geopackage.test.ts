import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpkgOf, pointLiteral } from './geopackage/tiny.ts';
import { read, valuesOf } from './testing/read.ts';

// The threats of the threat table that come as a database; the numbers are the table's.

const listed = (name: string): string =>
  `INSERT INTO gpkg_contents VALUES ('${name}', 'attributes', '', '', 0);`;
const REAL = `CREATE TABLE real (x); INSERT INTO real VALUES (1); ${listed('real')}`;

describe('decode() on databases made to harm', () => {
  it.each([
    [
      'an endless view',
      'CREATE VIEW bad AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;',
    ],
    [
      'a view of a product of tables',
      'CREATE TABLE a (x); CREATE VIEW bad AS SELECT 1 FROM a, a, a, a, a;',
    ],
    ['a view that makes a huge value', 'CREATE VIEW bad AS SELECT zeroblob(1000000000) AS x;'],
    ['a virtual table', 'CREATE VIRTUAL TABLE bad USING fts5(x);'],
  ])('threat 10: never runs %s, and reads the real table beside it', (_name, sql) => {
    const start = performance.now();
    const found = read(gpkgOf(`${sql} ${listed('bad')} ${REAL}`), 'a.gpkg');
    expect(valuesOf(found)).toContainEqual([1]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('threat 11: runs no trigger and computes no generated column', () => {
    const bytes = gpkgOf(`
      CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT,
        huge TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL);
      CREATE TRIGGER leak AFTER INSERT ON sites BEGIN DELETE FROM sites; END;
      DROP TRIGGER leak;
      INSERT INTO sites (id, name) VALUES (1, 'Mill');
      CREATE TRIGGER again AFTER UPDATE ON sites BEGIN DELETE FROM sites; END;
      ${listed('sites')}`);
    const found = read(bytes, 'a.gpkg');
    expect([found.columns, valuesOf(found)]).toEqual([['id', 'name'], [[1, 'Mill']]]);
  });

  it('threat 11: an index on an expression is not evaluated with rights of ours', () => {
    const bytes = gpkgOf(
      `CREATE TABLE t (x TEXT); CREATE INDEX i ON t (upper(x)); INSERT INTO t VALUES ('a'); ${listed('t')}`,
    );
    expect(valuesOf(read(bytes, 'a.gpkg'))).toEqual([['a']]);
  });

  it.each([
    '"; DROP TABLE gpkg_contents; --',
    "'; ATTACH DATABASE '/etc/passwd' AS x; --",
    'a" UNION SELECT sql FROM sqlite_master --',
    '%s',
    ' ',
  ])('threat 12: a table and a column named %j are names', (name) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const bytes = gpkgOf(
      `CREATE TABLE ${quoted} (${quoted} TEXT); INSERT INTO ${quoted} VALUES ('kept'); ${listed(name.replaceAll("'", "''"))}`,
    );
    const found = read(bytes, 'a.gpkg');
    expect([found.columns, valuesOf(found)]).toEqual([[name], [['kept']]]);
  });

  it('threat 14: keeps columns named like members of every object', () => {
    const bytes = gpkgOf(
      `CREATE TABLE t ("__proto__" TEXT, "constructor" TEXT); INSERT INTO t VALUES ('a', 'b'); ${listed('t')}`,
    );
    const found = read(bytes, 'a.gpkg');
    expect([found.columns, valuesOf(found)]).toEqual([['__proto__', 'constructor'], [['a', 'b']]]);
  });

  it('threat 13: a huge cell is told of and not copied', () => {
    const bytes = gpkgOf(
      `CREATE TABLE t (x BLOB); INSERT INTO t VALUES (zeroblob(20000000)); ${listed('t')}`,
    );
    expect(valuesOf(read(bytes, 'a.gpkg'))).toEqual([['(20000000 bytes)']]);
  });

  it('threat 13: flipped bytes end in features or a reason, two hundred times over', () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `(${i}, ${pointLiteral(384_000 + i, 398_000)})`,
    );
    const bytes = gpkgOf(`
      CREATE TABLE lights (fid INTEGER PRIMARY KEY, geom BLOB);
      INSERT INTO gpkg_contents VALUES ('lights', 'features', '', '', 27700);
      INSERT INTO gpkg_geometry_columns VALUES ('lights', 'geom', 'POINT', 27700, 0, 0);
      INSERT INTO lights VALUES ${rows.join(',')};`);
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(flips, (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        const found = read(damaged, 'a.gpkg');
        if (!('layers' in found.file)) expect(found.issues[0]?.message.length).toBeGreaterThan(20);
      }),
      { numRuns: 200 },
    );
  });
});
