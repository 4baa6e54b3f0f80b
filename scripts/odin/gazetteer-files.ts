import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { decode } from '#server/harmonise/decode/index.ts';
import { type Rows, rowsOfText, tablesOfGeoPackage } from './gazetteer-rows.ts';
import { listMembers, type Member } from './gazetteer-zip.ts';

/** One table that may hold addresses. */
export type Candidate = {
  /** File name, with the archive's path in it. */
  readonly name: string;
  /** From the first row; may be asked for again. */
  readonly rows: () => Rows;
};

/** What was handed in, opened: its tables, and the words beside them that may tell the edition. */
export type OpenedInput = {
  readonly tables: readonly Candidate[];
  /** Names of its files, and the text of its notes. */
  readonly notes: readonly string[];
  /** Close it and remove what was unpacked. */
  readonly close: () => void;
};

/** Notes are looked into for a date, no further than this, characters. */
const NOTE_LIMIT = 4_000;
/** Other formats (workbooks) are read whole, so they must be small, bytes. */
const WHOLE_LIMIT = 256 << 20;

/**
 * Open a file as a publisher ships it: delimited text, a GeoPackage, a workbook, or an archive of these.
 *
 * @param temporary folder for what must be unpacked
 * @throws {Error} saying why, when it cannot be read
 */
export async function openInput(path: string, temporary: string): Promise<OpenedInput> {
  const head = headOf(path);
  const name = basename(path);
  if (head.startsWith('SQLite format 3')) return openGeoPackage(path, name);
  const isArchive = head.startsWith('PK\u0003\u0004') && !/\.(?:xlsx|xlsm|ods)$/i.test(name);
  if (isArchive) return await openArchive(path, name, temporary);
  if (/[\0]|^PK/.test(head)) return openOther(path, name);
  const rows = () => rowsOfText(createReadStream(path, { highWaterMark: 1 << 20 }));
  return { tables: [{ name, rows }], notes: [name], close: () => undefined };
}

function headOf(path: string): string {
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(512);
  const got = readSync(file, bytes);
  closeSync(file);
  return Buffer.from(bytes.subarray(0, got)).toString('latin1');
}

function openGeoPackage(path: string, name: string): OpenedInput {
  const { tables, close } = tablesOfGeoPackage(path);
  return { tables: tables.map(({ rows }) => ({ name, rows })), notes: [name], close };
}

async function openArchive(path: string, name: string, temporary: string): Promise<OpenedInput> {
  const file = openSync(path, 'r');
  const unpacked: (() => void)[] = [];
  const members = listMembers(path, file, statSync(path).size);
  const tables = withoutParts(members.filter((member) => /\.(?:csv|txt|tsv)$/i.test(member.name)));
  const candidates: Candidate[] = tables.map((member) => ({
    name: member.name,
    rows: () => rowsOfText(member.open()),
  }));
  for (const member of members.filter((each) => /\.gpkg$/i.test(each.name))) {
    const place = join(temporary, `unpacked-${unpacked.length}.gpkg`);
    await pipeline(member.open(), createWriteStream(place));
    const { tables: inside, close } = openGeoPackage(place, member.name);
    candidates.push(...inside);
    unpacked.push(close, () => rmSync(place, { force: true }));
  }
  return {
    tables: candidates,
    notes: [name, ...members.map((member) => basename(member.name)), ...(await notesIn(members))],
    close: () => {
      closeSync(file);
      for (const clear of unpacked) clear();
    },
  };
}

/** The ONS ships each directory whole and once more in parts: the parts are left out. */
function withoutParts(members: readonly Member[]): readonly Member[] {
  const isPart = ({ name }: Member) => /(?:^|\/)multi_csv\//i.test(name);
  return members.every((member) => isPart(member) || !/ONSPD|NSPL/i.test(basename(member.name)))
    ? members
    : members.filter((member) => !isPart(member));
}

/** What stands in the notes beside the data: `Doc/metadata.txt` of the Ordnance Survey holds the date. */
async function notesIn(members: readonly Member[]): Promise<string[]> {
  const notes = members.filter(({ name }) => /(?:metadata|version)[^/]*\.txt$/i.test(name));
  const texts: string[] = [];
  for (const { open } of notes.slice(0, 3)) {
    let text = '';
    for await (const chunk of open().setEncoding('latin1')) {
      text += chunk;
      if (text.length > NOTE_LIMIT) break;
    }
    texts.push(text.slice(0, NOTE_LIMIT));
  }
  return texts;
}

function openOther(path: string, name: string): OpenedInput {
  if (statSync(path).size > WHOLE_LIMIT) {
    throw new Error('it is too large; hand it in as CSV or GeoPackage');
  }
  const decoded = decode({ sha256: '', fileName: name, bytes: readFileSync(path) });
  const layers = 'layers' in decoded ? decoded.layers : [];
  const tables = layers.map((layer) => ({
    name,
    rows: () => {
      const records = Array.from(
        layer.records(() => undefined),
        ({ values }) => values.map((cell) => (cell === null ? '' : String(cell))),
      );
      return [[[...layer.columns], ...records]];
    },
  }));
  return { tables, notes: [name], close: () => undefined };
}
