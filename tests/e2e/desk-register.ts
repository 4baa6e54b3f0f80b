import { xlsxOf } from '#server/harmonise/decode/testing/xlsx.ts';

/** Councils to publish for, each with a place inside it; another for a second try, so that each begins with nothing. */
export const COUNCILS = [
  { id: 'oldham-council', name: 'Oldham', easting: 392_000, northing: 404_600 },
  { id: 'bury-council', name: 'Bury', easting: 380_200, northing: 409_800 },
] as const;

export type Council = (typeof COUNCILS)[number];

const HEAD = [
  ...['SiteReference', 'SiteNameAddress', 'GeoX', 'GeoY', 'Hectares', 'OwnershipStatus'],
  ...['PlanningStatus', 'MinNetDwellings'],
];

/** Sites of a made-up register, as cells. */
const sitesOf = ({ easting, northing }: Council, count: number): string[][] =>
  Array.from({ length: count }, (_, index) => [
    ...[`MU/${100 + index}`, `Made-up site ${index + 1}`],
    ...[String(easting + 60 * index), String(northing + 70 * (index % 5))],
    ...[(0.1 + index / 10).toFixed(1), 'owned by a public authority'],
    ...['not permissioned', String(index + 2)],
  ]);

const written = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`${[HEAD, ...rows].map((cells) => cells.join(',')).join('\n')}\n`);

/** A register of 20 sites; the northing of the sixth has lost its last digit: it lies in the sea. */
export function firstRegister(council: Council): Buffer {
  const rows = sitesOf(council, 20);
  const [broken] = rows.slice(5, 6);
  if (broken) broken[3] = (broken[3] ?? '').slice(0, -1);
  return written(rows);
}

/** The next edition: three sites less, one moved 100 m east, one under a new name, one new; else the same. */
export function nextRegister(council: Council): Buffer {
  const rows = sitesOf(council, 21).filter((_, index) => ![10, 11, 12].includes(index));
  const [broken] = rows.slice(5, 6);
  if (broken) broken[3] = (broken[3] ?? '').slice(0, -1);
  const [moved, renamed] = rows;
  if (moved) moved[2] = String(Number(moved[2]) + 100);
  if (renamed) renamed[1] = 'Made-up site with another name';
  return written(rows);
}

/** A workbook whose visible sheet is a register, and whose hidden one names people. Nobody in it is real. */
export function registerWithHiddenPeople(council: Council): Buffer {
  const people = [
    ['Owner name', 'Owner e-mail', 'Telephone', 'Date of birth'],
    ['Ms Ada Example', 'ada@people.example', '0161 496 0000', '01/02/1961'],
    ['Mr Bob Example', 'bob@people.example', '0161 496 0001', '03/04/1972'],
    ['Mrs Cay Example', 'cay@people.example', '0161 496 0002', '05/06/1983'],
  ];
  return xlsxOf([
    { name: 'Register', rows: sheetOf([HEAD, ...sitesOf(council, 12)]) },
    { name: 'Owners', rows: sheetOf(people), state: 'hidden' },
  ]);
}

const sheetOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((text, column) => {
            const at = `${String.fromCharCode(65 + column)}${row + 1}`;
            return /^\d+(?:\.\d+)?$/.test(text)
              ? `<c r="${at}"><v>${text}</v></c>`
              : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
          })
          .join('')}</row>`,
    )
    .join('');
