import type { Comparison } from '#data/schema/change.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';
import { isGateCode } from '../compare/gate.ts';
import type { ChangeRow } from '../store/compare-rows.ts';
import type { Delivery, PublishDeps } from './delivery.ts';
import { crossOver } from './hold.ts';
import { startKeeping } from './keeping.ts';
import { type Finding, findingOf, fingerprintOf } from './publish.ts';
import { withReading } from './reading.ts';
import { refusalOf } from './refusal.ts';
import { datasetIdOf, draftOf, startOf } from './staging.ts';

/** Changes told in a preview. */
const TOLD = 1_000;

/** What publishing a file would change. */
export type ChangePreview = {
  readonly finding: Finding;
  /** Why it would stay a draft; nothing below is known then. */
  readonly refusal?: string;
  /** Absent when nothing is live yet. */
  readonly comparison?: Comparison;
  readonly changes: readonly ChangeRow[];
  /** What the gate found, and what of it would hold the file. */
  readonly issues: readonly Issue[];
  readonly holding: readonly Issue[];
};

/**
 * Hold a file against the live edition without publishing it: the edition is staged as ever, compared, and
 * dropped again, the bytes with it unless they were known before.
 */
export async function previewChanges(
  delivery: Delivery,
  source: Source,
  deps: PublishDeps,
): Promise<ChangePreview> {
  const { store, now, licences, gazetteers } = deps;
  const { resource, companions = [] } = delivery;
  return await withReading({ delivery, source, deps }, async (answer, records) => {
    const finding = findingOf(answer);
    const nothing = { finding, changes: [], issues: [], holding: [] };
    const refusal = refusalOf(answer, licences, source);
    if (refusal !== undefined || !('summary' in answer)) {
      return { ...nothing, refusal: refusal ?? '' };
    }
    const live = await store.listLive();
    const before = live.find(({ dataset }) => dataset === datasetIdOf(source));
    if (!before) return nothing;
    const files = [resource, ...companions];
    const known = await Promise.all(files.map((file) => store.putResource(file, now())));
    const fresh = files.filter((_, index) => known[index] === 'new');
    const fingerprint = fingerprintOf(delivery, source, deps.codeVersion);
    const gazetteerStamp = gazetteers.stamp();
    const given = { source, resource, fingerprint, gazetteerStamp };
    const row = await store.stageEdition(startOf(given), now());
    try {
      await store.describeEdition(row, draftOf(answer.summary, given));
      await startKeeping(row, store).finish(records, () => undefined);
      const holding = await crossOver(row, before, store);
      const comparison = (await store.findEdition(row))?.comparison;
      const changes = await store.listChanges(row, { limit: TOLD });
      const issues = (await store.listIssues(row, { limit: TOLD })).filter(({ code }) =>
        isGateCode(code),
      );
      return { finding, ...(comparison ? { comparison } : {}), changes, issues, holding };
    } finally {
      await store.dropEdition(row);
      for (const { sha256 } of fresh) await store.forgetResource(sha256);
    }
  });
}
