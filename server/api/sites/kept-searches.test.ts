import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeptSearch } from '#data/schema/sites.ts';
import { restoreEdition } from '#server/publishing/editions.ts';
import { SITE_SEARCH } from '#tests/support/access-examples.ts';
import { openWorld, PUBLIC_URL, SECRET_WORD } from '#tests/support/access-world.ts';
import {
  openSitesWorld,
  REGISTER,
  type SitesWorld,
  type TestSite,
} from '#tests/support/sites-world.ts';

const SEARCH =
  'own~in:land/brownfield-site~must:area:site(area-ha):1..:Site area' +
  '~prefer:headroom:value.nearest.demand-headroom-mw(energy/substation):0..20*60:Headroom of the nearest:Headroom' +
  '~prefer:near:distance(energy/substation):5000..0*40:Distance to the nearest substation:Near';

const SITES: readonly TestSite[] = [
  ['S1', 'Mill', 378_000, '2.5'],
  ['S2', 'Yard', 380_000, '0.4'],
  ['S3', 'Depot', 381_000, '3'],
];

let world: SitesWorld;
beforeAll(async () => {
  world = await openSitesWorld();
  await world.publishSites(SITES);
  await world.publishSubstations([
    ['A', 378_500, '12'],
    ['B', 381_500, '18'],
  ]);
}, 120_000);
afterAll(() => world?.close());

const post = (body: unknown) =>
  world.get('/api/searches', { method: 'POST', body: JSON.stringify(body) });
const keep = async (title: string, search = SEARCH): Promise<KeptSearch> =>
  KeptSearch.parse(await (await post({ search, title })).json());
const find = async (id: string): Promise<KeptSearch> =>
  KeptSearch.parse(await world.getJson(`/api/searches/${id}`));
/** Kind, title and words of what happened, newest first. */
const told = ({ events }: KeptSearch): string[] =>
  events.map(({ kind, title, text }) => `${kind} · ${title} · ${text}`);

describe('POST /api/searches', () => {
  it('keeps a search once, whoever sends it and however it is written', async () => {
    const kept = await keep('Sites of a hectare');
    expect(kept).toMatchObject({ title: 'Sites of a hectare', search: SEARCH, meets: 2 });
    expect(kept.id).toMatch(/^[a-z2-7]{26}$/);
    expect(told(kept)).toEqual([
      'search-kept · Sites of a hectare · 2 of 3 sites meet every must.',
    ]);
    const again = await keep('  Sites of   a hectare ', SEARCH.replace(':1..:', ':1.0..:'));
    expect(again.id).toBe(kept.id);
    expect(again.keptAt).toBe(kept.keptAt);
    expect((await keep('Another title')).id).not.toBe(kept.id);
  });

  it.each([
    [{}, /Send JSON with a search and a title/],
    [{ search: SEARCH, title: ' ' }, /title is empty/],
    [{ search: SEARCH, title: 'a\u0000b' }, /cannot be printed/],
    [{ search: SEARCH, title: 'x'.repeat(121) }, /At “title”/],
    [{ search: 'nothing', title: 'Nothing' }, /begins with no profile/],
  ])('refuses %o in words', async (body, words) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toMatch(words);
  });

  it('takes no more than a search is long', async () => {
    expect((await post({ search: SEARCH, title: 'x'.repeat(30_000) })).status).toBe(413);
  });
});

