import { agreementOf } from './compare.ts';
import judgements from './judgements.json' with { type: 'json' };
import type { Listed } from './manifest.ts';
import type { OdinRun, Report } from './run-odin.ts';

/** A person's word on the outcome of one file, and why it rightly differs from the manifest where it does. */
type Judgement = { readonly says: string; readonly records?: string; readonly extent?: string };

const JUDGEMENTS: ReadonlyMap<string, Judgement> = new Map(Object.entries(judgements));

/** One file, run and judged. */
export type Judged = {
  readonly listed: Listed;
  readonly report: Report;
  readonly seconds: number;
  /** `Records and extent equal.`, or what differs and why; then the judgement. */
  readonly words: string;
  /** What nobody has explained yet; empty when the outcome is as it should be. */
  readonly faults: readonly string[];
};

/** A run that left no report: always a fault of ours. */
export type Failed = { readonly listed: Listed; readonly faults: readonly string[] };

/** Hold a run against the manifest and the written judgements. */
export function judge(listed: Listed, run: OdinRun): Judged | Failed {
  const { report, seconds } = run;
  if (report === undefined) {
    return { listed, faults: [`no report (exit ${run.exitCode}): ${run.complaint.trim()}`] };
  }
  const judgement = JUDGEMENTS.get(listed.file);
  const same = agreementOf(listed, {
    records: report.records,
    bounds: report.bbox ?? undefined,
  });
  const parts = [
    { what: 'records', isEqual: same.records, why: judgement?.records },
    { what: 'extent', isEqual: same.extent, why: judgement?.extent },
  ];
  const faults = [
    ...faultsOfRun(run, report),
    ...(judgement === undefined ? ['nobody has judged it'] : []),
    ...parts.flatMap(({ what, isEqual, why }) =>
      isEqual === (why === undefined)
        ? []
        : [isEqual ? `the ${what} are equal now, yet explained` : `the ${what} differ unexplained`],
    ),
  ];
  return { listed, report, seconds, words: wordsOf(listed, parts, judgement), faults };
}

/** What must hold of every run. */
function faultsOfRun({ exitCode, complaint }: OdinRun, report: Report): readonly string[] {
  const { records, features, unplaced, rejected } = report;
  return [
    ...(exitCode === 0 ? [] : [`exit ${exitCode}`]),
    ...(complaint === '' ? [] : [`it complained: ${complaint.trim()}`]),
    ...(records === features + unplaced + rejected
      ? []
      : [`${records} records are not ${features} + ${unplaced} + ${rejected}`]),
  ];
}

type Part = { readonly what: string; readonly isEqual: boolean; readonly why: string | undefined };

function wordsOf(
  { bounds }: Listed,
  parts: readonly Part[],
  judgement: Judgement | undefined,
): string {
  const equal = parts
    .filter(({ what, isEqual }) => isEqual && (what === 'records' || bounds !== undefined))
    .map(({ what }) => what);
  const first = equal.length === 0 ? [] : [`${capital(equal.join(' and '))} equal.`];
  const differing = parts
    .filter(({ isEqual }) => !isEqual)
    .map(({ what, why }) => `${capital(what)} differ: ${why ?? 'unexplained.'}`);
  return [...first, ...differing, judgement?.says ?? 'Not judged.'].join(' ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
