import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { blobPath, writeSafely } from './blobs.ts';

/** Names in a data folder and in a backup of it. */
const DATABASE = 'odin.sqlite';
const RESOURCES = 'resources';
const MANIFEST = 'backup.json';
/** Folders a deployment keeps besides: descriptors of its own, gazetteers, tiles. What is in them is never changed in place. */
const FOLDERS = ['sources', 'gazetteer', 'tiles'] as const;

/** What a backup holds, written last: a folder without it is none. */
const Manifest = z.strictObject({
  odin: z.literal('backup'),
  /** ISO 8601 time. */
  at: z.string(),
  /** SHA-256 of the database, hex. */
  database: z.string(),
  /** Rows of every table. */
  rows: z.record(z.string(), z.number()),
  resources: z.number(),
});
export type Manifest = Readonly<z.infer<typeof Manifest>>;

/** What is wrong with a backup, one sentence each; none when it can be relied on. */
export type BackupCheck = { readonly manifest?: Manifest; readonly faults: readonly string[] };

/**
 * Copy a data folder while it is in use: the database at one moment, then every file it speaks of. Files the
 * target has from a backup before are kept, so the next one takes only what is new.
 *
 * @throws {RangeError} when `folder` holds no database, or `to` holds something that is no backup
 * @throws {Error} when the target cannot be written
 */
export async function backUp(folder: string, to: string, at: Date): Promise<Manifest> {
  if (!(await exists(join(folder, DATABASE)))) {
    throw new RangeError(`There is nothing to back up in “${folder}”: it holds no ${DATABASE}`);
  }
  await mkdir(to, { recursive: true });
  const names = await readdir(to);
  if (names.length > 0 && !names.includes(MANIFEST) && !names.includes(`${DATABASE}.part`)) {
    throw new RangeError(`“${to}” holds something that is no backup; name an empty folder`);
  }
  await rm(join(to, MANIFEST), { force: true });
  const aside = join(to, `${DATABASE}.part`);
  await rm(aside, { force: true });
  const live = new Sqlite(join(folder, DATABASE), { readonly: true });
  try {
    await live.backup(aside);
  } finally {
    live.close();
  }
  const { rows, hashes } = settle(aside);
  for (const sha256 of hashes) {
    await copyOnce(
      blobPath(join(folder, RESOURCES), sha256),
      blobPath(join(to, RESOURCES), sha256),
    );
  }
  for (const name of FOLDERS) await mirror(join(folder, name), join(to, name));
  await rename(aside, join(to, DATABASE));
  const manifest: Manifest = {
    odin: 'backup',
    at: at.toISOString(),
    database: await hashOf(join(to, DATABASE)),
    rows,
    resources: hashes.length,
  };
  await writeSafely(join(to, MANIFEST), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

/** Make the copy one file, and tell what it holds. */
function settle(path: string): { rows: Record<string, number>; hashes: string[] } {
  const db = new Sqlite(path);
  try {
    db.pragma('journal_mode = DELETE');
    return { rows: countRows(db), hashes: resourcesOf(db) };
  } finally {
    db.close();
  }
}

const resourcesOf = (db: Database): string[] =>
  db.prepare<[], string>('SELECT sha256 FROM resource ORDER BY sha256').pluck().all();

function countRows(db: Database): Record<string, number> {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((name) => {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      return [name, db.prepare<[], number>(`SELECT count(*) FROM ${quoted}`).pluck().get() ?? 0];
    }),
  );
}

/**
 * Read a backup as if it had to be relied on today: the database is whole and what it was, every table has its
 * rows, every file is there with the bytes its name says.
 */
export async function checkBackup(backup: string): Promise<BackupCheck> {
  const manifest = await readManifest(backup);
  if (!manifest) {
    return {
      faults: [`“${backup}” is no backup, or it was not finished: it holds no ${MANIFEST}`],
    };
  }
  const path = join(backup, DATABASE);
  if (!(await exists(path))) return { manifest, faults: [`The database ${DATABASE} is missing`] };
  const faults: string[] = [];
  if ((await hashOf(path)) !== manifest.database) faults.push(`${DATABASE} was changed since`);
  const { said, hashes } = await readDatabase(path, manifest);
  faults.push(...said);
  for (const sha256 of hashes) {
    const blob = blobPath(join(backup, RESOURCES), sha256);
    if (!(await exists(blob))) faults.push(`The file handed in as ${sha256} is missing`);
    else if ((await hashOf(blob)) !== sha256)
      faults.push(`The file handed in as ${sha256} was changed`);
  }
  return { manifest, faults };
}

async function readDatabase(
  path: string,
  manifest: Manifest,
): Promise<{ said: string[]; hashes: string[] }> {
  try {
    const db = new Sqlite(path, { readonly: true });
    try {
      const said = db.prepare<[], string>('PRAGMA integrity_check(5)').pluck().all();
      const faults = said.filter((each) => each !== 'ok').map((each) => `${DATABASE}: ${each}`);
      const rows = countRows(db);
      for (const [table, count] of Object.entries(manifest.rows)) {
        if (rows[table] !== count) {
          faults.push(`Table ${table} has ${rows[table] ?? 'no'} rows, ${count} were kept`);
        }
      }
      return { said: faults, hashes: resourcesOf(db) };
    } finally {
      db.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { said: [`${DATABASE} cannot be read: ${why}`], hashes: [] };
  }
}

/**
 * Put a backup that was checked into an empty data folder.
 *
 * @throws {RangeError} when the backup has faults, or the folder holds data already
 */
export async function restoreBackup(backup: string, folder: string): Promise<Manifest> {
  if (await exists(join(folder, DATABASE))) {
    throw new RangeError(`“${folder}” holds data already; restore into an empty folder`);
  }
  const { manifest, faults } = await checkBackup(backup);
  if (!manifest || faults.length > 0) {
    throw new RangeError(`This backup cannot be relied on: ${faults.join('; ')}`);
  }
  for (const name of [RESOURCES, ...FOLDERS]) await mirror(join(backup, name), join(folder, name));
  await copyOnce(join(backup, DATABASE), join(folder, DATABASE));
  return manifest;
}

async function readManifest(backup: string): Promise<Manifest | undefined> {
  const text = await readFile(join(backup, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return Manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Copy what a folder holds and another does not; what is gone from the first is removed from the other. */
async function mirror(from: string, to: string): Promise<void> {
  const kept = new Set(await filesIn(from));
  for (const name of kept) await copyOnce(join(from, name), join(to, name));
  for (const name of await filesIn(to)) {
    if (!kept.has(name)) await rm(join(to, name), { force: true });
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    ignoreMissing,
  );
  return (entries ?? [])
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Copy a file unless the target is as large and as old; one that went meanwhile is passed over. */
async function copyOnce(from: string, to: string): Promise<void> {
  const [source, target] = await Promise.all([
    stat(from).catch(ignoreMissing),
    stat(to).catch(ignoreMissing),
  ]);
  if (!source || (target?.size === source.size && target.mtimeMs >= source.mtimeMs)) return;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, `${to}.part`, constants.COPYFILE_FICLONE);
  await rename(`${to}.part`, to);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(ignoreMissing)) !== undefined;

function ignoreMissing(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  return undefined;
}
