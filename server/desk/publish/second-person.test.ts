import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#data/schema/desk.ts';
import type { Guard, Receipt } from '#data/schema/desk-compare.ts';
import { type DeskWorld, openDeskWorld, type Person } from '#tests/support/desk-world.ts';

const PUBLISHER = 'demonstration-rochdale';
const LICENSED = {
  ...{ author: 'council', os: 'none', addresses: 'none', 'third-party': 'none', people: 'no' },
  ...{ licence: 'OGL-UK-3.0', evidence: { kind: 'here' } },
};

/** Made-up sites. */
const register = (count: number): string =>
  [
    'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares',
    ...Array.from({ length: count }, (_, i) => `S${i},Site ${i},${389_000 + i * 20},413000,0.5`),
    '',
  ].join('\r\n');

describe('a file that loses a third of what is live', () => {
  let world: DeskWorld;
  let officer: Person;
  let colleague: Person;
  let draft: Draft;
  const at = (path: string) => `/api/desk/drafts/${draft.id}${path}`;
  const answer = (who: Person, guard: Guard['id'], value: string, status = 200) =>
    world.json<Draft>(who, at('/guards'), { method: 'PUT', body: { guard, value }, status });
  const agree = (who: Person, status = 200) => answer(who, 'second-person', 'yes', status);
  const publish = async <Answer>(status = 200) => {
    const { progress } = await world.json<Draft>(officer, at(''));
    const body = { reading: progress.reading };
    return await world.json<Answer>(officer, at('/publish'), { body, status });
  };
  const second = ({ compare }: Draft) => compare?.guards.find(({ id }) => id === 'second-person');

  beforeAll(async () => {
    world = await openDeskWorld();
    officer = await world.signedIn(await world.person('Planning', PUBLISHER, 'publisher'));
    colleague = await world.person('Land charges', PUBLISHER, 'publisher');
    const type = '&type=land%2Fbrownfield-site';
    draft = await world.upload(officer, PUBLISHER, { name: 'sites.csv', text: register(40) }, type);
    await world.json(officer, at('/licence'), { method: 'PUT', body: LICENSED });
    await publish();
    const again = `&dataset=${draft.datasetId}`;
    draft = await world.upload(
      officer,
      PUBLISHER,
      { name: 'fewer.csv', text: register(24) },
      again,
    );
    await answer(officer, 'fewer', 'The register was cleared out');
    draft = await answer(officer, 'vanish', 'remove');
    draft = await answer(officer, 'gate', 'The register was cleared out');
  }, 60_000);
  afterAll(() => world.close());

  it('is published with nobody’s word but that of a second person, signed in', async () => {
    expect(draft.left.map(({ words }) => words)).toEqual([
      '30% fewer or more than that needs a second person.',
    ]);
    await publish(409);
    await agree(officer, 409);
    await agree(colleague, 409);
    const viewer = await world.person('Looks on', PUBLISHER, 'viewer');
    const stranger = await world.person('Elsewhere', 'bury-council', 'owner');
    for (const who of [viewer, stranger]) await agree(await world.signedIn(who), 404);
    expect((await publish<{ detail: string }>(409)).detail).toContain('a second person');
    const agreed = await agree(await world.signedIn(colleague));
    expect(second(agreed)).toMatchObject({
      isSettled: true,
      control: { given: { by: 'Land charges' } },
    });
  }, 60_000);

  it('needs a new word when it loses more than was agreed to', async () => {
    const file = `${at('/file')}?fileName=fewer.csv`;
    const headers = { 'content-type': 'application/octet-stream' };
    const sent = await world.ask(officer, file, { method: 'PUT', headers, body: register(10) });
    expect(sent.status).toBe(200);
    expect(second((await sent.json()) as Draft)).toMatchObject({ isSettled: false });
    await answer(officer, 'fewer', 'The register was cleared out');
    await answer(officer, 'vanish', 'remove');
    await answer(officer, 'gate', 'The register was cleared out');
    await publish(409);
  }, 60_000);

  it('needs another person’s word once whoever agreed has taken it over', async () => {
    const inPerson = await world.signedIn(colleague);
    expect(second(await agree(inPerson))).toMatchObject({ isSettled: true });
    const taken = await world.json<Draft>(inPerson, at('/take'), { method: 'POST' });
    expect(second(taken)).toMatchObject({ isSettled: false, control: { mayGive: false } });
    await world.json<Draft>(officer, at('/take'), { method: 'POST' });
    const { edition } = await publish<Receipt>();
    expect(edition).toBe(2);
  }, 60_000);
});
