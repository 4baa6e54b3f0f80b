import { describe, expect, it } from 'vitest';
import { read } from './testing/read.ts';
import { zipOf } from './testing/zip.ts';

const said = ({ file }: ReturnType<typeof read>) =>
  'layers' in file ? file.licenceStatements : undefined;
const TABLE = 'ref,name,easting,northing\n1,Hall,384000,398000\n2,Barn,384100,398100\n';
const NOTE = 'Contains Ordnance Survey data © Crown copyright and database right 2024';

describe('decode() on words about the licence', () => {
  it.each([
    ['alone in its line', NOTE],
    ['in quotation marks, padded with commas', `"${NOTE}",,,`],
    ['after a blank line', `\n${NOTE}\n`],
  ])('lists what stands below a table of text, %s', (_, note) => {
    expect(said(read(`${TABLE}${note}`, 'a.csv'))).toEqual([
      { text: NOTE, where: 'below the table' },
    ]);
  });

  it('takes no record for a remark', () => {
    const records = '3,Open Government Licence Office,384000,398000\n';
    expect(said(read(`${TABLE}${records}`, 'a.csv'))).toEqual([]);
    expect(said(read(`id,licence\n1,x\n2,${NOTE}\n`, 'a.csv'))).toEqual([]);
  });

  it('lists what cells of an OpenDocument spreadsheet say, on any sheet', () => {
    const cell = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const sheet = (name: string, rows: string) =>
      `<table:table table:name="${name}">${rows}</table:table>`;
    const row = (...texts: string[]) =>
      `<table:table-row>${texts.map(cell).join('')}</table:table-row>`;
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${sheet('Data', row('ref', 'name') + row('1', 'Hall'))}${sheet('Notes', row(NOTE))}</office:spreadsheet></office:body></office:document-content>`;
    const ods = zipOf([
      { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', bytes: content },
    ]);
    expect(said(read(ods, 'a.ods'))).toMatchObject([{ text: NOTE }]);
  });
});
