import { SEVERITIES } from '#data/schema/issue.ts';
import { page, table } from '../docs/markdown.ts';
import type { Judged } from './judge.ts';
import { issueCounts } from './run-odin.ts';

const HEADINGS = [
  'File',
  'Format',
  'Records',
  'Features',
  'Unplaced',
  'Rejected',
  'CRS',
  'Type',
  'Issues',
  'Seconds',
];

/** Whole seconds a run may take to be written with the smaller figure. */
const BANDS = [1, 2, 5, 10, 30, 60];

/** The page `docs/corpus.md`: one row a file and, under the table, one line of judgement a file. */
export function corpusPage(runs: readonly Judged[]): string {
  const all = (count: (run: Judged) => number): string =>
    runs.reduce((sum, run) => sum + count(run), 0).toLocaleString('en-GB');
  const equal = runs.filter(({ words }) => words.startsWith('Records and extent equal.'));
  const placeable = runs.filter(({ listed }) => listed.bounds !== undefined);
  return page([
    '# The corpus',
    '*Written by `npm run corpus`; the judgements stand in `scripts/corpus/judgements.json`.*',
    `${runs.length} real files of councils, utilities and agencies, each through \`odin harmonise\` as a user runs it, without an option and in a process of its own: ${all(({ report }) => report.records)} records, of which ${all(({ report }) => report.features)} are on the map, ${all(({ report }) => report.unplaced)} are kept without a position and ${all(({ report }) => report.rejected)} are rejected. The files stand beside the project and are no part of it.`,
    `Records and extents are held against those GDAL found, the extents to a millionth of a degree. Of the ${placeable.length} files with coordinates ${equal.length} are equal in both; each of the others says why it rightly is not.`,
    `“Issues” counts findings by severity: ${SEVERITIES.join(' / ')}. Almost every file has one that is critical: it does not state its licence, so it could be read but not published. “Seconds” is the processor time of the whole command, program start included, as the band it falls in: it does not hang on what else the machine does, and the page changes only when an outcome does.`,
    table(HEADINGS, runs.map(rowOf)),
    '## File by file',
    runs.map(({ listed, words }) => `- **${listed.file}** — ${words}`).join('\n'),
  ]);
}

function rowOf({ listed, report, seconds }: Judged): readonly string[] {
  const { records, features, unplaced, rejected } = report;
  return [
    listed.file,
    report.format ?? '–',
    ...[records, features, unplaced, rejected].map(String),
    report.crs?.id ?? '–',
    report.featureType,
    issueCounts(report.issues),
    `≤ ${BANDS.find((band) => seconds <= band) ?? Math.ceil(seconds)}`,
  ];
}
