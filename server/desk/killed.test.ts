import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadGrid } from '#data/load.ts';
import { readConfig } from '#server/config.ts';
import { openOdin, ROOT } from '#server/odin.ts';
import { openDesk } from './index.ts';
import { openDeskDeps } from './open.ts';

/** A register as a council would send it: made up, and said to be. */
const registerOf = (edition: number): string =>
  [
    'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,OwnershipStatus,PlanningStatus',
    ...Array.from(
      { length: 60 },
      (_, i) =>
        `S${i},Made-up site ${i} of ${edition},${389_000 + i * 20},413000,0.5,unknown,permissioned`,
    ),
    '',
  ].join('\n');

const CHILD = join(ROOT, 'tests/support/desk-child.ts');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-desk-killed-'));
  const odin = await openOdin(readConfig({ ODIN_DATA: folder }));
  await odin.deps.store.accounts.seedOrganisations(odin.vocabulary.publishers.values(), new Date());
  await odin.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Run the child until it is done, reaches a point, or so many milliseconds after it began; kill it then. */
async function killed(text: string, until: { stopAt?: string; ms?: number }): Promise<string> {
  const given = {
    folder,
    text,
    fileName: 'register.csv',
    ...(until.stopAt ? { stopAt: until.stopAt } : {}),
  };
  const child = spawn(process.execPath, [CHILD, JSON.stringify(given)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    if (!said.includes('begun') && words.includes('begun') && until.ms !== undefined) {
      setTimeout(() => child.kill('SIGKILL'), until.ms);
    }
    said += words;
    if (said.includes('here')) child.kill('SIGKILL');
  });
  await closed;
  return said;
}

/** Start again over what was left, and check that nothing acknowledged is lost and nothing is half there. */
async function checkAfter(said: string): Promise<void> {
  const odin = await openOdin(readConfig({ ODIN_DATA: folder }));
  const limits = { fileBytes: 1e8, roomBytes: 1e9, drafts: 500, floorBytes: 0 };
  const desk = openDesk(openDeskDeps(odin, odin.deps, loadGrid(odin.deps.vocabulary), limits));
  const { store } = odin.deps;
  try {
    await desk.resume();
    await desk.drafting.readers.idle();
    for (const state of ['reading', 'publishing'] as const) {
      expect(await store.drafts.listByState(state)).toEqual([]);
    }
    const drafts = await store.drafts.listDrafts('demonstration-rochdale');
    const done = await store.drafts.listByState('published');
    for (const { sha256 } of [...drafts, ...done]) {
      const bytes = (await store.readResource(sha256))?.bytes ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    for (const draft of drafts)
      expect([draft.state, draft.edition]).toEqual(['ready', expect.any(Number)]);
    const live = await store.listLive();
    for (const edition of live) {
      expect(await store.countFeatures({ editions: [edition.row] })).toEqual(
        new Map([[edition.row, 60]]),
      );
    }
    const kept = /kept (\S+)/.exec(said)?.[1];
    if (kept !== undefined) expect(await store.drafts.findDraft(kept)).toBeDefined();
    const answered = /answered (\S+)/.exec(said)?.[1];
    if (answered !== undefined) {
      expect((await store.drafts.findDraft(answered))?.work.licence.licence).toBe('OGL-UK-3.0');
    }
    const published = /published (\S+) (\d+)/.exec(said);
    if (published?.[1]) {
      expect(live.map(({ number }) => number)).toEqual([Number(published[2])]);
      expect(await store.drafts.findReceipt(published[1])).toBeDefined();
    }
    // a live edition has its receipt, and a draft with a receipt went live
    const receipts = await Promise.all(done.map(({ id }) => store.drafts.findReceipt(id)));
    expect(receipts.every((receipt) => receipt !== undefined)).toBe(true);
    if (live.length > 0) {
      expect(receipts.map((receipt) => receipt?.receipt.edition)).toContain(live[0]?.number);
    }
  } finally {
    await desk.close();
    await odin.close();
  }
}

const POINTS = [
  'before the file is kept',
  'after the file is kept',
  'before the draft',
  'after the draft',
  'before staging',
  'after staging',
  'before records are kept',
  'after records are kept',
  'before a step is saved',
  'after a step is saved',
  'before the flip',
  'after the flip',
  'before the receipt',
  'after the receipt',
];

it.each(POINTS.map((point, index) => [point, index] as const))(
  'a desk killed %s loses nothing it acknowledged and leaves nothing half published',
  async (stopAt, index) => {
    const said = await killed(registerOf(index), { stopAt });
    expect(said).toContain('here');
    await checkAfter(said);
  },
  90_000,
);

it('a desk killed at 25 times of its work loses nothing it acknowledged and leaves nothing half published', async () => {
  const begun = performance.now();
  const whole = await killed(registerOf(100), {});
  expect(whole).toContain('published');
  await checkAfter(whole);
  const longest = performance.now() - begun;
  let kept = 0;
  const killAfter = async (ms: number, index: number) => {
    const said = await killed(registerOf(index), { ms });
    if (said.includes('kept')) kept++;
    await checkAfter(said);
  };
  for (let time = 0; time < 25; time++) {
    // evenly strewn, and in no order
    const share = (time * 0.618_034) % 1;
    await killAfter(share * longest * 0.6, 101 + time);
  }
  // a machine busy with other things may have been killed each time before it kept anything
  for (let late = 1; kept === 0 && late <= 4; late++) await killAfter(longest * late, 125 + late);
  expect(kept).toBeGreaterThan(0);
}, 600_000);
