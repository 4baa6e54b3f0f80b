import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formTokenOf } from '#server/accounts/secret.ts';
import { askingOf, DETAIL, FEATURES } from './support/access-asking.ts';
import {
  NOW,
  OPEN_LAYER,
  openWorld,
  PUBLIC_URL,
  PURPOSE,
  SECRET_DATASET,
  SECRET_WORD,
  secretOf,
  type World,
} from './support/access-world.ts';

// What the owner of data decides at its pages, and what everybody may know of it.

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

/** Wait until a version of the layer of everybody is drawn. */
async function drawn(version: string): Promise<void> {
  const { store } = world.odin.deps;
  const isDrawn = async () =>
    (await store.listLayers()).some(
      (each) => each.id === OPEN_LAYER && each.version === version && !each.drawing,
    );
  while (!(await isDrawn())) await pause(50);
}

const FILLED = {
  ...{ grantee: 'demonstration-gas', precision: '100-m', name: 'Figures for gas (synthetic)' },
  ...{ purpose: 'Works planned together', benefits: 'Fewer holes', legalPower: 'To be confirmed' },
  ...{ disclosed: 'How many outfalls where', controllers: 'Water\nGas', controllerNames: '' },
  ...{ method: 'In this map', processors: '', processorNames: '', retention: 'P6M' },
  ...{ start: '2020-01-01', end: '2090-01-01', review: '2030-01-01', contact: 'data@example.org' },
  ...{ areas: 'E08000009', areaNames: 'Trafford' },
};

describe('the owner', () => {
  it('makes an agreement that says how exactly, sees who reads by it, and revokes it', async () => {
    const empty = await send('owner', `/datasets/${SECRET_DATASET}/agreements`, {
      precision: 'exact',
    });
    expect([empty.status, (await empty.text()).includes('There is a problem')]).toEqual([
      422,
      true,
    ]);
    const made = await send('owner', `/datasets/${SECRET_DATASET}/agreements`, FILLED);
    expect([made.status, made.headers.get('location')]).toEqual([
      303,
      `/datasets/${SECRET_DATASET}/access`,
    ]);
    const { access } = world.odin.deps.store;
    const id = (await access.listAgreements()).find(({ terms }) => terms.name === FILLED.name)?.id;
    const asked = { headers: { 'X-ODIN-Purpose': encodeURIComponent(FILLED.purpose) } };
    expect(await status('signed in', DETAIL, asked)).toBe(404);
    const reduced = JSON.parse(await textOf('signed in', `${DETAIL}/reduced`, asked));
    expect(reduced).toMatchObject({ precision: '100-m', count: 2, purpose: FILLED.purpose });
    expect(reduced.features.map(({ properties }: { properties: object }) => properties)).toEqual([
      { count: 1 },
      { count: 1 },
    ]);
    expect(JSON.stringify(reduced)).not.toContain(SECRET_WORD);
    const [row] = await readings();
    expect(row?.entry).toMatchObject({ precision: '100-m', agreement: id, rows: 2 });
    const page = await textOf('owner', `/datasets/${SECRET_DATASET}/access`);
    expect(page).toContain(FILLED.purpose);
    expect(page).toContain(`${DETAIL}/reduced`);
    await send('owner', `/datasets/${SECRET_DATASET}/agreements/${id}/revoke`, { why: 'Done' });
    expect(await status('signed in', `${DETAIL}/reduced`, asked)).toBe(404);
  });

  it('changes who may have it: said why, at once, and dated', async () => {
    const path = `/datasets/${SECRET_DATASET}/access`;
    expect((await send('owner', path, { state: 'closed' })).status).toBe(422);
    const done = await send('owner', path, { state: 'closed', why: 'Under review' });
    expect(done.status).toBe(303);
    expect(await status('grantee', DETAIL)).toBe(404);
    expect(await textOf('owner', path)).toContain('Under review');
    await send('owner', path, { state: 'by-agreement', why: 'Reviewed' });
    expect(await status('grantee', DETAIL)).toBe(200);
    const changes = await world.odin.deps.store.access.listAccessChanges(SECRET_DATASET);
    expect(changes.slice(0, 2).map(({ state, why }) => [state, why])).toEqual([
      ['by-agreement', 'Reviewed'],
      ['closed', 'Under review'],
    ]);
  });

  it('takes what everybody had from the map at once, from memory too', async () => {
    const path = `/datasets/${SECRET_DATASET}/access`;
    await send('owner', path, { state: 'open', why: 'For a day' });
    const layers = JSON.parse(await textOf('anonymous', `/api/layers/${OPEN_LAYER}`));
    const tile = layers.tiles.replace('{z}/{x}/{y}', '10/505/331').replace('-building', '');
    await drawn(layers.version);
    expect(await status('anonymous', tile)).toBe(200);
    await send('owner', path, { state: 'by-agreement', why: 'The day is over' });
    expect(await status('anonymous', tile)).toBe(404);
  });

  it('is believed only by a page of its own session', async () => {
    const path = `/datasets/${SECRET_DATASET}/access`;
    const forged = await send('owner', path, { token: 'x', state: 'open', why: 'x' });
    expect(forged.status).toBe(403);
  });
});

