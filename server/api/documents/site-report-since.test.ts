import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  articleOf,
  openReportWorld,
  REGISTER,
  type ReportWorld,
  wordsOf,
} from '#tests/support/report-world.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await openReportWorld();
}, 120_000);
afterAll(() => world?.close());

describe('a report after the data moved on', () => {
  it('is the same as it was, says that a newer edition exists, and leads to it', async () => {
    const before = await world.report();
    world.setClock('2026-11-25T09:00:00.000Z');
    expect(await world.publishRegister(REGISTER.replace('5.66', '3.20'))).toBe('published');
    const after = await world.report();
    expect(articleOf(after)).toBe(articleOf(before));
    expect(wordsOf(after)).toContain('A newer edition exists.');
    expect(after).toContain(
      `href="http://odin.test/report?${world.query('T1', '').replaceAll('&', '&amp;')}"`,
    );
    const now = await world.report('T1', '&as-of=2026-11-25T09:00:00.000Z');
    expect(wordsOf(now)).toContain('3.20 ha');
    expect(now).not.toContain('A newer edition exists');
  });

  it('still has a site the register dropped since', async () => {
    world.setClock('2026-11-26T09:00:00.000Z');
    expect(await world.publishRegister(REGISTER.replace(/T1.*\r\n/, ''))).toBe('published');
    expect(
      (await world.get(`/report?${world.query('T1', '&as-of=2026-11-26T09:00:00.000Z')}`)).status,
    ).toBe(404);
    expect(wordsOf(await world.report())).toContain('5.66 ha');
  });

  it('is made again without what was withdrawn, and says so', async () => {
    world.setClock('2026-11-27T09:00:00.000Z');
    await world.withdraw('demonstration-water--flood-zones');
    const page = wordsOf(await world.report());
    expect(page).toContain('Withdrawn since.');
    expect(page).toContain('Flood zones (synthetic) (27 Nov 2026)');
    expect(page).toContain('made again without it');
    const article = wordsOf(articleOf(await world.report()));
    expect(article).not.toMatch(/Flood zones, Water network/);
  });
});
