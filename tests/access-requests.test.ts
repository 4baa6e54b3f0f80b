import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessAsked } from '#data/schema/access-request.ts';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { newId, newSecret } from '#server/accounts/secret.ts';
import { verifyAudit } from '#server/store/accounts/audit-chain.ts';
import { askingOf } from './support/access-asking.ts';
import {
  NOW,
  openWorld,
  PUBLIC_URL,
  SECRET_DATASET,
  type SubjectName,
  type World,
} from './support/access-world.ts';

// Somebody asks the owner of data for it; what may not be known of cannot be asked for.

const ASK = `/datasets/${SECRET_DATASET}/request`;
const OWN = `/datasets/${SECRET_DATASET}`;
const SAID = {
  ...{ name: 'Made-up Asker', organisation: 'Demonstration Gas', contact: 'asker@example.org' },
  ...{ purpose: 'Works planned together', words: 'Where the outfalls are.\nFor a year.' },
};
const AGREED = {
  ...{ grantee: 'demonstration-gas', precision: '100-m', name: 'Figures for gas (synthetic)' },
  ...{ purpose: 'Works planned together', benefits: 'Fewer holes', legalPower: 'To be confirmed' },
  ...{ disclosed: 'How many outfalls where', controllers: 'Water', controllerNames: '' },
  ...{ method: 'In this map', processors: '', processorNames: '', retention: 'P6M' },
  ...{ start: '2020-01-01', end: '2090-01-01', review: '2030-01-01', contact: 'data@example.org' },
  ...{ areas: '', areaNames: '' },
};

let world: World;
const { status, textOf, send } = askingOf(() => world);
const requests = () => world.odin.deps.store.access.listRequests(SECRET_DATASET);

beforeAll(async () => {
  world = await openWorld(true);
  await world.changeAccess('by-agreement');
}, 120_000);
afterAll(async () => {
  await world?.close();
});

