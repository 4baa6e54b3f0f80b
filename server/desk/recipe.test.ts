import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Receipt } from '#data/schema/desk-compare.ts';
import { ROOT } from '#server/odin.ts';
import { type DeskWorld, openDeskWorld } from '#tests/support/desk-world.ts';

const has = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** A made-up register. */
const REGISTER = [
  'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,OwnershipStatus,PlanningStatus',
  ...Array.from(
    { length: 20 },
    (_, i) => `S${i},Made-up site ${i},${389_000 + i * 20},413000,0.5,unknown,permissioned`,
  ),
  '',
].join('\n');

let world: DeskWorld;
beforeAll(async () => {
  world = await openDeskWorld();
}, 60_000);
afterAll(() => world.close());

it.skipIf(!has('curl') || !has('jq'))(
  'docs/publishing.md publishes a file with curl and a token',
  async () => {
    const { token } = await world.person('Test program', 'rochdale-council', 'publisher');
    const page = readFileSync(join(ROOT, 'docs/publishing.md'), 'utf8');
    const [, recipe = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? [];
    const script = recipe.replace('http://127.0.0.1:8080', world.url());
    writeFileSync(join(world.folder, 'register.csv'), REGISTER);
    const { spawn } = await import('node:child_process');
    const shell = spawn('sh', ['-e', '-c', script], {
      cwd: world.folder,
      env: { ...process.env, ODIN_TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const words of shell.stdout.setEncoding('utf8')) said += words;
    expect(said).toContain('We read 20 sites in one table.');
    expect(said).toContain('licence: 5 questions');
    const receipt = JSON.parse(said.slice(said.indexOf('{'))) as Receipt;
    expect(receipt).toMatchObject({
      edition: 1,
      status: 'live',
      dataset: 'rochdale-council--brownfield-site',
    });
  },
  60_000,
);