describe('the register', () => {
  it('says what is not open, with whom it is shared and how often it is read, but nothing closed', async () => {
    await status('grantee', FEATURES);
    const page = await textOf('anonymous', '/agreements');
    expect(page).toContain('Outfalls kept apart');
    expect(page).toContain(`/datasets/${SECRET_DATASET}/request`);
    expect(page).toContain(PURPOSE);
    expect(page).toMatch(/\d{4}-\d\d<\/th>/);
    expect(await status('anonymous', '/agreements/agreement0000000active')).toBe(200);
    await world.changeAccess('closed');
    const without = await textOf('anonymous', '/agreements');
    expect(without).not.toContain('Outfalls');
    expect(without).not.toContain(PURPOSE);
    expect(await status('anonymous', '/agreements/agreement0000000active')).toBe(404);
    await world.changeAccess('by-agreement');
  });

  it('lets somebody choose what they read for, and read for nothing any more', async () => {
    await send('grantee', '/agreements/purpose', {});
    expect(await status('grantee', DETAIL)).toBe(404);
    expect(await textOf('grantee', '/agreements')).toContain(`Read for “${PURPOSE}”`);
    await send('grantee', '/agreements/purpose', { purpose: PURPOSE });
    expect(await status('grantee', DETAIL)).toBe(200);
    const put = await world.ask('grantee', '/api/session/purpose', {
      method: 'PUT',
      headers: {
        ...{ Origin: PUBLIC_URL, 'Content-Type': 'application/json' },
        'X-ODIN-Token': formTokenOf(secretOf('grantee')),
      },
      body: JSON.stringify({ purpose: 'Something else' }),
    });
    expect([put.status, await put.json()]).toMatchObject([
      200,
      { purpose: 'Something else', choices: [PURPOSE] },
    ]);
    expect(await status('grantee', DETAIL)).toBe(404);
  });

  it('lets the owner of an organisation accept terms of sharing, and nobody else', async () => {
    await world.changeAccess('shared');
    const path = `/datasets/${SECRET_DATASET}/accept`;
    expect((await send('grantee', path, {})).status).toBe(404);
    expect((await send('owner', path, {})).status).toBe(404);
    expect((await send('signed in', path, {})).status).toBe(303);
    const { access } = world.odin.deps.store;
    const terms = (await access.listAgreements()).find(({ kind }) => kind === 'accepted');
    const asked = { headers: { 'X-ODIN-Purpose': terms?.id ?? '' } };
    expect(await status('signed in', DETAIL, asked)).toBe(200);
    await world.changeAccess('by-agreement');
  });
});
