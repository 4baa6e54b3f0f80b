import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** PostGIS on a private socket in a temporary folder, for as long as a bench runs. */
export type PostGis = {
  /** Run statements; what they answer, rows by line and columns by `|`. */
  readonly run: (sql: string) => string;
  /** Fill a table `(id integer, g geometry)` and index it. */
  readonly fill: (table: string, wkt: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

const INSTALLS = '/usr/lib/postgresql';
const ANSWER_BYTES = 1 << 28;

/** Why there is none here, as a sentence; undefined where there is. */
export function whyNoPostGis(): string | undefined {
  return binOf() === undefined
    ? 'PostGIS is not installed: apt-get install postgresql-15-postgis-3.'
    : undefined;
}

/** Folder of the newest PostgreSQL that has PostGIS. */
function binOf(): string | undefined {
  if (!existsSync(INSTALLS)) return undefined;
  const version = readdirSync(INSTALLS)
    .filter((each) => existsSync(`/usr/share/postgresql/${each}/extension/postgis.control`))
    .sort((one, other) => Number(other) - Number(one))[0];
  return version === undefined ? undefined : join(INSTALLS, version, 'bin');
}

/** PostgreSQL refuses to run as root: then it is its own user who runs it. */
function whoRuns(): { readonly uid: number; readonly gid: number } {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Start one.
 *
 * @throws {Error} when it does not start
 */
export async function openPostGis(): Promise<PostGis> {
  const bin = binOf() ?? '';
  const who = whoRuns();
  const folder = mkdtempSync(join(tmpdir(), 'odin-postgis-'));
  chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const set = ['-A', 'trust', '-U', 'odin', '-E', 'UTF8', '--no-sync', '-D', data];
  const made = spawnSync(join(bin, 'initdb'), set, who);
  if (made.status !== 0) throw new Error(`Cannot start PostGIS: ${made.stderr}`);
  const server = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'],
      ...['-c', 'shared_buffers=256MB', '-c', 'work_mem=64MB', '-c', 'jit=off'],
      // one core each, as ours is one thread
      ...['-c', 'max_parallel_workers_per_gather=0', '-c', 'random_page_cost=1.1'],
    ],
    { ...who, stdio: 'ignore' },
  );
  const run = (sql: string): string => {
    const args = ['-h', folder, '-U', 'odin', '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'];
    const told = spawnSync(join(bin, 'psql'), args, { input: sql, maxBuffer: ANSWER_BYTES });
    if (told.status !== 0) throw new Error(`PostGIS refused: ${told.stderr}`);
    return told.stdout.toString();
  };
  await ready(run);
  run('CREATE EXTENSION postgis;');
  return {
    run,
    fill(table, wkt) {
      const rows = wkt.map((text, at) => `${at}\t${text}\n`).join('');
      run(`CREATE TABLE ${table} (id integer, g geometry);\nCOPY ${table} FROM STDIN;\n${rows}\\.
CREATE INDEX ON ${table} USING gist (g); ANALYZE ${table};`);
    },
    close: () => close(server, folder),
  };
}

const TRIES = 100;

async function ready(run: PostGis['run']): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      run('SELECT 1;');
      return;
    } catch (error) {
      if (left === 0) throw error;
      await wait(100);
    }
  }
}

async function close(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
