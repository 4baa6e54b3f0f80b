import { execFileSync } from 'node:child_process';
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
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  };
  const handIn = (text: string) =>
    world.ask(officer, `/api/desk/drafts?publisher=${PUBLISHER}&fileName=b.csv`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('threat 53: is said plainly, keeps what is live, and is forgotten once there is room', async () => {
    const before = await (await world.ask(undefined, '/api/datasets')).text();
    fill(200_000);
    // the file itself fits, or does not; what is read of it never does
    for (const sites of [500, 6_000]) {
      const answer = await handIn(register(sites));
      const said = await answer.text();
      if (answer.status === 200) {
        const { progress } = JSON.parse(said) as Draft;
        expect(progress.state, said).toBe('unreadable');
        expect(progress.words).toMatch(/disk|room/iu);
      } else {
        expect(answer.status, said).toBe(507);
        expect(said).toContain('What is published is not affected');
      }
    }
    expect((await world.ask(undefined, receipt.page)).status).toBe(200);
    expect(await (await world.ask(undefined, '/api/datasets')).text()).toBe(before);

    rmSync(filler);
    const draft = await world.upload(officer, PUBLISHER, { name: 'c.csv', text: register(500) });
    expect(draft.progress.state).toBe('ready');
    await world.restart();
    expect(await (await world.ask(undefined, '/api/datasets')).text()).toBe(before);
  }, 120_000);
});
