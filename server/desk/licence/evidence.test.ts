import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#data/schema/desk.ts';
import { type DeskWorld, openDeskWorld, type Person } from '#tests/support/desk-world.ts';
import { documentEnding } from './evidence.ts';

const PUBLISHER = 'rochdale-council';
const FILE = 'SiteReference,GeoX,GeoY\r\nS1,389547,412564\r\nS2,389600,412600\r\n';
const LETTER = Buffer.from('%PDF-1.7\nThe register may be reused under the OGL.\n');
const SHA256 = createHash('sha256').update(LETTER).digest('hex');

describe('evidence of a licence', () => {
  let world: DeskWorld;
  let officer: Person;
  let stranger: Person;
  let draft: Draft;
  const at = (path: string) => `/api/desk/drafts/${draft.id}${path}`;
  const hand = (bytes: Uint8Array, name = 'letter.pdf', who: Person | undefined = officer) =>
    world.ask(who, at(`/evidence?fileName=${encodeURIComponent(name)}`), {
      method: 'POST',
      body: Uint8Array.from(bytes),
      headers: { 'content-type': 'application/octet-stream' },
    });

  beforeAll(async () => {
    world = await openDeskWorld();
    officer = await world.person('Planning policy', PUBLISHER, 'publisher');
    stranger = await world.person('Elsewhere', 'bury-council', 'publisher');
    draft = await world.upload(
      officer,
      PUBLISHER,
      { name: 'sites.csv', text: FILE },
      '&type=land%2Fbrownfield-site',
    );
  }, 60_000);
  afterAll(() => world.close());

  it('is kept under its hash and stands as the answer', async () => {
    const named = { evidence: { kind: 'document', sha256: SHA256 } };
    const early = { method: 'PUT', body: named, status: 400 };
    await world.json(officer, at('/licence'), early);
    const answer = await hand(LETTER);
    expect(answer.status).toBe(200);
    const { licence } = (await answer.json()) as Draft;
    expect(licence?.answers.evidence).toEqual({ kind: 'document', sha256: SHA256 });
    expect(licence?.evidence?.by).toBe('Planning policy, Rochdale');
    await world.json(officer, at('/licence'), { method: 'PUT', body: named });
  });

  it('threat 23: is given back to members alone, as a file to keep that runs nothing', async () => {
    const answer = await world.ask(officer, at(`/evidence/${SHA256}`));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="evidence-[0-9a-f]{12}\.pdf"$/,
    );
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(LETTER);
    expect((await world.ask(stranger, at(`/evidence/${SHA256}`))).status).toBe(404);
    expect((await world.ask(undefined, at(`/evidence/${SHA256}`))).status).toBe(401);
    expect((await hand(LETTER, 'letter.pdf', stranger)).status).toBe(404);
    // the file of the draft is no document of it
    expect((await world.ask(officer, at(`/evidence/${draft.file.sha256}`))).status).toBe(404);
    expect((await world.ask(undefined, `/api/resources/${SHA256}/lines`)).status).toBe(404);
  });

  it('threat 23: takes no page, no program and nothing over 10 MB', async () => {
    for (const text of ['<svg onload="alert(1)"/>', ' <html>', 'MZ\0\0', ''])
      expect((await hand(Buffer.from(text), 'letter.pdf')).status).toBe(422);
    expect((await hand(Buffer.alloc(10_000_001, 'a'), 'a.txt')).status).toBe(413);
  });

  it('outlives another draft of the same bytes that is discarded', async () => {
    const file = { name: 'letter.txt', text: LETTER };
    const other = await world.upload(officer, PUBLISHER, file);
    const gone = await world.ask(officer, `/api/desk/drafts/${other.id}`, { method: 'DELETE' });
    expect(gone.status).toBe(200);
    expect((await world.ask(officer, at(`/evidence/${SHA256}`))).status).toBe(200);
  }, 30_000);
});

it('documentEnding() gives an ending of its own list or none, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, fileName) => {
      const ending = documentEnding({ bytes, fileName });
      expect(['pdf', 'png', 'jpg', 'eml', 'txt', undefined]).toContain(ending);
    }),
  );
  expect(documentEnding({ bytes: Buffer.from('From: a@b'), fileName: 'a.EML' })).toBe('eml');
});
