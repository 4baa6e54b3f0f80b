import { refuse } from '../refusal.ts';

/** Kinds of tables whose rows stand elsewhere, by the word after `Type`, and what to send. Source: MITAB, mitab_tabfile.cpp. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^xls/, 'a workbook: send that workbook (.xls or .xlsx) itself'],
  [/^(ascii|csv)/, 'a text file: send that file (.csv or .txt) itself'],
  [/^(access|odbc|linked|mdb)/, 'a database'],
  [/^(raster|grid|wms|wfs|tileserver)/, 'a picture or a map service, which is no data'],
  [/^view/, 'other tables joined by a query'],
];
const SAVE_AS =
  'In MapInfo, choose Save Copy As and the type MapInfo Table, or export it as .mif or GeoPackage, and send that';

/** Refuse a .tab whose rows are in other files, and say which to send. @throws Refusal */
export function refuseOthers(text: string): void {
  if (/"\\IsSeamless"\s*=\s*"TRUE"/i.test(text)) {
    refuse(
      'file.unsupported',
      `This is a seamless table: it stands for several other tables and holds none of their rows. Send those tables together in one zip. Or, as one: ${SAVE_AS}.`,
    );
  }
  const kind = (/^\s*type\s+"?(\w+)/im.exec(text)?.[1] ?? '').toLowerCase();
  if (kind === 'native' || kind === 'dbf') return;
  const known = ELSEWHERE.find(([pattern]) => pattern.test(kind));
  refuse(
    'file.unsupported',
    `This .tab holds no rows: it points to ${known?.[1] ?? 'other tables or files'}. ${SAVE_AS}.`,
  );
}
