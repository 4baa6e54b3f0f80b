import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '#server/store/accounts/audit-chain.ts';
import { askingOf, DETAIL, FEATURES } from './support/access-asking.ts';
import { EXAMPLES } from './support/access-examples.ts';
import {
  accountOf,
  NOW,
  openWorld,
  PURPOSE,
  SECRET_DATASET,
  SECRET_LAYER,
  SECRET_WORD,
  TOMORROW,
  type World,
} from './support/access-world.ts';

// What is shared is shared with whom, for what and until when it was agreed, and every reading of it is written down.

let world: World;
const { status, textOf, send, readings } = askingOf(() => world);
beforeAll(async () => {
  world = await openWorld(true);
  await world.changeAccess('by-agreement');
}, 120_000);
beforeEach(() => world.setClock(NOW));
afterAll(async () => {
  await world?.close();
});

/** Without the time of the answer and without who asked. */
const settled = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '').replace(/<p class="reader">.*?<\/p>/, '');

describe('an agreement', () => {
  it('threat 41: gives nothing one second after it ends, on any route', async () => {
    const layer = (await world.odin.deps.store.listLayers()).find(({ id }) => id === SECRET_LAYER);
    const version = layer?.version ?? '';
    const tile = `/tiles/${SECRET_LAYER}/${version}/0/0/0.mvt`;
    const ids = {
      ...{ feature: '', key: 0, version, openFeature: '', openVersion: '' },
      ...{ tile: '0/0/0', search: '' },
    };
    const named = Object.values(EXAMPLES)
      .flatMap((example) => example(ids))
      .filter((path) => /(?:only-)?demonstration-water--outfalls/.test(path));
    expect(named.length).toBeGreaterThan(20);
    expect([await status('grantee', DETAIL), await status('grantee', FEATURES)]).toEqual([
      200, 200,
    ]);
    expect([200, 204]).toContain(await status('grantee', tile));
    await world.setClock(TOMORROW);
    for (const path of [...named, FEATURES, tile]) {
      // as to whoever never had it
      const [theirs, others] = [await textOf('grantee', path), await textOf('signed in', path)];
      expect([path, settled(theirs) === settled(others)]).toEqual([path, true]);
    }
    expect(await textOf('grantee', `/api/search?q=${SECRET_WORD}`)).not.toContain(
      `${SECRET_WORD} `,
    );
    // a clock that is set back gives it back: what is in force is said by the server's clock alone
    await world.setClock(NOW);
    expect(await status('grantee', DETAIL)).toBe(200);
  });

  it('threat 54: is in force by the day, however far the clock jumps', async () => {
    const at = async (days: number) => {
      await world.setClock(new Date(NOW.getTime() + days * 86_400_000));
      return await status('grantee', DETAIL);
    };
    expect([await at(-1), await at(0), await at(1), await at(400), await at(-400)]).toEqual([
      200, 200, 404, 404, 404,
    ]);
  });

  it('threat 42: is read by for its purpose alone, and each reading is one row', async () => {
    const before = (await readings()).length;
    await world.ask('grantee', FEATURES, { headers: { 'X-ODIN-Purpose': 'Something else' } });
    expect(await status('grantee', DETAIL, { headers: { 'X-ODIN-Purpose': 'x' } })).toBe(404);
    expect((await readings()).length).toBe(before);
    const asked = { headers: { 'X-ODIN-Purpose': encodeURIComponent(PURPOSE) } };
    expect(await status('grantee', `${FEATURES}?bbox=-3,53,-2,54`, asked)).toBe(200);
    const [row, ...others] = (await readings()).slice(0, (await readings()).length - before);
    expect(others).toEqual([]);
    expect(row?.entry).toMatchObject({
      kind: 'read',
      actor: {
        account: accountOf('grantee'),
        organisation: 'demonstration-trafford',
        role: 'viewer',
      },
      purpose: PURPOSE,
      agreement: 'agreement0000000active',
      path: FEATURES,
      area: '-3,53,-2,54',
      rows: 2,
    });
  });

  it('threat 42: leaves one row for each page, file and tile that is read', async () => {
    const { odin } = world;
    const version = (await odin.deps.store.listLayers()).find(
      ({ id }) => id === SECRET_LAYER,
    )?.version;
    const asked = [
      `/data/${SECRET_DATASET}`,
      `/api/datasets/${SECRET_DATASET}/download`,
      `/api/layers/${SECRET_LAYER}/summary`,
      `/api/search?q=${SECRET_WORD}`,
      `/tiles/${SECRET_LAYER}/${version}/0/0/0.mvt`,
    ];
    for (const path of asked) {
      const before = (await readings()).length;
      await status('grantee', path);
      expect([path, (await readings()).length - before]).toEqual([path, 1]);
    }
    const before = (await readings()).length;
    await status('grantee', '/api/health');
    await status('anonymous', FEATURES);
    expect((await readings()).length).toBe(before);
  });

  it('threat 45: is written down in a chain that holds', async () => {
    expect(await verifyAudit(world.odin.deps.store.access)).toMatchObject({ ok: true });
  });

  it('threat 43: can be made by its owner alone: no grantee grants, whatever its role', async () => {
    const paths = [`/datasets/${SECRET_DATASET}/access`, `/datasets/${SECRET_DATASET}/agreements`];
    for (const who of ['grantee', 'grantee whose agreement ended', 'signed in'] as const) {
      for (const path of paths)
        expect([who, path, await status(who, path)]).toEqual([who, path, 404]);
      const made = await send(who, paths[1] ?? '', { grantee: 'demonstration-gas' });
      expect(made.status).toBe(404);
      const opened = await send(who, paths[0] ?? '', { state: 'open', why: 'mine now' });
      expect(opened.status).toBe(404);
    }
    expect(await world.odin.deps.store.access.stateOf(SECRET_DATASET)).toBe('by-agreement');
  });

  it('threat 43: ends for who leaves the organisation, at once', async () => {
    const { accounts } = world.odin.deps.store;
    const [account, organisation] = [accountOf('grantee'), 'demonstration-trafford'];
    await accounts.removeMembership(account, organisation);
    expect(await status('grantee', DETAIL)).toBe(404);
    await accounts.putMembership(account, organisation, 'viewer');
    expect(await status('grantee', DETAIL)).toBe(200);
  });

  it('threat 44: about one dataset cannot be revoked through another', async () => {
    const path = '/datasets/demonstration-gas--masts/agreements/agreement0000000active/revoke';
    expect((await send('signed in', path, { why: 'x' })).status).toBe(404);
    expect(await status('grantee', DETAIL)).toBe(200);
  });

  it('threat 47: is answered for one asker alone, through any cache', async () => {
    const one = await world.ask('grantee', DETAIL);
    const other = await world.ask('anonymous', '/api/datasets');
    expect(one.headers.get('cache-control')).toBe('private, no-store');
    expect(one.headers.get('etag')).toBeNull();
    for (const { headers } of [one, other]) {
      expect(headers.get('vary')?.toLowerCase()).toMatch(/cookie.*authorization/);
    }
    expect(await other.text()).not.toContain(SECRET_DATASET);
    await one.arrayBuffer();
    const known = await status('grantee', DETAIL, { headers: { 'If-None-Match': '*' } });
    expect(known).toBe(200);
  });

  it('threat 46: leaves no query and no name in what the audit is asked by', async () => {
    const path = `${FEATURES}?bbox=-3,53,-2,54`;
    await status('grantee', path);
    const [row] = await readings();
    expect(row?.entry).toMatchObject({ path: FEATURES });
    expect(JSON.stringify(row)).not.toContain('@');
  });
});
