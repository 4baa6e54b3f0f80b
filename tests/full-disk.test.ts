import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#data/schema/desk.ts';
import type { Receipt } from '#data/schema/desk-compare.ts';
import { type DeskWorld, openDeskWorld, type Person } from './support/desk-world.ts';

/** A disk of 48 MB that really fills: a file system in memory, where this machine lets us mount one. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'odin-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const PUBLISHER = 'demonstration-rochdale';
const SOURCE = 'data/sources/demonstration-rochdale/public-land.json';
const LICENSED = {
  ...{ author: 'council', os: 'none', addresses: 'none', 'third-party': 'none', people: 'no' },
  ...{ licence: 'OGL-UK-3.0', evidence: { kind: 'here' } },
};

/** A made-up register of so many sites. */
const register = (sites: number): string =>
  [
    'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,OwnershipStatus,PlanningStatus',
    ...Array.from(
      { length: sites },
      (_, i) =>
        `S${i},Made-up site ${i},${389_000 + (i % 100) * 20},${413_000 + i},0.5,unknown,permissioned`,
    ),
    '',
  ].join('\n');

const disk = mountSmallDisk();
if (disk === undefined) {
  process.stdout.write('Skipped: a small disk to fill may not be mounted on this machine\n');
}

describe.skipIf(disk === undefined)('a disk that is full', () => {
  const folder = disk ?? '';
  const filler = join(folder, 'filler');
  let world: DeskWorld;
  let officer: Person;
  let receipt: Receipt;

  beforeAll(async () => {
    world = await openDeskWorld({ ODIN_DATA: join(folder, 'data') });
    officer = await world.person('Test policy team', PUBLISHER, 'publisher');
    const draft = await world.upload(officer, PUBLISHER, { name: 'a.csv', text: register(40) });
    const path = `/api/desk/drafts/${draft.id}`;
    await world.json(officer, `${path}/licence`, { method: 'PUT', body: LICENSED });
    receipt = await world.json<Receipt>(officer, `${path}/publish`, {
      body: { reading: draft.progress.reading },
    });
  }, 90_000);
  afterAll(async () => {
    await world.close();
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = (left: number) => {
    rmSync(filler, { force: true });
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  };
  /** What became of a file that was handed in, once it is read or cannot be. */
  const outcome = async (answer: Response): Promise<{ isKept: boolean; words: string }> => {
    const said = await answer.text();
    if (answer.status !== 200) return { isKept: false, words: said };
    const { id } = JSON.parse(said) as Draft;
    let { progress } = JSON.parse(said) as Draft;
    while (['reading', 'comparing'].includes(progress.state)) {
      ({ progress } = await world.json<Draft>(officer, `/api/desk/drafts/${id}`));
    }
    return { isKept: progress.state === 'ready', words: progress.words };
  };
  const handIn = (text: string) =>
    world.ask(officer, `/api/desk/drafts?publisher=${PUBLISHER}&fileName=b.csv`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('threat 53: is said plainly, keeps what is live, and is forgotten once there is room', async () => {
    const before = await (await world.ask(undefined, '/api/datasets')).text();
    // what finds no room: the file, what the process reads of it, what the database keeps of that
    for (const [left, sites] of [
      [200_000, 500],
      [200_000, 6_000],
      [2_500_000, 20_000],
      [5_000_000, 20_000],
      [12_000_000, 20_000],
    ] as const) {
      fill(left);
      const { isKept, words } = await outcome(await handIn(register(sites)));
      expect(isKept, words).toBe(false);
      expect(words).toMatch(/disk of this ODIN is (?:nearly )?full/u);
      expect(words).toMatch(/what is published is not affected/iu);
    }
    expect((await world.ask(undefined, receipt.page)).status).toBe(200);
    expect(await (await world.ask(undefined, '/api/datasets')).text()).toBe(before);

    fill(12_000_000);
    const path = join(tmpdir(), `odin-full-${process.pid}.csv`);
    writeFileSync(path, register(20_000));
    const ran = spawnSync(
      process.execPath,
      ['scripts/odin.mjs', 'publish', path, '--source', SOURCE],
      { encoding: 'utf8', env: { ...process.env, ODIN_DATA: join(folder, 'apart') } },
    );
    rmSync(path);
    expect([ran.status, ran.stderr]).toEqual([74, expect.stringMatching(/^The disk is full/)]);

    rmSync(filler);
    const draft = await world.upload(officer, PUBLISHER, { name: 'c.csv', text: register(500) });
    expect(draft.progress.state).toBe('ready');
    await world.restart();
    expect(await (await world.ask(undefined, '/api/datasets')).text()).toBe(before);
  }, 120_000);
});