/** Send the form as somebody without an account does. */
const askAs = (path: string, filled: Readonly<Record<string, string>>): Promise<Response> =>
  world.ask('anonymous', path, {
    method: 'POST',
    headers: { Origin: PUBLIC_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(filled),
  });

const tasksOf = async (who: SubjectName): Promise<DeskHome['tasks']> =>
  (JSON.parse(await textOf(who, '/api/desk')) as DeskHome).tasks.filter(({ key }) =>
    key.startsWith('asked:'),
  );

describe('a request', () => {
  it('is asked for where the data is named, with what is known of the asker filled in', async () => {
    expect(await textOf('anonymous', '/agreements')).toContain(`href="${ASK}"`);
    const form = await textOf('signed in', ASK);
    expect(form).toContain('value="signed in"');
    expect(form).toContain('autocomplete="organization"');
  });

  it('says what is missing, keeps what was filled in, and nothing of it is kept here', async () => {
    const { words: _, ...some } = SAID;
    const refused = await askAs(ASK, { ...some, organisation: '\u202e \u0000' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('What you need, and why: say it in at most 2,000 letters');
    expect(page).toContain('Your organisation: say for whom');
    expect(page).toContain('value="Made-up Asker"');
    expect(await requests()).toEqual([]);
  });

  it('reaches its owner, who declines it with a reason; the asker reads that, and nobody else', async () => {
    const sent = await askAs(ASK, { ...SAID, name: '<img src=x onerror=alert(1)>' });
    const address = sent.headers.get('location') ?? '';
    expect([sent.status, address]).toEqual([303, expect.stringMatching(/^\/requests\/[\w-]{43}$/)]);
    expect(await textOf('anonymous', address)).toContain(
      'The owner of the data has not answered yet',
    );
    expect(await status('anonymous', `/requests/${newSecret()}`)).toBe(404);

    expect(await tasksOf('owner')).toMatchObject([
      {
        holds: '1 request to answer',
        next: { words: 'To be used for “Works planned together”.' },
        action: { href: `${OWN}/access#requests` },
      },
    ]);
    const page = await textOf('owner', `${OWN}/access`);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('asker@example.org');
    const [request] = await requests();
    const decline = `${OWN}/requests/${request?.id}/decline`;
    for (const who of ['signed in', 'grantee'] as const) {
      expect((await send(who, decline, { why: 'x' })).status).toBe(404);
      expect(await tasksOf(who)).toEqual([]);
    }
    expect((await send('owner', decline, { why: 'It is on the open map soon' })).status).toBe(303);
    expect((await send('owner', decline, { why: 'twice' })).status).toBe(404);
    expect(await textOf('anonymous', address)).toContain('It is on the open map soon');
    expect(await tasksOf('owner')).toEqual([]);
  });

  it('is answered by an agreement, which begins with what was asked', async () => {
    const sent = await send('signed in', ASK, SAID);
    const request = (await requests()).find(({ answer }) => !answer);
    expect(request?.account).toBeDefined();
    const form = await textOf('owner', `${OWN}/agreements?request=${request?.id}`);
    expect(form).toContain('value="Works planned together"');
    expect(form).toContain(`name="request" value="${request?.id}"`);
    const empty = await send('owner', `${OWN}/agreements`, { request: request?.id ?? '' });
    expect([empty.status, (await empty.text()).includes('name="request"')]).toEqual([422, true]);
    const made = await send('owner', `${OWN}/agreements`, {
      ...AGREED,
      request: request?.id ?? '',
    });
    expect(made.status).toBe(303);
    const answer = await textOf('signed in', sent.headers.get('location') ?? '');
    expect(answer).toMatch(/Agreed<\/strong>.*href="\/agreements\/[a-z0-9]{24}"/s);
  });

  it('is in the audit, which names nobody without an account', async () => {
    const rows = await world.odin.deps.store.access.listAudit({
      dataset: SECRET_DATASET,
      limit: 50,
    });
    const told = rows
      .map(({ entry }) => entry)
      .filter(({ kind }) => /requested|declined/.test(kind));
    expect(told.map(({ kind, actor }) => [kind, actor.name])).toEqual([
      ['requested', 'signed in'],
      ['declined', 'owner'],
      ['requested', 'Somebody not signed in'],
    ]);
    expect((await verifyAudit(world.odin.deps.store.access)).ok).toBe(true);
  });

  it('threat 40: is taken only for what may be known of: all else is not there', async () => {
    const asks = async (who: SubjectName, dataset: string) => {
      const path = `/datasets/${dataset}/request`;
      const shown = await world.ask(who, path);
      const taken = who === 'anonymous' ? await askAs(path, SAID) : await send(who, path, SAID);
      const text = [await shown.text(), await taken.text()].join().replaceAll(dataset, 'it');
      return [shown.status, taken.status, text];
    };
    const before = (await requests()).length;
    for (const state of ['closed', 'open', 'registered'] as const) {
      await world.changeAccess(state);
      for (const who of ['anonymous', 'signed in', 'owner'] as const) {
        const there = await asks(who, SECRET_DATASET);
        expect(there.slice(0, 2)).toEqual([404, 404]);
        expect(there).toEqual(await asks(who, 'demonstration-water--nothing'));
      }
    }
    expect((await requests()).length).toBe(before);
    await world.changeAccess('metadata-only');
    expect(await status('anonymous', ASK)).toBe(200);
  }, 60_000);

  it('threat 34: comes five times a day from one place, and fifty wait at most', async () => {
    const codes: number[] = [];
    for (let at = 0; at < 6; at++) codes.push((await askAs(ASK, SAID)).status);
    expect(codes.at(-1)).toBe(429);
    expect(codes.filter((code) => code === 303).length).toBeLessThanOrEqual(5);
    const { access } = world.odin.deps.store;
    const put = () => {
      const request = { id: newId(), dataset: SECRET_DATASET, asked: SAID, at: NOW.toISOString() };
      const actor = { name: 'Somebody', role: 'asks' };
      const entry = { kind: 'requested', request: request.id, dataset: SECRET_DATASET } as const;
      return access.putRequest(request, newSecret(), { ...entry, at: request.at, actor });
    };
    const kept = await Promise.all(Array.from({ length: 60 }, put));
    expect(kept.at(-1)).toBe(false);
    const waiting = (await requests()).filter(({ answer }) => !answer);
    expect(waiting).toHaveLength(50);
  }, 60_000);

  it('is forgotten a year after its answer, or unanswered', async () => {
    const { access } = world.odin.deps.store;
    const at = new Date(NOW.getTime() + 366 * 86_400_000).toISOString();
    const request = { id: newId(), dataset: SECRET_DATASET, asked: SAID, at };
    const actor = { name: 'Somebody', role: 'asks' };
    const about = { request: request.id, dataset: SECRET_DATASET, at, actor };
    expect(await access.putRequest(request, newSecret(), { kind: 'requested', ...about })).toBe(
      true,
    );
    expect((await requests()).map(({ id }) => id)).toEqual([request.id]);
  });
});

it('AccessAsked takes any text, and keeps none of it that shows nothing', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(texts, texts, (name, words) => {
      const read = AccessAsked.safeParse({ ...SAID, name, words });
      if (!read.success) return;
      expect(read.data.name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(read.data.words).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});
