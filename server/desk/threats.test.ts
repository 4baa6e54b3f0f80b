import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, DraftRows, PersonalFindings } from '#data/schema/desk.ts';
import type { Receipt } from '#data/schema/desk-compare.ts';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { type DeskWorld, openDeskWorld, type Person } from '#tests/support/desk-world.ts';
import { csvCell } from './issues/tables.ts';

const EVIL = '<script>window.__xss=1</script>';
const PUBLISHER = 'demonstration-rochdale';
const LICENSED = {
  ...{ author: 'council', os: 'none', addresses: 'none', 'third-party': 'none', people: 'no' },
  ...{ licence: 'OGL-UK-3.0', evidence: { kind: 'here' } },
};

/** A made-up register with a column about persons and cells that attack. */
const REGISTER = [
  'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,OwnershipStatus,PlanningStatus,Notes,Contact email',
  ...Array.from({ length: 12 }, (_, i) => {
    const note = ['=HYPERLINK("http://x.test")', '@SUM(A1)', '－1+1', EVIL][i % 4];
    const cell = `"${note?.replaceAll('"', '""')}"`;
    return `S${i},Made-up site ${i},${389_000 + i * 20},413000,0.5,unknown,permissioned,${cell},jane.surname${i}@gmail.com`;
  }),
  '',
].join('\n');

