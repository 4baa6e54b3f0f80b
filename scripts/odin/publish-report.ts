import type { Issue } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';
import { count, plural } from '#server/pages/format.ts';
import type { Finding } from '#server/publishing/publish.ts';
import type { SourceOutcome } from '#server/sources.ts';

/**
 * One line of the console about one source: `✓ Bolton · libraries.csv  CSV, windows-1252 · 14 records → 14 features
 * · 2 issues`. Undefined for one that has not changed.
 */
export function outcomeLine(outcome: SourceOutcome): string | undefined {
  const { source } = outcome;
  const nameWith = (file: string) => [source.title, file].filter(Boolean).join(' · ');
  const name = nameWith(source.file?.split('/').at(-1) ?? '');
  if ('missing' in outcome) return `✗ ${name}  not found in data/samples`;
  const { outcome: published } = outcome;
  if (published.status === 'unchanged') return undefined;
  if (published.status === 'refused') {
    return `✗ ${name}  kept as a draft: ${published.reason}${worst(published.finding.issues)}`;
  }
  if (published.status === 'held') {
    const { edition, reason } = published;
    return `✗ ${nameWith(edition.report.fileName)}  held as edition ${edition.number}, the live one stays: ${reason}`;
  }
  const { report, issueCounts } = published.edition;
  const form = [report.format, report.encoding].filter(Boolean).join(', ');
  const issues = Object.values(issueCounts).reduce((sum, count) => sum + count, 0);
  const counts = `${plural(report.records, 'record')} → ${plural(report.features, 'feature')}`;
  const lost = [
    report.unplaced > 0 ? `${count(report.unplaced)} without a position` : '',
    report.rejected > 0 ? `${count(report.rejected)} not usable` : '',
  ];
  return [`✓ ${nameWith(report.fileName)}  ${form}`, counts, ...lost, plural(issues, 'issue')]
    .filter(Boolean)
    .join(' · ');
}

/**
 * How many sources there were, and how long it took.
 *
 * @param lines what `outcomeLine` gave for each
 */
export function summaryLine(lines: readonly (string | undefined)[], ms: number): string {
  const unchanged = lines.filter((line) => line === undefined).length;
  const refused = lines.filter((line) => line?.startsWith('✗')).length;
  const parts = [
    `${plural(lines.length, 'dataset')}`,
    unchanged > 0 ? `${unchanged} unchanged` : '',
    refused > 0 ? `${refused} not published` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}, ready in ${(ms / 1_000).toFixed(1)} s`;
}

/** What a preview found, for the console. */
export function previewLines(
  source: Source,
  { format, encoding, records = 0, features = 0, unplaced = 0, rejected = 0, issues }: Finding,
  refusal: string | undefined,
): string[] {
  const form = [format ?? 'unreadable', encoding].filter(Boolean).join(', ');
  const lost = `${unplaced} without a position, ${rejected} not usable`;
  return [
    `${source.title}  ${form} · ${plural(records, 'record')} → ${plural(features, 'feature')}, ${lost}`,
    ...issues.map(({ severity, code, line, column, message }) => {
      const where = [line === undefined ? '' : `line ${line}`, column ?? ''].filter(Boolean);
      return `  ${severity}  ${code}${where.length > 0 ? ` (${where.join(', ')})` : ''}: ${message}`;
    }),
    refusal === undefined ? 'It may be published.' : `It would stay a draft: ${refusal}`,
  ];
}

function worst(issues: readonly Issue[]): string {
  const found = issues.find(({ severity }) => severity === 'critical') ?? issues[0];
  return found ? ` (${found.code})` : '';
}
