import { type Member, zipOf } from './zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** One sheet of a test workbook: name, its `<sheetData>` content, and what stands before and after it. */
export type TestSheet = {
  readonly name: string;
  readonly rows: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
};

/** A workbook; style 1 is a date, style 2 a time. `more` are further parts. */
export function xlsxOf(
  sheets: readonly TestSheet[],
  strings: readonly string[] = [],
  more: readonly Member[] = [],
): Buffer {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const relations = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return zipOf([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns="${MAIN}" xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      bytes:
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    },
    {
      name: 'xl/sharedStrings.xml',
      bytes: `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    ...sheets.map(({ rows, before = '', after = '' }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      bytes: `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...more,
  ]);
}