describe('the desk under attack', () => {
  let world: DeskWorld;
  let officer: Person;
  let stranger: Person;
  let draft: Draft;
  const at = (path: string) => `/api/desk/drafts/${draft.id}${path}`;

  beforeAll(async () => {
    world = await openDeskWorld();
    officer = await world.person('Test policy team', PUBLISHER, 'publisher');
    stranger = await world.person('Another council', 'demonstration-bury', 'owner');
    draft = await world.upload(officer, PUBLISHER, { name: `..\\..\\${EVIL}.csv`, text: REGISTER });
  }, 60_000);
  afterAll(() => world.close());

  it('keeps personal data masked and publishing stopped until it is removed', async () => {
    expect(draft.personal.open).toBe(1);
    const { findings } = await world.json<PersonalFindings>(officer, at('/personal'));
    expect(findings.map(({ where, severity }) => [where, severity])).toEqual([
      ['Contact email', 'error'],
    ]);
    for (const path of [
      '',
      '/columns',
      '/issues',
      '/rows',
      '/personal',
      '/corrected.csv',
      '/issues.csv',
      '/features',
    ]) {
      expect(await (await world.ask(officer, at(path))).text()).not.toContain('surname');
    }
    const rows = await world.json<DraftRows>(officer, at('/rows'));
    expect(rows.rows[0]?.cells.at(-1)).toBe('j…@…');
    await world.json(officer, at('/licence'), {
      method: 'PUT',
      body: { ...LICENSED, licence: undefined },
    });
    const refused = { body: { reading: draft.progress.reading }, status: 409 };
    expect(await world.json<{ detail: string }>(officer, at('/publish'), refused)).toMatchObject({
      detail: expect.stringContaining('about persons'),
    });
    const weak = { body: { about: findings[0]?.id, choice: 'justify', value: 'no' }, status: 400 };
    await world.json(officer, at('/decisions'), weak);
    const why = 'The council’s own office, not a person';
    const justified = { body: { about: findings[0]?.id, choice: 'justify', why } };
    draft = await world.json<Draft>(officer, at('/decisions'), justified);
    expect(draft.personal.open).toBe(0);
    draft = await world.json<Draft>(officer, at('/decisions/last'), { method: 'DELETE' });
    const mended = { body: { about: findings[0]?.id, choice: 'drop' } };
    draft = await world.json<Draft>(officer, at('/decisions'), mended);
    expect(draft.personal).toMatchObject({ open: 0, settled: 1 });
  }, 60_000);

  it('threat 15: no table it writes gives a spreadsheet a formula to run', async () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'),
        fc.string(),
        (sign, rest) => {
          const cell = csvCell(sign + rest);
          fc.pre(!/^-?\d+(?:\.\d+)?$/.test(sign + rest));
          expect(cell.replace(/^"/, '')).toMatch(/^'/);
        },
      ),
    );
    expect(csvCell('-2.24')).toBe('-2.24');
    const csv = await (await world.ask(officer, at('/corrected.csv'))).text();
    expect(csv).toContain('"\'=HYPERLINK(""http://x.test"")"');
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).not.toContain('surname');
  });

  it('threats 21, 22, 24: what a file or a description says is never markup', async () => {
    const description = `${EVIL}<img src=x onerror=alert(1)> [x](javascript:alert(1))`;
    await world.json(officer, at('/about'), { method: 'PUT', body: { title: EVIL, description } });
    await world.json(officer, at('/licence'), { method: 'PUT', body: LICENSED });
    const receipt = await world.json<Receipt>(officer, at('/publish'), {
      body: { reading: draft.progress.reading },
    });
    const page = await world.ask(undefined, receipt.page);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/<script>window|<img src=x|href="javascript:/);
    const answer = await world.ask(officer, at(''));
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }, 60_000);

  it('a file with something taken out is not shown by its lines', async () => {
    const lines = await world.ask(undefined, `/api/resources/${draft.file.sha256}/lines?from=2`);
    expect(lines.status).toBe(404);
    const found = await (await world.ask(undefined, '/api/layers')).json();
    const [layer] = (found as { layers: { id: string }[] }).layers;
    const features = await (await world.ask(undefined, `/api/layers/${layer?.id}/features`)).text();
    expect(features).not.toContain('surname');
  });

  it('threat 23: what is served back is a file to keep, and what is no data is never served', async () => {
    const table = await world.ask(officer, at('/corrected.csv'));
    expect(table.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z0-9.-]+"$/,
    );
    expect(table.headers.get('content-security-policy')).toContain('sandbox');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const handed = await world.upload(officer, PUBLISHER, { name: 'logo.svg', text: svg });
    expect(handed.progress.state).toBe('unreadable');
    for (const path of [
      `/api/resources/${handed.file.sha256}/lines`,
      `/resources/${handed.file.sha256}`,
    ]) {
      expect((await world.ask(officer, path)).status).toBe(404);
    }
  }, 60_000);

  it('threat 26: ids are made here: others are not known, whatever they look like', async () => {
    for (const id of ['1', 'x'.repeat(24), '../x', 'A'.repeat(24), `${draft.id}x`, '__proto__']) {
      const answer = await world.ask(officer, `/api/desk/drafts/${encodeURIComponent(id)}`);
      const status = /^[a-z0-9]{20,26}$/.test(id) ? 404 : 400;
      expect([id, answer.status]).toEqual([id, status]);
    }
    const chosen = await world.ask(
      officer,
      `/api/desk/drafts?publisher=${PUBLISHER}&fileName=a.csv&id=${draft.id}`,
      {
        method: 'POST',
        body: REGISTER,
      },
    );
    expect(chosen.status).toBe(400);
  });

  it('threat 44: what another council has is as if it were not there', async () => {
    const none = `/api/desk/drafts/${'z'.repeat(24)}`;
    const theirs = await world.ask(stranger, at(''));
    const missing = await world.ask(stranger, none);
    expect([theirs.status, missing.status]).toEqual([404, 404]);
    expect((await theirs.text()).replace(draft.id, '')).toBe(
      (await missing.text()).replace('z'.repeat(24), ''),
    );
    expect((await world.ask(undefined, at(''))).status).toBe(401);
    const home = await world.json<DeskHome>(stranger, `/api/desk?publisher=${PUBLISHER}`);
    expect(home.publisher).toBeUndefined();
    expect(
      (
        await world.ask(stranger, `/api/desk/drafts?publisher=${PUBLISHER}&fileName=a.csv`, {
          method: 'POST',
          body: REGISTER,
        })
      ).status,
    ).toBe(404);
    const restore = {
      method: 'POST',
      body: JSON.stringify({ why: 'x' }),
      headers: { 'content-type': 'application/json' },
    };
    expect(
      (await world.ask(stranger, `/api/desk/datasets/${draft.datasetId}/restore`, restore)).status,
    ).toBe(404);
  });

  it('threats 33, 50: reads are bounded, and hostile addresses are refused plainly', async () => {
    expect((await world.ask(officer, at('/issues?limit=1000000000'))).status).toBe(400);
    expect((await world.ask(officer, at('/features?limit=1000000000'))).status).toBe(400);
    const rows = await world
      .json<DraftRows>(officer, at('/rows?from=1&to=1000000000'))
      .catch(() => undefined);
    expect(rows === undefined || rows.rows.length <= 500).toBe(true);
    for (const path of [
      '%00',
      '%2f..%2f..',
      '%E0%A4%A',
      '?a[b]=1',
      '?publisher=a&publisher=b',
      '/..;/x',
    ]) {
      const { status } = await world.ask(officer, `/api/desk${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });
});

describe('threat 32: a desk that has no room left', () => {
  it('says so with 507 before anything is written, and reading goes on', async () => {
    const world = await openDeskWorld({ ODIN_ROOM: '1' });
    try {
      const officer = await world.person('Test team', PUBLISHER, 'publisher');
      const draft = await world.upload(officer, PUBLISHER, { name: 'a.csv', text: REGISTER });
      const long = REGISTER + 'x,'.repeat(600_000);
      const path = `/api/desk/drafts?publisher=${PUBLISHER}&fileName=b.csv`;
      const answer = await world.ask(officer, path, { method: 'POST', body: long });
      expect(answer.status).toBe(507);
      expect((await answer.json()) as { detail: string }).toMatchObject({
        detail: expect.stringContaining('of 1.0 MB'),
      });
      expect((await world.ask(officer, `/api/desk/drafts/${draft.id}`)).status).toBe(200);
      const home = await world.json<DeskHome>(officer, '/api/desk');
      expect(home.limits.usedBytes).toBeGreaterThan(0);
    } finally {
      await world.close();
    }
  }, 60_000);

  it('keeps a floor of free space, and takes no longer file than it says', async () => {
    const world = await openDeskWorld({ ODIN_FREE_SPACE: '1000000000', ODIN_UPLOAD: '1' });
    try {
      const officer = await world.person('Test team', PUBLISHER, 'publisher');
      const path = `/api/desk/drafts?publisher=${PUBLISHER}&fileName=b.csv`;
      expect((await world.ask(officer, path, { method: 'POST', body: REGISTER })).status).toBe(507);
      const long = await world.ask(officer, path, { method: 'POST', body: 'x'.repeat(1_200_000) });
      expect(long.status).toBe(413);
      expect((await world.ask(undefined, '/api/layers')).status).toBe(200);
    } finally {
      await world.close();
    }
  }, 60_000);
});
