import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#data/schema/desk.ts';
import type { IssueDetail, IssueGroups } from '#data/schema/desk-issues.ts';
import { type DeskWorld, openDeskWorld, type Person } from '#tests/support/desk-world.ts';

/** Made-up sites of Rochdale: more of them say the same than a reading keeps the lines of. */
const SITES = 130;
const REGISTER = [
  'SiteReference,SiteNameAddress,GeoX,GeoY,SiteplanURL,Hectares,LastUpdatedDate',
  ...Array.from({ length: SITES }, (_, at) =>
    [`S${at}`, `${at} Made Up Street`, 389_000 + at, 412_500 + at, 'In the PDF', 0.5, ''].join(','),
  ),
  '',
].join('\r\n');

describe('an issue of many records', () => {
  let world: DeskWorld;
  let officer: Person;
  let draft: Draft;

  beforeAll(async () => {
    world = await openDeskWorld();
    officer = await world.person('Planning policy', 'rochdale-council', 'publisher');
    const file = { name: 'register.csv', text: REGISTER };
    draft = await world.upload(officer, 'rochdale-council', file, '&type=land%2Fbrownfield-site');
  }, 60_000);
  afterAll(() => world.close());

  it.each([
    ['column.all-empty', 'LastUpdatedDate'],
    ['value.url-invalid', 'SiteplanURL'],
  ])('counts the same in the list, in its words and in its lines: %s', async (code, column) => {
    const path = `/api/desk/drafts/${draft.id}/issues`;
    const { groups } = await world.json<IssueGroups>(officer, path);
    const group = groups.find((each) => each.code === code && each.column === column);
    expect(group).toMatchObject({ records: SITES, where: `${SITES} sites · ${column}` });
    const detail = await world.json<IssueDetail>(officer, `${path}/${group?.id}`);
    expect(detail.lines).toEqual(Array.from({ length: SITES }, (_, at) => at + 2));
    expect(detail.body.map(({ text }) => text).join('')).toContain(`${SITES} of ${SITES}`);
  });

  it('says where all of the records fall', () => {
    const places = draft.readback?.falls.places ?? [];
    expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(SITES);
  });
});
