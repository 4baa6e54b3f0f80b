import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { wordsOf } from '#tests/support/report-world.ts';
import { NORTHING, openSitesWorld, type SitesWorld } from '#tests/support/sites-world.ts';
import { inQuery } from './site-report-asked.ts';

const SEARCH = 'own~in:land/brownfield-site~must:area:site(area-ha):1..:Site area';

/** The site stands here, in the supply area of the substation that is farther away. */
const EASTING = 380_000;

/** A year ahead of every run, and not so far that a date in it would be taken for a slip. */
const YEAR = new Date().getUTCFullYear() + 2;

const box = (west: number, east: number): string => {
  const corners = [
    [west, NORTHING - 500],
    [east, NORTHING - 500],
    [east, NORTHING + 500],
    [west, NORTHING + 500],
    [west, NORTHING - 500],
  ];
  return `"POLYGON((${corners.map((corner) => corner.join(' ')).join(', ')}))"`;
};

let world: SitesWorld;
let page: string;
beforeAll(async () => {
  world = await openSitesWorld();
  await world.publishSites([['S1', 'Mill', EASTING, '2.5']]);
  await world.publishRows('substations', 'energy/substation', [
    'Reference,Name,Easting,Northing,Class,Demand headroom,Parent substation',
    `N,Near Street,${EASTING + 400},${NORTHING},primary,12,West GSP`,
    `F,Far Lane,${EASTING + 1_500},${NORTHING},primary,7.5,East GSP`,
    `E,East Yard,${EASTING + 900},${NORTHING},primary,9,East GSP`,
  ]);
  await world.publishRows('supply-areas', 'energy/supply-area', [
    'WKT,Reference,Substation ref',
    `${box(EASTING - 500, EASTING + 2_000)},A1,f`,
    `${box(EASTING - 4_000, EASTING - 2_000)},A2,N`,
  ]);
  await world.publishRows('connections', 'energy/capacity-register-entry', [
    'Project name,Easting,Northing,Maximum export capacity (MW),Connection status,Primary substation',
    `Waiting battery,${EASTING + 1_400},${NORTHING},20,Accepted to connect,FAR LANE`,
    `Waiting panels,${EASTING + 1_300},${NORTHING},4.5,Accepted to connect,Far Lane`,
    `Built panels,${EASTING + 1_200},${NORTHING},50,Connected,Far Lane`,
    `Elsewhere,${EASTING},${NORTHING},30,Accepted to connect,Another`,
  ]);
  const works =
    'Works reference,Easting,Northing,Promoter,Street,Work status,Planned start,Planned end,Start date';
  await world.publishRows('street-works', 'transport/street-works', [
    works,
    `W1,${EASTING + 300},${NORTHING},Made-up Water,High Street,Planned,${YEAR}-01-04,${YEAR}-02-09,2020-01-01`,
    `W2,${EASTING + 200},${NORTHING},Made-up Gas,Low Street,Completed,${YEAR}-01-04,${YEAR}-02-09,`,
    `W3,${EASTING + 100},${NORTHING},Made-up Gas,Past Street,Planned,2001-01-04,2001-02-09,`,
    `W4,${EASTING + 700},${NORTHING},Made-up Gas,Farther Street,Planned,${YEAR}-01-04,${YEAR}-02-09,`,
  ]);
  await world.publishRows('schemes', 'transport/transport-scheme', [
    'Reference,Name,Easting,Northing,Lead authority,Stage,Opening date',
    `T1,Made-up busway,${EASTING},${NORTHING},Made-up Transport,Funded,${YEAR}-06`,
    `T2,Made-up bridge,${EASTING + 50},${NORTHING},Made-up Transport,Complete,2010`,
  ]);
  await world.publishRows('projects', 'land/infrastructure-project', [
    'Reference,Name,Easting,Northing,Applicant',
    `P1,Made-up pipeline,${EASTING + 5_000},${NORTHING},Made-up Carbon`,
  ]);
  const { sites } = await world.getJson<SitesAnswer>(`/api/sites?search=${inQuery(SEARCH)}`);
  const query = `site=${inQuery(sites[0]?.key ?? '')}&search=${inQuery(SEARCH)}`;
  page = await (await world.get(`/report?${query}`)).text();
}, 120_000);
afterAll(() => world?.close());

/** Words of the part of the report under a heading. */
const part = (id: string): string => {
  const from = page.indexOf(`aria-labelledby="${id}"`);
  return wordsOf(page.slice(from, page.indexOf('</section>', from)));
};
/** Words of the row that begins with something. */
const row = (id: string, head: string): string => {
  const from = page.indexOf(head, page.indexOf(`aria-labelledby="${id}"`));
  return wordsOf(page.slice(from, page.indexOf('</tr>', from))).trim();
};

describe('the power of a report', () => {
  it('names the substation whose supply area holds the site before a nearer one', () => {
    expect(part('power')).toMatch(/Far Lane, serves the site .* Near Street, second supply/);
    expect(part('power')).toContain('Chosen by the supply area its operator draws round the site');
    expect(row('power', 'Distance, straight line')).toBe('Distance, straight line 1.50 km 400 m');
    expect(row('power', 'Demand headroom')).toBe('Demand headroom, firm 7.5 MW 12.0 MW');
  });

  it('takes the second supply from elsewhere, though one fed from the same is nearer', () => {
    expect(row('power', 'Fed from')).toBe('Fed from East GSP West GSP');
    expect(part('power')).not.toContain('East Yard');
  });

  it('counts what waits at each by its name, and not what is connected', () => {
    expect(row('power', 'Queued ahead')).toBe('Queued ahead 2, 24.5 MW export none recorded');
    expect(part('power')).not.toContain('No register of connections');
  });
});

describe('the planned works of a report', () => {
  it('tells works within 500 m with who plans them, when and how far, badged', () => {
    const street = row('works', 'Street works and road closures: ');
    expect(street).toContain(`Synthetic Made-up Water 4 Jan ${YEAR} to 9 Feb ${YEAR} 300 m`);
    expect(street).toMatch(/demonstration-trafford\/street-works, edition 1$/);
    expect(row('works', 'Transport schemes: ')).toMatch(
      new RegExp(`Made-up busway .* Made-up Transport opens Jun ${YEAR} on the site`),
    );
  });

  it('leaves out what is over, given up or farther away', () => {
    expect(part('works')).not.toMatch(/Made-up Gas|Made-up bridge|Made-up pipeline/);
  });

  it('says where a kind was supplied and none is near', () => {
    expect(part('works')).toContain('None recorded within 500 m: national infrastructure projects');
    expect(part('works')).not.toContain('No data supplied');
  });
});
