import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#data/schema/desk.ts';
import type { DraftColumns } from '#data/schema/desk-columns.ts';
import type { DraftChanges, Receipt } from '#data/schema/desk-compare.ts';
import type { IssueDetail, IssueGroups } from '#data/schema/desk-issues.ts';
import { type DeskWorld, openDeskWorld, type Person } from '#tests/support/desk-world.ts';

const REGISTER = join(
  import.meta.dirname,
  '../../../shared/corpus/rochdale/rochdale_brownfield_land_register.csv',
);
const ANSWERS = {
  author: 'council',
  os: 'points',
  addresses: 'none',
  'third-party': 'none',
  people: 'no',
  licence: 'OGL-UK-3.0',
  osLicence: 'AC0000000000',
  evidence: { kind: 'here' },
};

describe.skipIf(!existsSync(REGISTER))(
  'the register of the corpus, from file to receipt and back',
  () => {
    let world: DeskWorld;
    let officer: Person;
    let draft: Draft;
    const at = (path: string) => `/api/desk/drafts/${draft.id}${path}`;

    beforeAll(async () => {
      world = await openDeskWorld();
      officer = await world.person('Planning policy', 'rochdale-council', 'publisher');
      const text = readFileSync(REGISTER);
      draft = await world.upload(officer, 'rochdale-council', {
        name: 'rochdale_brownfield_land_register.csv',
        text,
      });
    }, 60_000);
    afterAll(() => world.close());

    it('reads it back in words, with the readings that lost', () => {
      const { readback } = draft;
      expect(readback?.sentence.map(({ text }) => text).join('')).toBe(
        'We read 128 sites in one table. Their positions are in British National Grid. It looks like a brownfield land register, and 126 of the 128 sites fall in Rochdale.',
      );
      expect(readback?.notices.map(({ text }) => text)).toEqual([
        '1 site is in the English Channel',
        '1 site is in Bury',
        'You can put both right at step 4, Issues.',
      ]);
      expect(
        readback?.vote?.readings.map(({ title, inside, elsewhere }) => [title, inside, elsewhere]),
      ).toEqual([
        [
          'British National Grid, easting first',
          126,
          '1 in the English Channel (line 96), 1 in Bury (line 112)',
        ],
        ['British National Grid, northing first', 0, 'Near Sheffield, 53.4° N 1.8° W'],
        ['Longitude and latitude (WGS 84)', 0, 'Nowhere: values are far above 180 degrees'],
        ['Web Mercator', 0, 'The Gulf of Guinea, 3.7° N 3.5° E'],
        ['Irish Grid', 0, 'Near Stranraer, 54.9° N 5.1° W'],
      ]);
      expect(readback?.totals.slice(0, 1)).toEqual([{ title: 'Area', text: '100.83 ha' }]);
    });

    it('lists its 21 columns beside ours, headings as sent', async () => {
      const { columns, words } = await world.json<DraftColumns>(officer, at('/columns'));
      expect(columns).toHaveLength(21);
      expect(words).toContain('matched');
      expect(columns.find(({ name }) => name === 'GeoY')?.values.length).toBeGreaterThan(0);
      expect(columns.find(({ name }) => name === 'PLAN OF SITE')?.band).toBe('settle');
    });

    it('says which record is in the sea, why, and the 37 places it may have been meant for', async () => {
      const { groups, counts } = await world.json<IssueGroups>(officer, at('/issues'));
      expect(counts.blocks).toBe(1);
      expect(groups[0]?.title).toBe('SH 2132 is in the English Channel');
      const detail = await world.json<IssueDetail>(officer, at(`/issues/${groups[0]?.id}`));
      expect(detail.body.map(({ text }) => text).join('')).toBe(
        'The northing 41554 has five digits; the other 127 have six. It puts the site 362 km south of Rochdale. A digit has probably been lost.',
      );
      expect(detail.extract?.rows.map(({ line }) => line)).toEqual([95, 96, 97]);
      expect(detail.candidates).toHaveLength(37);
      expect(detail.choices.map(({ id }) => id)).toEqual([
        'suggested',
        'candidate',
        'type',
        'without-point',
      ]);
      expect(detail.choices[0]).toMatchObject({
        title: 'Use 415545, marked approximate to 5 m',
        consequence:
          'If the last digit is lost, the true value is 415540 to 415549. All ten are in Rochdale.',
      });
      expect(detail.after).toMatchObject({ text: '390190, 415545' });
      expect(
        groups.some(({ title }) => title === 'SH 2205 is 136 m outside Rochdale, in Bury'),
      ).toBe(true);
    });

    it('previews a mend, keeps it as a rule, and takes it back', async () => {
      const { groups } = await world.json<IssueGroups>(officer, at('/issues'));
      const body = { about: groups[0]?.id, choice: 'suggested' };
      const preview = await world.json<{ differ: number; figures: unknown[] }>(
        officer,
        at('/preview'),
        { body },
      );
      expect(preview.differ).toBe(1);
      expect(preview.figures).toContainEqual({
        title: 'In Rochdale',
        before: '126',
        after: '127',
        tone: 'good',
      });
      const mended = await world.json<Draft>(officer, at('/decisions'), { body });
      expect(mended.issues.blocks).toBe(0);
      expect(mended.undo?.words).toBe('use 415545 for SH 2132');
      const undone = await world.json<Draft>(officer, at('/decisions/last'), { method: 'DELETE' });
      expect(undone.issues.blocks).toBe(1);
      draft = await world.json<Draft>(officer, at('/decisions'), { body });
    }, 60_000);

    it('will not publish before the licence is settled, nor take one that does not fit', async () => {
      const reading = draft.progress.reading;
      const refused = await world.json<{ detail: string }>(officer, at('/publish'), {
        body: { reading },
        status: 409,
      });
      expect(refused.detail).toContain('5 questions');
      const wrong = { method: 'PUT', body: { ...ANSWERS, licence: 'CC0-1.0' }, status: 400 };
      expect((await world.json<{ detail: string }>(officer, at('/licence'), wrong)).detail).toBe(
        'CC0-1.0 cannot be used: It drops the credit you must keep.',
      );
      const { osLicence: _, ...without } = ANSWERS;
      const gap = await world.json<Draft>(officer, at('/licence'), {
        method: 'PUT',
        body: without,
      });
      expect(gap.licence?.left).toEqual(['the OS licence number']);
      expect(gap.licence?.credit).toContainEqual({
        text: 'licence number needed',
        gap: 'osLicence',
      });
      draft = await world.json<Draft>(officer, at('/licence'), { method: 'PUT', body: ANSWERS });
      expect(draft.left).toEqual([]);
      expect(draft.licence?.credit.map(({ text }) => text).join('')).toBe(
        '© Rochdale Council 2017. © Crown copyright and database rights 2017 Ordnance Survey AC0000000000. Licensed under the Open Government Licence v3.0.',
      );
    });

    it('publishes in one step, with a receipt, a public page and the statutory CSV', async () => {
      const receipt = await world.json<Receipt>(officer, at('/publish'), {
        body: { reading: draft.progress.reading },
      });
      expect(receipt).toMatchObject({ edition: 1, status: 'live', number: 'ROC-BS-0001' });
      expect((await world.ask(undefined, receipt.page)).status).toBe(200);
      const box =
        '/api/features?bbox=-2.4,53.5,-2,53.7&limit=1000&layers=brownfield-site.ogl-uk-3-0';
      const { features } = await world.json<{ features: { id: string; reference?: string }[] }>(
        officer,
        box,
      );
      const { id } = features.find(({ reference }) => reference === 'SH 2132') ?? { id: '' };
      const mended = await world.json<{ attributes: { name: string; value?: unknown }[] }>(
        officer,
        `/api/features/${encodeURIComponent(id)}`,
      );
      const accuracy = mended.attributes.find(({ name }) => name === 'horizontal-accuracy-m');
      expect(accuracy?.value).toBe(5);
      const again = await world.json<Receipt>(officer, at('/receipt'));
      expect(again.happened.length).toBeGreaterThan(receipt.happened.length);
      // what is live stays on the receipt's map
      const shown = await world.json<{ features: unknown[] }>(officer, at('/features'));
      expect(shown.features).toHaveLength(128);
      const csv = await (await world.ask(officer, receipt.statutory ?? '')).text();
      const [head = '', first = ''] = csv.split('\r\n');
      expect(head.split(',')).toHaveLength(28);
      expect(head).toMatch(/^OrganisationURI,OrganisationLabel,SiteReference,/);
      expect(first).toContain('SH 0483');
      expect(first).toContain('owned by a public authority');
      expect(first).toContain('389547.00,412564.00');
      expect(csv.trimEnd().split('\r\n')).toHaveLength(129);
    }, 60_000);

    it('publishes the next edition with everything remembered: only what changed is asked', async () => {
      const lines = readFileSync(REGISTER, 'utf8').split(/\r?\n/);
      const changed = lines
        .filter((_, index) => ![4, 5, 6].includes(index))
        .map((line) => line.replace('389547,412564', '389447,412564'));
      draft = await world.upload(officer, 'rochdale-council', {
        name: 'rochdale_brownfield_land_register_2018.csv',
        text: changed.join('\n'),
      });
      expect(draft).toMatchObject({ edition: 2, datasetId: 'rochdale-council--brownfield-site' });
      expect(draft.issues.blocks).toBe(0);
      expect(draft.licence?.left).toEqual([]);
      expect(draft.compare).toMatchObject({
        against: { edition: 1, records: 128 },
        added: 0,
        removed: 3,
        moved: 1,
        same: 124,
      });
      const { changes } = await world.json<DraftChanges>(officer, at('/changes?kind=moved'));
      expect(changes[0]).toMatchObject({
        reference: 'SH 0483',
        bearing: 'west',
        before: { grid: '389547, 412564' },
      });
      expect(Math.round(changes[0]?.distanceM ?? 0)).toBe(100);
      const table = await (await world.ask(officer, at('/changes.csv'))).text();
      expect(table).toMatch(
        /\r\nmoved,SH 0483,.*,Place,"389547, 412564","389447, 412564",100,west/,
      );
      expect(draft.left.map(({ words }) => words)).toEqual(['3 sites would vanish.']);
      draft = await world.json<Draft>(officer, at('/guards'), {
        method: 'PUT',
        body: { guard: 'vanish', value: 'end' },
      });
      expect(draft.left).toEqual([]);
      expect(draft.compare?.removed).toBe(0);
      const receipt = await world.json<Receipt>(officer, at('/publish'), {
        body: { reading: draft.progress.reading },
      });
      expect(receipt.edition).toBe(2);
      expect(receipt.words).toMatch(/with 125 current sites and 3 ended\.$/);
    }, 60_000);

    it('goes back to the edition before, with a reason, and says so in public', async () => {
      const dataset = 'rochdale-council--brownfield-site';
      const back = await world.json<{ editions: { number: number; status: string }[] }>(
        officer,
        `/api/desk/datasets/${dataset}/restore`,
        { body: { why: 'The wrong file was sent' } },
      );
      expect(back.editions.find(({ status }) => status === 'live')?.number).toBe(1);
      const told = await world.json<{ events: { kind: string; why?: string }[] }>(
        officer,
        `/api/datasets/${dataset}/editions`,
      );
      expect(told.events[0]).toMatchObject({ kind: 'restored', why: 'The wrong file was sent' });
    }, 30_000);
  },
);
