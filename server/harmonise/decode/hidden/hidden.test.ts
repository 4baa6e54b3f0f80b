import { describe, expect, it } from 'vitest';
import { gpkgOf } from '../geopackage/tiny.ts';
import { read, valuesOf } from '../testing/read.ts';
import { dbfOf, shpOf } from '../testing/shapefile.ts';
import { xlsxOf } from '../testing/xlsx.ts';
import { zipOf } from '../testing/zip.ts';

const row = (line: number, cells: readonly string[], attributes = '') =>
  `<row r="${line}"${attributes}>${cells
    .map((text, at) => `<c r="${'ABC'[at]}${line}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')}</row>`;

/** Kind, place and texts of everything hidden in a file. */
const hiddenIn = (content: Uint8Array | string, name: string, beside = {}) => {
  const { file } = read(content, name, beside);
  const hidden = 'hidden' in file ? (file.hidden ?? []) : [];
  return hidden.map(({ kind, where, texts }) => [kind, where, [...texts()]]);
};

describe('hidden content of a workbook', () => {
  const book = xlsxOf(
    [
      {
        name: 'Sites',
        before: '<cols><col min="3" max="16384" hidden="1"/></cols>',
        rows:
          row(1, ['ref', 'name', 'owner']) +
          row(2, ['1', 'Mill', 'J Bloggs']) +
          row(3, ['2', 'Barn', ''], ' hidden="1"'),
      },
      {
        name: 'Staff',
        state: 'veryHidden',
        rows: row(1, ['who', 'b']) + row(2, ['J Bloggs', 'x']),
      },
    ],
    [],
    [
      {
        name: 'xl/comments1.xml',
        bytes:
          '<comments><authors><author>Jo Bloggs</author></authors><commentList><comment ref="B7"><text><r><t>ring </t></r><r><t>Jo</t></r></text></comment></commentList></comments>',
      },
      {
        name: 'docProps/core.xml',
        bytes: '<p:cp xmlns:p="p" xmlns:dc="dc"><dc:creator>Jo Bloggs</dc:creator></p:cp>',
      },
      {
        name: 'xl/pivotCache/pivotCacheDefinition1.xml',
        bytes:
          '<d><cacheFields><cacheField name="Phone"><sharedItems><s v="07700 900123"/></sharedItems></cacheField></cacheFields></d>',
      },
    ],
  );

  it('decode() gives the texts of comments, properties, pivot data, hidden sheets, rows and columns', () => {
    expect(hiddenIn(book, 'a.xlsx')).toEqual([
      [
        'comments',
        'cell comments (comments1.xml)',
        [
          { label: 'Author', text: 'Jo Bloggs' },
          { line: 7, text: 'ring Jo' },
        ],
      ],
      ['properties', 'properties of the workbook', [{ label: 'creator', text: 'Jo Bloggs' }]],
      [
        'pivot-cache',
        'pivot table data (pivotCacheDefinition1.xml)',
        [{ label: 'Phone', text: '07700 900123' }],
      ],
      [
        'hidden-rows',
        'hidden rows of sheet “Sites”',
        [
          { line: 3, label: 'ref', text: '2' },
          { line: 3, label: 'name', text: 'Barn' },
        ],
      ],
      [
        'hidden-columns',
        'hidden columns of sheet “Sites”',
        [
          { line: 1, label: 'owner', text: 'owner' },
          { line: 2, label: 'owner', text: 'J Bloggs' },
        ],
      ],
      [
        'hidden-sheet',
        'sheet “Staff”',
        [
          { line: 1, label: 'who', text: 'who' },
          { line: 1, label: 'b', text: 'b' },
          { line: 2, label: 'who', text: 'J Bloggs' },
          { line: 2, label: 'b', text: 'x' },
        ],
      ],
    ]);
  });

  it('decode() marks a hidden sheet, so that it is not taken for the data', () => {
    const { file } = read(book, 'a.xlsx');
    expect('layers' in file && file.layers.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Sites', undefined],
      ['Staff', true],
    ]);
  });
});

