import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  articleOf,
  MOMENT,
  openReportWorld,
  type ReportWorld,
  wordsOf,
} from '#tests/support/report-world.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
}, 120_000);
afterAll(() => world?.close());

describe('GET /report', () => {
  it('leads to the moment it is asked at, and stays the same there', async () => {
    const response = await world.get(`/report?${world.query('T1', '')}`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`/report?${world.query()}`);
    const first = await world.report();
    expect(await world.report()).toBe(first);
    expect(first).toContain('<h1>');
    expect(first).not.toContain('A newer edition exists');
  });

  it('says what the site is, what speaks for and against it, and what is not known', async () => {
    const said = wordsOf(await world.report());
    for (const each of [
      'Area, as stated 5.66 ha',
      'District Manchester',
      'as of 24 Nov 2026, 09:00:00 UTC',
      'Opportunities',
      'Constraints',
      'What is not known, and who could settle it',
      'published a point and an area',
      'criteria not tested',
      'Ask Natural England',
      'What is recorded on and around the site',
      'None recorded',
      'No data supplied: ',
      'Distances run in a straight line from the registered point',
      'Not a connection offer.',
      'Demand headroom, firm',
      'Generation headroom',
      'Supply areas are not supplied, so another substation may serve the site',
      'Decides the application: the site lies in Manchester',
      'No data supplied: street works and road closures',
      'A weight never buys back a failed must.',
      '4 sites tested',
      'As the profile has it',
      'Editions and licences',
      'Credit line to copy, of exactly what is used',
    ]) {
      expect(said).toContain(each);
    }
  });

  it('badges what is made up, from its first line on', async () => {
    const article = articleOf(await world.report());
    const kicker = article.slice(0, article.indexOf('<h1>'));
    expect(kicker).toContain('class="synthetic"');
    expect(wordsOf(article)).toContain('every figure of theirs are made up');
    // a real dataset bears no badge
    const rivers = article.slice(article.indexOf('Main rivers and canals'));
    expect(rivers.slice(0, rivers.indexOf('</tr>'))).not.toContain('synthetic');
  });

  it('draws the circle of the stated area, or says that none is known', async () => {
    expect(await world.report()).toContain('class="area"');
    const without = await world.report('T3');
    expect(without).not.toContain('class="area"');
    expect(wordsOf(without)).toContain('No area is stated');
    expect(wordsOf(without)).toMatch(/Site area ?\. Not [a-z]+: it could rule the site out\./);
  });

  it('hatches what is not known, and tells its range', async () => {
    const search = `own~in:land/brownfield-site~prefer:parking:distance(transport/car-park):12000..500*60:Car park:Parking~prefer:power:distance(energy/substation):5000..500*40:Substation:Power`;
    const page = await world.report('T1', `&as-of=${MOMENT}`, search);
    expect(page).toContain('class="slot-open"');
    expect(wordsOf(page)).toMatch(/Scores \d+–\d+ of 100/);
    expect(wordsOf(page)).toMatch(
      /car park is not known for certain, which alone moves the score by \d+/,
    );
  });

  it('lets nothing of a register become part of the page or its style', async () => {
    const page = await world.report();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    const [, style = ''] = /<html[^>]* style="([^"]*)"/.exec(page) ?? [];
    expect(style).not.toMatch(/[<>{}]|; }|\\\\/);
    expect(wordsOf(await world.report('T2'))).toContain('=HYPERLINK(1)');
  });

  it.each([
    ['', 400, 'does not say which site'],
    ['site=<script>', 400, 'names no site'],
    ['site=area:0', 400, 'which search'],
    ['site=area:0&search=nothing-like-it', 400, 'begins with no profile'],
    ['site=area:0&search=data-centre~area:x', 400, 'Write '],
    ['site=area:0&search=data-centre&as-of=yesterday', 400, 'cannot be read'],
    ['site=area:0&search=data-centre&as-of=2999-01-01T00:00:00Z', 400, 'has not come'],
    ['site=area:0&search=data-centre&as_of=x', 400, 'no report knows'],
    ['site=area:0&search=data-centre&search=b', 400, 'which search'],
    ['site=area:7&search=data-centre', 404, 'none of those'],
    ['site=cell:8a1951a2b2fffff&search=data-centre', 404, ''],
  ])('refuses %j in a page with what is wrong and what to do', async (asked, status, why) => {
    const whole = asked.includes('as-of') || status === 400 ? asked : `${asked}&as-of=${MOMENT}`;
    const response = await world.get(`/report?${whole}`);
    expect(response.status).toBe(status);
    const page = await response.text();
    expect(page).toContain('No report can be made');
    expect(page).toContain(why);
    expect(page).not.toContain('<script');
  });
});
