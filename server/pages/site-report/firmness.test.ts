import { describe, expect, it } from 'vitest';
import type { Prefer, What } from '#data/siting/criterion.ts';
import { rankSites } from '#data/siting/rank.ts';
import { robustnessOf } from '#data/siting/robustness.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { plant } from '#tests/support/planted-sites.ts';
import { textOf } from '../html.ts';
import { firmnessNotes } from './firmness.ts';
import type { SiteReport } from './report.ts';

const HEADROOM: What = { kind: 'site', attribute: 'headroom-mw' };
const FIBRE: What = { kind: 'distance', of: { type: 'digital/fibre-route' } };
const DUCT: What = { kind: 'distance', of: { type: 'digital/duct' } };

const prefer = (short: string, what: What, weight: number, full: number): Prefer => ({
  ...{ id: short.toLowerCase(), title: short, short, what, weight },
  worth: { kind: 'linear', full, none: full === 0 ? 1_000 : 0 },
});

/** Ten sites: the first has most headroom, the second the nearest fibre, and ducts run with fibre. */
const TITLES = [...'ABCDEFGHIJ'];
const FIBRES = [500, 0, 900, 800, 700, 950, 850, 750, 650, 990];
const measured = plant(TITLES, [
  [HEADROOM, [100, 60, 10, 5, 0, 0, 0, 0, 0, 0]],
  [FIBRE, FIBRES],
  [DUCT, FIBRES.map((metres) => metres / 2)],
]);

const searchOf = (...prefers: Prefer[]): SiteSearch => ({
  profile: 'own',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must: [],
  prefer: prefers,
});

/** What the report of one of the sites says. */
function notesOf(title: string, search: SiteSearch): string {
  const ranking = rankSites(measured, search);
  const index = TITLES.indexOf(title);
  const standing = ranking.ranked.find((each) => each.index === index);
  const report = {
    ...{ measured, search, ranking, standing, site: measured.sites[index] },
    robustness: robustnessOf(measured, search),
  } as SiteReport;
  return textOf(firmnessNotes(report)).replaceAll(/<[^>]+>/g, '');
}

const BOTH = searchOf(prefer('Headroom', HEADROOM, 60, 100), prefer('Fibre', FIBRE, 40, 0));

describe('firmnessNotes()', () => {
  it('tells of the winner which weight would put another first', () => {
    const notes = notesOf('A', BOTH);
    expect(notes).toMatch(
      /1,000 weightings drawn around these; 1,000 keep the site in the top ten/,
    );
    expect(notes).toContain('first place, which this site has now: Headroom at 55 instead of 60');
    expect(notes).toContain(', would put B first.');
  });

  it('tells of another site which weight would put it first itself', () => {
    const notes = notesOf('B', BOTH);
    expect(notes).toContain('first place, which A has now');
    expect(notes).toContain(
      'Headroom at 55 instead of 60, or Fibre at 45 instead of 40, would put this site first.',
    );
  });

  it('says that no weight moved alone would, where none does', () => {
    expect(notesOf('A', searchOf(prefer('Headroom', HEADROOM, 100, 100)))).toContain(
      'no weight moved alone',
    );
  });

  it('names criteria that say the same twice, and says where none are seen to', () => {
    const twice = searchOf(
      ...[prefer('Headroom', HEADROOM, 40, 100), prefer('Fibre', FIBRE, 30, 0)],
      { ...prefer('Duct', DUCT, 30, 0), worth: { kind: 'linear', full: 0, none: 500 } },
    );
    expect(notesOf('A', twice)).toContain(
      'Fibre and Duct say nearly the same (r 1.00 over these sites); together they may count one thing twice.',
    );
    expect(notesOf('A', BOTH)).toContain('no two criteria are seen to say nearly the same');
  });
});
