import { createHash } from 'node:crypto';
import type { Subject } from '#data/schema/subject.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { DeskDeps } from '../draft/deps.ts';
import type { Drafting } from '../draft/desk.ts';
import { publisherOf } from '../draft/reading-drafts.ts';
import { checkRoom } from '../draft/room.ts';
import { fileNameOf } from '../file/file-name.ts';
import { Refusal } from '../refusal.ts';
import { findDraft } from '../who.ts';

/** Longest letter or minute taken, bytes. */
export const MOST_EVIDENCE_BYTES = 10_000_000;
/** Documents of one draft. */
const MOST_DOCUMENTS = 20;

/** How documents begin. Source: the formats' own signatures. */
const SIGNATURES = [
  ['pdf', '%PDF-'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpg', '\xff\xd8\xff'],
] as const;

/** Text that a browser could take for a page. */
const MARKUP = /^\s*</;

/** A document somebody hands in, named as they call it. */
type Document = { readonly bytes: Uint8Array; readonly fileName: string };

/** What a document is by its content, as the ending of a file’s name; undefined for all that is taken from nobody. */
export function documentEnding({ bytes, fileName }: Document): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const known = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
  if (known !== undefined) return known;
  const text = textOf(bytes);
  if (text === undefined || text.trim() === '' || MARKUP.test(text)) return undefined;
  return /\.eml$/i.test(fileName) ? 'eml' : 'txt';
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * Keep a letter, a minute or an e-mail as the evidence of a draft’s licence, under its hash.
 *
 * @throws {Refusal} `unreadable` for what is none of those, `too-large`, `too-many`, `no-room`
 */
export async function keepEvidence(
  subject: Subject,
  id: string,
  document: Document,
  { deps, drafting }: { readonly deps: DeskDeps; readonly drafting: Drafting },
): Promise<DraftRow> {
  const { store, now } = deps.publishing;
  const { bytes } = document;
  return await drafting.change(subject, id, async (draft, officer) => {
    if (documentEnding(document) === undefined)
      throw new Refusal('unreadable', 'Send the evidence as PDF, PNG, JPEG, text or e-mail.');
    const held = draft.detail.evidence ?? [];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!held.includes(sha256) && held.length >= MOST_DOCUMENTS)
      throw new Refusal('too-many', `A draft keeps ${MOST_DOCUMENTS} documents. Use one of them.`);
    if (bytes.length > MOST_EVIDENCE_BYTES)
      throw new Refusal('too-large', 'A document may have 10 MB here.');
    await checkRoom(draft.organisation, bytes.length, deps);
    await store.putResource({ sha256, bytes, fileName: fileNameOf(document.fileName) }, now());
    const by = `${officer.name}, ${publisherOf(draft.publisher, deps).shortName}`;
    const evidence = { kind: 'document', sha256 } as const;
    return {
      work: {
        ...draft.work,
        licence: { ...draft.work.licence, evidence },
        licenceBy: { by, at: now().toISOString() },
      },
      detail: { ...draft.detail, evidence: [...new Set([...held, sha256])] },
      words: 'keep a document as evidence',
      rereads: false,
    };
  });
}

/** True for a document that was handed in to this draft, or to the one it goes on from. */
export const isKept = ({ detail, work }: DraftRow, sha256: string): boolean => {
  const { evidence } = work.licence;
  const isOwn = detail.evidence?.includes(sha256) === true;
  return isOwn || (evidence?.kind === 'document' && evidence.sha256 === sha256);
};

/** A document of a draft, under a name made here. @throws {Refusal} `not-found` when it has none such */
export async function findEvidence(
  subject: Subject,
  id: string,
  sha256: string,
  deps: DeskDeps,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { draft } = await findDraft(subject, id, 'read', deps);
  const found = isKept(draft, sha256)
    ? await deps.publishing.store.readResource(sha256)
    : undefined;
  if (!found) throw new Refusal('not-found', `Draft "${id}" keeps no such document.`);
  const name = `evidence-${sha256.slice(0, 12)}.${documentEnding(found) ?? 'bin'}`;
  return { name, bytes: found.bytes };
}