describe('hidden content of an OpenDocument spreadsheet', () => {
  const cell = (text: string, more = '') =>
    `<table:table-cell office:value-type="string">${more}<text:p>${text}</text:p>
</table:table-cell>`;
  const note =
    '<office:annotation><dc:creator>Jo Bloggs</dc:creator><dc:date>2024-01-31</dc:date><text:p>ring <text:span>Jo</text:span></text:p></office:annotation>';
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:dc="d"><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="Sites" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse"/>
<table:table-row>${cell('group')}${cell('ref')}</table:table-row>
<table:table-row>${cell('North', note).replace('<table:table-cell', '<table:table-cell table:number-rows-spanned="2"')}${cell('A<text:s text:c="2"/>1')}</table:table-row>
<table:table-row table:visibility="filter"><table:covered-table-cell/>${cell('A2')}</table:table-row></table:table>
<table:table table:name="Old" table:style-name="ta2"><table:table-row>${cell('who')}</table:table-row><table:table-row>${cell('Jo')}</table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>`;
  const book = zipOf([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    { name: 'content.xml', bytes: content },
    {
      name: 'meta.xml',
      bytes: '<m:meta xmlns:m="m" xmlns:dc="d"><dc:creator>J Bloggs</dc:creator></m:meta>',
    },
  ]);

  it('decode() gives the texts of comments, properties, hidden sheets, rows and columns', () => {
    expect(hiddenIn(book, 'a.ods')).toEqual([
      ['comments', 'cell comments', [{ label: 'Author', text: 'Jo Bloggs' }, { text: 'ring Jo' }]],
      ['properties', 'properties of the spreadsheet', [{ label: 'creator', text: 'J Bloggs' }]],
      [
        'hidden-rows',
        'hidden rows of sheet “Sites”',
        [
          { line: 3, label: 'group', text: 'North' },
          { line: 3, label: 'ref', text: 'A2' },
        ],
      ],
      [
        'hidden-columns',
        'hidden columns of sheet “Sites”',
        [
          { line: 1, label: 'ref', text: 'ref' },
          { line: 2, label: 'ref', text: 'A  1' },
          { line: 3, label: 'ref', text: 'A2' },
        ],
      ],
      [
        'hidden-sheet',
        'sheet “Old”',
        [
          { line: 1, label: 'who', text: 'who' },
          { line: 2, label: 'who', text: 'Jo' },
        ],
      ],
    ]);
  });

  it('decode() keeps comments and line ends of the file out of the cells, and fills merged ones', () => {
    expect(valuesOf(read(book, 'a.ods'))).toEqual([['North', 'A  1'], ['North', 'A2'], ['Jo']]);
  });
});

describe('hidden content of other files', () => {
  it('decode() gives the texts of rows marked deleted in a .dbf', () => {
    const dbf = dbfOf([['NAME', 'C', 12]], [['Mill'], ['*', 'Jo Bloggs']]);
    const shp = shpOf([[384000, 398000], null]);
    expect(hiddenIn(shp, 'a.shp', { 'a.dbf': dbf })).toEqual([
      ['deleted-rows', 'deleted rows of “a”', [{ line: 2, label: 'NAME', text: 'Jo Bloggs' }]],
    ]);
  });

  it('decode() gives the texts of GeoPackage tables that are no layer', () => {
    const bytes = gpkgOf(`
      CREATE TABLE lookup (code TEXT);
      INSERT INTO gpkg_contents VALUES ('lookup', 'attributes', '', '', 0);
      CREATE TABLE contacts (id INTEGER, "e mail" TEXT);
      INSERT INTO contacts VALUES (1, 'jo@example.org');
      CREATE TABLE blank (id INTEGER);`);
    expect(hiddenIn(bytes, 'a.gpkg')).toEqual([
      [
        'extra-table',
        'table “contacts”',
        [
          { line: 1, label: 'id', text: '1' },
          { line: 1, label: 'e mail', text: 'jo@example.org' },
        ],
      ],
    ]);
  });

  it('decode() gives the author of a KML and of a GPX', () => {
    const kml =
      '<kml xmlns:atom="a"><Document><atom:author><atom:name>Jo Bloggs</atom:name></atom:author><Placemark><name>A</name><Point><coordinates>-2,53</coordinates></Point></Placemark></Document></kml>';
    expect(hiddenIn(kml, 'a.kml')).toEqual([
      ['properties', 'author of the KML', [{ label: 'name', text: 'Jo Bloggs' }]],
    ]);
    const gpx =
      '<gpx><metadata><author><name>Jo Bloggs</name><email id="jo" domain="example.org"/></author></metadata><wpt lat="53" lon="-2"><name>A</name></wpt></gpx>';
    expect(hiddenIn(gpx, 'a.gpx')).toEqual([
      [
        'properties',
        'author of the GPX',
        [
          { label: 'name', text: 'Jo Bloggs' },
          { label: 'email', text: 'jo@example.org' },
        ],
      ],
    ]);
  });
});
