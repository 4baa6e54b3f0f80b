import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHYS } from '#data/schema/site-why.ts';
import { SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { rankSites } from '#data/siting/rank.ts';
import { readSearch } from '#data/siting/search-text.ts';
import { openSitesWorld, type SitesWorld } from '#tests/support/sites-world.ts';

const AREA = 'must:area:site(area-ha):1..:Area';
const POWER = 'must:power:distance(energy/substation;demand-headroom-mw:10..):..2000:Power';
const BELT = 'must:belt:share(planning/green-belt):..0:Belt';
const HEADROOM =
  'prefer:headroom:value.nearest.demand-headroom-mw(energy/substation):0..20*100:Headroom';
const SEARCH = `own~in:land/brownfield-site~${AREA}~${POWER}~${BELT}~${HEADROOM}`;

let world: SitesWorld;
let firstMoment: string;
beforeAll(async () => {
  world = await openSitesWorld();
  await world.publishSites([
    ['S1', 'Mill', 378_000, '2.5'],
    ['S2', 'Yard', 380_000, '0.4'],
    ['S3', 'Depot', 381_000, ''],
  ]);
  await world.publishSubstations([
    ['A', 378_500, '12'],
    ['B', 381_900, ''],
  ]);
  firstMoment = (await answerTo(SEARCH)).asOf;
}, 120_000);
afterAll(() => world?.close());

const answerTo = async (search: string, more = ''): Promise<SitesAnswer> =>
  SitesAnswer.parse(await (await world.ask(search, '/api/sites', more)).json());
const problemOf = async (search: string, path?: string, more?: string) => {
  const response = await world.ask(search, path, more);
  return { status: response.status, ...((await response.json()) as { detail: string }) };
};
const columnOf = ({ columns }: SitesAnswer, begins: string) => {
  const column = columns.find(({ what }) => what.startsWith(begins));
  if (!column) throw new Error(`No column ${begins}`);
  return column;
};

describe('GET /api/sites', () => {
  it('measures every site, and names whose data it used and no other', async () => {
    const answer = await answerTo(SEARCH);
    expect(answer.sites.map(({ title }) => title)).toEqual(['Mill', 'Yard', 'Depot']);
    expect(answer.sites[0]).toMatchObject({
      reference: 'S1',
      featureType: 'land/brownfield-site',
      district: 'E08000009',
      synthetic: true,
      areaHa: 2.5,
      areaBasis: 'stated',
      outline: 'point',
      fact: 'no permission yet',
    });
    const power = columnOf(answer, 'distance(');
    expect(power).toMatchObject({ state: 'measured', unit: 'm', synthetic: true });
    // 500 m of the plane are 500.2 on the ground
    expect(power.low[0]).toBeCloseTo(500.2, 0);
    expect(answer.things[power.thing[0] ?? -1]?.title).toBe('Substation A');
    expect(answer.sources).toMatchObject([
      { dataset: 'demonstration-trafford--register', completeness: 'partial', edition: 1 },
      { dataset: 'demonstration-trafford--substations', statement: 'Made up.' },
    ]);
    expect(answer.credits.long.join(' ')).toContain('© Test demonstration-trafford/substations');
    expect(answer.terms.form).toBe('merged');
    expect(answer.districts).toEqual({ E08000009: 'Trafford' });
  });

  it('takes nobody for a nought: what is not supplied or stated is not known', async () => {
    const answer = await answerTo(SEARCH);
    const belt = columnOf(answer, 'share(');
    expect(belt).toMatchObject({ state: 'not-supplied', sources: [] });
    expect(belt.ask.map(({ name }) => name)).toContain('Trafford Council');
    const area = columnOf(answer, 'site(area-ha)');
    expect(WHYS[area.why[2] ?? 0]).toBe('no-area');
    expect(area.high[2]).toBeNull();
    const search = readSearch(SEARCH);
    const ranking = search && rankSites(answer, search);
    expect(ranking?.funnel.find(({ must }) => must === 'belt')?.state).toBe('not-supplied');
    expect(ranking?.ranked.map(({ index }) => answer.sites[index]?.title)).toContain('Mill');
  });

  it('answers alike for thresholds and weights that differ', async () => {
    const other = SEARCH.replace(':1..:', ':4..:').replace('*100', '*7');
    const [one, two] = [await answerTo(SEARCH), await answerTo(other)];
    expect(two.columns).toEqual(one.columns);
    expect(two.sites).toEqual(one.sites);
  });

  it('says what nobody supplied of the ground asked about, whatever was asked before', async () => {
    const wide = SEARCH.replace(
      'in:land/brownfield-site',
      'in:land/brownfield-site,land/public-land',
    );
    expect((await answerTo(wide)).notes).toEqual([
      'Nobody has supplied public land and buildings.',
    ]);
    expect((await answerTo(SEARCH)).notes).toEqual([]);
  });

  it('looks through areas somebody drew, and says which one cannot be measured', async () => {
    const square = 'polygon:-2.3005,53.4150;-2.2995,53.4150;-2.2995,53.4160;-2.3005,53.4160~~Ours';
    const search = `own~areas:'${square}'~${POWER}`;
    const { sites, columns } = await answerTo(search);
    expect(sites).toMatchObject([
      {
        key: 'area:0',
        title: 'Ours',
        outline: 'boundary',
        areaBasis: 'measured',
        synthetic: false,
      },
    ]);
    expect(columns[0]?.state).toBe('measured');
    const wrong = await problemOf(`own~areas:'${square}','polygon:1,2;3,4'~${POWER}`);
    expect(wrong).toMatchObject({ status: 400 });
    expect(wrong.detail).toMatch(/^Area 2 of the search: /);
    const line = await problemOf(`own~areas:'line:-2.30,53.41;-2.29,53.41'~${POWER}`);
    expect(line.detail).toMatch(/Give it a width/);
    const gone = await problemOf(`own~areas:'kept:${'a'.repeat(26)}'~${POWER}`);
    expect(gone.status).toBe(404);
    const many = await problemOf(`own~areas:${Array(101).fill("'point:-2,53'")}~${POWER}`);
    expect(many.detail).toMatch(/1 to 40 areas/);
  });

  it('says what is wrong with a search, where, and what to do', async () => {
    expect(await problemOf('nothing')).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/It stands at “nothing”\. Begin with the id of a profile/),
    });
    expect((await problemOf(`own~in:land/nothing~${AREA}`)).detail).toMatch(
      /a kind of thing ODIN does not know/,
    );
    expect((await problemOf('data-centre', '/api/sites/surface', '&level=12')).status).toBe(400);
    expect((await problemOf('x'.repeat(9_000))).status).toBe(400);
  });

  it('sends an answer again as it was written, under one tag, until something of it is published', async () => {
    const [one, two] = [await world.ask(SEARCH), await world.ask(SEARCH)];
    expect(two.headers.get('etag')).toBe(one.headers.get('etag'));
    expect(await two.text()).toBe(await one.text());
  });

  it('answers whatever is asked without falling over', async () => {
    const part = fc.constantFrom(
      ...[AREA, POWER, HEADROOM, 'in:land/brownfield-site', "areas:'", '~', "'", '%', '(', '..'],
      ...['-area', '!area', 'order:power,area', 'title:<script>', '\0', '1e999', '__proto__', '*'],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => `own~${parts.join('~')}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (search) => {
        const { status } = await world.ask(search);
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });
});

describe('GET /api/sites/surface', () => {
  it('measures cells over all districts, and leaves out what is asked of sites', async () => {
    const response = await world.ask(SEARCH, '/api/sites/surface', '&level=7');
    const answer = SitesAnswer.parse(await response.json());
    expect(answer.sites.length).toBeGreaterThan(200);
    expect(answer.sites[0]?.corners?.length).toBeGreaterThanOrEqual(10);
    expect(answer.sites[0]?.title).toMatch(/^Near /);
    expect(columnOf(answer, 'site(').state).toBe('not-supplied');
    expect(answer.notes[0]).toMatch(/“Area” is asked of sites and is left out/);
    expect(answer.sources.map(({ dataset }) => dataset)).toEqual([
      'demonstration-trafford--substations',
    ]);
  });
});

describe('GET /api/sites/evidence', () => {
  it('gives the shape of a site and a line to everything it was measured to', async () => {
    const { sites, things } = await answerTo(SEARCH);
    const more = `&site=${encodeURIComponent(sites[0]?.key ?? '')}`;
    const response = await world.ask(SEARCH, '/api/sites/evidence', more);
    const { geometry, lines } = SiteEvidence.parse(await response.json());
    expect(geometry).toEqual({ type: 'Point', coordinates: sites[0]?.at });
    expect(lines.map(({ thing }) => thing)).toContain(things[0]?.id);
    expect(lines[0]?.from).toEqual(sites[0]?.at);
    expect((await problemOf(SEARCH, '/api/sites/evidence', '&site=none')).status).toBe(404);
  });
});

describe('GET /api/sites as of a moment', () => {
  it('gives the values from before a re-publication, and those of now without one', async () => {
    const before = await answerTo(SEARCH);
    await world.publishSubstations([
      ['A', 378_500, '30'],
      ['B', 381_900, '15'],
    ]);
    const after = await answerTo(SEARCH);
    expect(columnOf(after, 'value.').low).not.toEqual(columnOf(before, 'value.').low);
    expect(columnOf(after, 'distance(').low[1]).toBeLessThan(2_000);
    expect(after.sources[1]?.edition).toBe(2);
    const then = await answerTo(SEARCH, `&as-of=${firstMoment}`);
    expect(then.columns).toEqual(before.columns);
    expect(then.sources).toEqual(before.sources);
    expect(then.asOf).toBe(firstMoment);
    const later = await problemOf(SEARCH, '/api/sites', '&as-of=2999-01-01T00:00:00Z');
    expect(later.detail).toMatch(/has not come/);
  });
});