describe('a kept search', () => {
  it('tells what entered, left and changed after a re-publication, each with why', async () => {
    const { id } = await keep('Watched');
    await world.publishSites([
      ['S1', 'Mill', 378_000, '2.5'],
      ['S2', 'Yard', 380_000, '1.4'],
      ['S3', 'Depot', 381_000, '0.8'],
      ['S4', 'Wharf', 379_000, '6'],
    ]);
    const after = await find(id);
    expect(after.meets).toBe(3);
    expect(told(after).slice(0, 3)).toEqual([
      expect.stringMatching(/^entered · \S+ · .*Score [\d–]+, rank \d\.$/),
      expect.stringMatching(/^entered · \S+ · .*Score [\d–]+, rank \d\.$/),
      expect.stringMatching(/^left · Depot · No longer meets: /),
    ]);
    const text = told(after).join('\n');
    expect(text).toMatch(
      /left · Depot · No longer meets: Site area at least 1.ha \(0\.80.ha; 3\.00.ha before\)\./,
    );
    expect(text).toMatch(/entered · Yard · Meets now: Site area at least 1.ha \(1\.40.ha\)\./);
    expect(text).toMatch(
      /entered · Wharf · Listed for the first time, in “demonstration-trafford\/register”, edition 2\./,
    );
    expect(await find(id)).toMatchObject({ events: after.events });
  });

  it('tells whose score moved by a point and by which value, and nothing of the others', async () => {
    const { id } = await keep('Scores');
    await world.publishSubstations([
      ['A', 378_500, '6'],
      ['B', 381_500, '18'],
    ]);
    const [first, ...others] = told(await find(id)).filter((each) => each.startsWith('changed'));
    expect([first, ...others].join('\n')).toMatch(
      /changed · Mill · Score [\d–]+, [\d–]+ before(?:, and rank \d, \d before)?: Headroom 6\.0.MW, 12\.0.MW before\./,
    );
  });

  it('tells what a restored edition undoes, and what a publication from elsewhere does', async () => {
    const { id } = await keep('Restored');
    await restoreEdition(
      'demonstration-trafford--register',
      1,
      { by: 'a test', why: 'to see' },
      world.odin.deps,
    );
    const text = told(await find(id)).join('\n');
    expect(text).toMatch(/entered · Depot · /);
    expect(text).toMatch(/left · Wharf · It is listed no more/);
    expect(REGISTER.id).toBe('demonstration-trafford/register');
  });

  it('is watched without being asked for', async () => {
    const { id } = await keep('Watched from afar');
    await world.publishSites([...SITES, ['S9', 'Quay', 377_000, '9']]);
    const { searches } = world.odin.deps.store;
    await expect
      .poll(async () => (await searches.listEvents(id, 10)).map(({ title }) => title), {
        timeout: 20_000,
        interval: 500,
      })
      .toContain('Quay');
  }, 30_000);

  it('has a page that says all of it, and escapes what was sent', async () => {
    const { id } = await keep('<script>window.x=1</script>');
    const response = await world.get(`/searches/${id}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).not.toContain('<script>window');
    expect(page).toContain('Site area at least 1');
    expect(page).toContain('What changed');
    expect(page).toContain(`href="/searches/${id}/feed.atom"`);
    expect(page).toContain('/report?site=odin%3Aland%2Fbrownfield-site');
    expect((await world.get(`/searches/${'a'.repeat(26)}`)).status).toBe(404);
  });

  it('is followed as JSON Feed and as Atom, with names that stay', async () => {
    const { id } = await keep('Watched & <followed>');
    const response = await world.get(`/searches/${id}/feed.json`);
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = (await response.json()) as { version: string; items: Record<string, string>[] };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items[0]).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-/),
      url: `http://odin.test/searches/${id}`,
      date_published: expect.stringMatching(/Z$/),
    });
    const atom = await world.get(`/searches/${id}/feed.atom`);
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await atom.text();
    expect(text).toContain('<title>Watched &amp; &lt;followed&gt;</title>');
    expect(text).toContain(`<id>${feed.items[0]?.id}</id>`);
    expect(text).toContain(`rel="self" type="application/atom+xml"`);
    // a reader of feeds is told whether anything is new by the tag
    const again = await world.get(`/searches/${id}/feed.atom`);
    expect(again.headers.get('etag')).toBe(atom.headers.get('etag'));
    expect((await world.get(`/searches/${'a'.repeat(26)}/feed.atom`)).status).toBe(404);
  });
});

describe('a kept search over data that is opened and closed', () => {
  it('threat 40: is held against what everybody sees, and forgets what they no longer may', async () => {
    const secret = await openWorld(true);
    try {
      await secret.changeAccess('by-agreement');
      const body = JSON.stringify({ search: SITE_SEARCH, title: 'Masts' });
      const kept = KeptSearch.parse(
        await (
          await secret.ask('grantee', '/api/searches', {
            ...{ method: 'POST', body },
            headers: { Origin: PUBLIC_URL },
          })
        ).json(),
      );
      expect(told(kept)).toEqual(['search-kept · Masts · 4 of 4 sites meet every must.']);
      const read = async (path: string) => (await secret.ask('anonymous', path)).text();
      await secret.changeAccess('open');
      expect(await read(`/api/searches/${kept.id}`)).toContain(SECRET_WORD);
      await secret.changeAccess('closed');
      for (const path of [`/api/searches/${kept.id}`, `/searches/${kept.id}/feed.atom`]) {
        expect(await read(path)).not.toContain(SECRET_WORD);
      }
      expect(await read(`/api/searches/${kept.id}`)).toContain('"meets":4');
    } finally {
      await secret.close();
    }
  }, 120_000);
});
