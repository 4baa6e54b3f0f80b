import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '#data/schema/audit.ts';
import { openStore } from '../open.ts';
import type { Store } from '../store.ts';
import { readHeads, verifyAudit, writeHead } from './audit-chain.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-audit-'));
  store = openStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (path: string): AuditEntry => ({
  kind: 'read',
  at: '2026-11-23T09:00:00.000Z',
  actor: { account: 'a'.repeat(24), name: 'Reader', role: 'viewer', organisation: 'grantee' },
  dataset: 'water--sewers',
  agreement: 'agreement00000000test',
  purpose: 'Evidence',
  precision: 'exact',
  path,
  rows: 3,
});

/** Do to the database what its own triggers would refuse. */
function tamper(sql: string): void {
  const db = new Sqlite(join(folder, 'odin.sqlite'));
  db.exec(`DROP TRIGGER audit_stands; DROP TRIGGER audit_stays; ${sql}`);
  db.close();
}

describe('the audit', () => {
  it('threat 45: refuses to be changed or deleted from, through any connection', async () => {
    await store.access.audit([entry('/a'), entry('/b')]);
    const db = new Sqlite(join(folder, 'odin.sqlite'));
    expect(() => db.exec("UPDATE audit SET entry = '{}' WHERE seq = 1")).toThrow(/only ever added/);
    expect(() => db.exec('DELETE FROM audit')).toThrow(/only ever added/);
    db.close();
    expect(await verifyAudit(store.access)).toMatchObject({ ok: true, rows: 2 });
  });

  it.each([
    [
      'UPDATE audit SET entry = replace(entry, \'"rows":3\', \'"rows":0\') WHERE seq = 2',
      2,
      /not the one/,
    ],
    ['UPDATE audit SET hash = previous WHERE seq = 3', 3, /not the one/],
    ['DELETE FROM audit WHERE seq = 2', 3, /missing/],
    ['UPDATE audit SET previous = hash WHERE seq = 4', 4, /does not follow/],
  ])('threat 45: is found out at the row where %s', async (sql, seq, fault) => {
    for (const path of ['/a', '/b', '/c', '/d']) await store.access.audit([entry(path)]);
    tamper(sql);
    const verdict = await verifyAudit(store.access);
    expect(verdict).toMatchObject({ ok: false, seq, fault: expect.stringMatching(fault) });
  });

  it('threat 45: cannot be cut short or written anew behind the ends that were written down', async () => {
    await store.access.audit([entry('/a'), entry('/b')]);
    await writeHead(folder, store.access, new Date('2026-11-23T10:00:00Z'));
    await writeHead(folder, store.access, new Date('2026-11-23T11:00:00Z'));
    expect(readHeads(folder)).toMatchObject([{ seq: 2 }]);
    expect(await verifyAudit(store.access, readHeads(folder))).toMatchObject({ ok: true });
    tamper('DELETE FROM audit WHERE seq = 2');
    expect(await verifyAudit(store.access)).toMatchObject({ ok: true });
    expect(await verifyAudit(store.access, readHeads(folder))).toMatchObject({ ok: false, seq: 2 });
    await store.access.audit([entry('/other')]);
    // numbers once given are not given again
    expect(await verifyAudit(store.access)).toMatchObject({ ok: false, seq: 3 });
  });

  it('threat 46: keeps any text of an address as text, one row an entry', async () => {
    const paths = fc.sample(fc.string(), { numRuns: 20, seed: 6 });
    const hostile = ['/a\n{"kind":"read"}', '/\u0000', '/\u2028<script>', ...paths];
    await store.access.audit(hostile.map(entry));
    const rows = await store.access.listAudit({ dataset: 'water--sewers', limit: 100 });
    expect(rows).toHaveLength(hostile.length);
    expect(await verifyAudit(store.access)).toMatchObject({ ok: true, rows: hostile.length });
  });

  it('is one chain, whoever adds to it at the same time', async () => {
    const other = openStore(folder);
    const adding = Array.from({ length: 40 }, (_, at) =>
      (at % 2 === 0 ? store : other).access.audit([entry(`/${at}`)]),
    );
    await Promise.all(adding);
    await other.close();
    expect(await verifyAudit(store.access)).toMatchObject({ ok: true, rows: 40 });
  });
});
