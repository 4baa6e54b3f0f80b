import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpkgOf, pointLiteral, spatialitePoint, sqliteOf } from './geopackage/tiny.ts';
import { read, valuesOf } from './testing/read.ts';

const layerSql = (name: string, rest: string) => {
  const literal = name.replaceAll("'", "''");
  return `
    CREATE TABLE "${name.replaceAll('"', '""')}" (fid INTEGER PRIMARY KEY, geom BLOB, ${rest});
    INSERT INTO gpkg_contents VALUES ('${literal}', 'features', '', '', 27700);
    INSERT INTO gpkg_geometry_columns VALUES ('${literal}', 'geom', 'POINT', 27700, 0, 0);
  `;
};

describe('decodeGeopackage()', () => {
  it('reads features and plain tables as layers, with their system and their flags', () => {
    const found = read(
      gpkgOf(`
        ${layerSql('lights', 'live BOOLEAN, uprn INTEGER')}
        INSERT INTO lights VALUES (1, ${pointLiteral(384000, 398000)}, 1, 12345678901234567);
        CREATE TABLE lookup (code TEXT);
        INSERT INTO lookup VALUES ('A');
        INSERT INTO gpkg_contents VALUES ('lookup', 'attributes', '', 'Open Government Licence v3', 0);
      `),
      'a.gpkg',
    );
    const layers = 'layers' in found.file ? found.file.layers : [];
    expect(layers.map(({ name, spatial, crs }) => [name, spatial, crs?.id])).toEqual([
      ['lights', true, 'EPSG:27700'],
      ['lookup', false, undefined],
    ]);
    expect(layers[0]?.licenceText).toBe('Open Government Licence v3');
    expect(valuesOf(found)).toEqual([[1, true, '12345678901234567'], ['A']]);
    expect(found.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [384000, 398000] });
  });

  it('reads two layers at the same time', () => {
    const found = read(
      gpkgOf(
        `${layerSql('a', 'x')} ${layerSql('b', 'x')} INSERT INTO a VALUES (1,NULL,1),(2,NULL,2); INSERT INTO b VALUES (1,NULL,3),(2,NULL,4);`,
      ),
      'a.gpkg',
    );
    const [a, b] = 'layers' in found.file ? found.file.layers : [];
    const pairs: unknown[] = [];
    for (const one of a?.records(() => {}) ?? []) {
      for (const other of b?.records(() => {}) ?? []) pairs.push([one.values[1], other.values[1]]);
    }
    expect(pairs).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
    ]);
  });

  it('reads no view, however it is listed, and never ends up in an endless one', () => {
    const found = read(
      gpkgOf(`
        CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
        INSERT INTO gpkg_contents VALUES ('endless', 'attributes', '', '', 0);
        CREATE TABLE real (x);
        INSERT INTO real VALUES (1);
        INSERT INTO gpkg_contents VALUES ('real', 'attributes', '', '', 0);
      `),
      'a.gpkg',
    );
    expect(found.issues).toMatchObject([{ code: 'file.unsupported', layer: 'endless' }]);
    expect(found.records).toHaveLength(1);
  });

  it('takes any table and column name as a name, never as SQL', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'B', '"', "'", ';', '-', ' ', '%', 'é', ')'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(name, name, (table, column) => {
        const quoted = column.replaceAll('"', '""');
        const distinct = /^(fid|geom)$/i.test(column) ? `${quoted}x` : quoted;
        const found = read(gpkgOf(layerSql(`t${table}`, `"${distinct}" TEXT`)), 'a.gpkg');
        expect('layers' in found.file && found.file.layers[0]?.name).toBe(`t${table}`);
        expect(found.columns[1]).toBe(distinct.replaceAll('""', '"'));
      }),
      { numRuns: 60 },
    );
  });

  it('reads a SQLite database that is no GeoPackage: SpatiaLite geometries and plain tables', () => {
    const found = read(
      sqliteOf(`
        CREATE TABLE geometry_columns (f_table_name TEXT, f_geometry_column TEXT, srid INTEGER);
        INSERT INTO geometry_columns VALUES ('lights', 'Geom', 27700);
        CREATE TABLE lights (ref TEXT, geom BLOB);
        INSERT INTO lights VALUES ('A', X'${spatialitePoint(384000, 398000)}'), ('B', X'00');
        CREATE TABLE lookup (code TEXT);
        INSERT INTO lookup VALUES ('A');`),
      'a.sqlite',
    );
    const { file, records, codes } = found;
    expect(file.format).toBe('sqlite');
    expect('layers' in file && file.layers.map(({ name, crs }) => [name, crs?.id])).toEqual([
      ['lights', 'EPSG:27700'],
      ['lookup', undefined],
    ]);
    expect(records.map(({ values, geometry }) => [values, geometry])).toEqual([
      [['A'], { type: 'Point', coordinates: [384000, 398000] }],
      [['B'], null],
      [['A'], undefined],
    ]);
    expect(codes).toEqual(['geom.parse-failed']);
  });

  it('reads tables that a package forgot to list, and systems it forgot to describe', () => {
    const unlisted = read(
      gpkgOf(
        `CREATE TABLE lights (ref TEXT, shape BLOB); INSERT INTO lights VALUES ('A', ${pointLiteral(1, 2)});`,
      ),
      'a.gpkg',
    );
    expect(unlisted.records[0]?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
    const undescribed = read(
      gpkgOf(`${layerSql('Lights', 'ref')} DELETE FROM gpkg_spatial_ref_sys;
        UPDATE gpkg_contents SET table_name = 'LIGHTS'; INSERT INTO lights VALUES (1, NULL, 'A');`),
      'a.gpkg',
    );
    const [layer] = 'layers' in undescribed.file ? undescribed.file.layers : [];
    expect([layer?.name, layer?.crs?.id]).toEqual(['Lights', 'EPSG:27700']);
  });

  it('tells map pictures and an empty database', () => {
    const tiles = sqliteOf('CREATE TABLE tiles (z); CREATE TABLE metadata (name);');
    expect(read(tiles, 'a.mbtiles').codes).toEqual(['fetch.not-data-format']);
    expect(read(gpkgOf('DROP TABLE gpkg_contents'), 'a.gpkg').codes).toEqual(['file.empty']);
  });
});

it('decodeGeopackage() says what to do with a database that holds views only', () => {
  const [found] = read(sqliteOf('CREATE VIEW sites AS SELECT 1 AS a'), 'a.sqlite').issues;
  expect(found).toMatchObject({ code: 'file.unsupported', severity: 'critical' });
  expect(found?.message).toContain('“sites”');
  expect(found?.message).toContain('Save Features As');
});
