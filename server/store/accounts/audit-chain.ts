import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditEntry } from '#data/schema/audit.ts';
import type { Store } from '../store.ts';
import type { AccessStore, AuditHead, RawAuditRow } from './access-rows.ts';
import { BEGINNING, hashOf } from './audit.ts';

/** Rows checked at a time. */
const PAGE = 2_000;

/** Whether the audit is as it was written; where it is not, the first row that is wrong and what is wrong with it. */
export type AuditVerdict =
  | { readonly ok: true; readonly rows: number; readonly head?: AuditHead }
  | { readonly ok: false; readonly seq: number; readonly fault: string };

/**
 * Follow the chain from its beginning.
 *
 * @param heads its end as it was written down at former times: one that is not in the chain shows that rows were cut
 *   off, or that all of it was written anew
 */
export async function verifyAudit(
  store: Pick<AccessStore, 'pageAudit'>,
  heads: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  const expected = new Map(heads.map(({ seq, hash }) => [seq, hash]));
  let last: AuditHead | undefined;
  for (;;) {
    const page = await store.pageAudit(last?.seq ?? 0, PAGE);
    for (const row of page) {
      const fault = faultOf(row, last, expected.get(row.seq));
      if (fault) return { ok: false, seq: row.seq, fault };
      expected.delete(row.seq);
      last = { seq: row.seq, hash: row.hash };
    }
    if (page.length < PAGE) break;
  }
  const [missing] = [...expected.keys()].sort((one, other) => one - other);
  if (missing !== undefined) {
    return { ok: false, seq: missing, fault: 'it is missing: rows were cut off the end' };
  }
  return { ok: true, rows: last?.seq ?? 0, ...(last ? { head: last } : {}) };
}

function faultOf(
  row: RawAuditRow,
  before: AuditHead | undefined,
  written: string | undefined,
): string | undefined {
  if (row.seq !== (before?.seq ?? 0) + 1) return 'a row before it is missing';
  if (row.previous !== (before?.hash ?? BEGINNING)) return 'it does not follow the row before it';
  if (row.hash !== hashOf(row)) return 'its entry is not the one that was written';
  if (written !== undefined && written !== row.hash)
    return 'it is not the row that stood here before';
  return AuditEntry.safeParse(JSON.parse(row.text)).success ? undefined : 'its entry is none';
}

const fileOf = (folder: string): string => join(folder, 'audit-heads.jsonl');

/**
 * Write the end of the chain down beside the database, where it is not there yet: whoever keeps copies of this file
 * elsewhere, as with every backup, can tell when the chain was made anew.
 */
export async function writeHead(
  folder: string,
  store: Pick<AccessStore, 'auditHead'>,
  now: Date,
): Promise<void> {
  const head = await store.auditHead();
  if (!head || readHeads(folder).some(({ seq }) => seq === head.seq)) return;
  appendFileSync(fileOf(folder), `${JSON.stringify({ ...head, at: now.toISOString() })}\n`);
}

/** How often the end of the chain is written down, ms. */
const EACH_MS = 3_600_000;

/** Write the end of the chain down now and every hour. @returns ends it, with the last end written down */
export function keepHeads(
  folder: string,
  { store, now }: { readonly store: Pick<Store, 'access'>; readonly now: () => Date },
  onFault: (cause: unknown) => void,
): () => Promise<void> {
  const write = () => writeHead(folder, store.access, now()).catch(onFault);
  const timer = setInterval(write, EACH_MS).unref();
  void write();
  return async () => {
    clearInterval(timer);
    await write();
  };
}

/** Ends of the chain as they were written down, oldest first. @throws {SyntaxError} when the file was spoilt */
export function readHeads(folder: string): AuditHead[] {
  if (!existsSync(fileOf(folder))) return [];
  return readFileSync(fileOf(folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AuditHead);
}
