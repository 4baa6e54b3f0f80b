import { ISSUE_REGISTER } from '#data/issues/register.ts';
import { page, table, WRITTEN } from './markdown.ts';

const GROUPS: Readonly<Record<string, string>> = {
  file: 'The file',
  text: 'The letters',
  table: 'The table',
  column: 'The columns',
  value: 'The values',
  crs: 'The coordinates',
  geom: 'The shapes',
  net: 'The network',
  id: 'The references',
  rel: 'References to other records',
  licence: 'The licence',
  meta: 'What is said about the dataset',
  version: 'Against the last edition',
  fetch: 'Collecting the file',
};

const SEVERITIES = table(
  ['Severity', 'Means'],
  [
    ['critical', 'Nothing can be read or published.'],
    ['error', 'A record or value is lost or unsafe.'],
    ['warning', 'Somebody should check it.'],
    ['notice', 'ODIN made a choice.'],
    ['info', 'ODIN did something and tells it.'],
  ],
);

const MENDERS: Readonly<Record<string, string>> = {
  publisher: 'Publisher',
  odin: 'ODIN',
  both: 'Either',
};

/** `docs/issues.md`: every code of the register, by group. */
export function issuesPage(): string {
  const codes = Object.entries(ISSUE_REGISTER);
  const groups = new Set(codes.map(([code]) => code.slice(0, code.indexOf('.'))));
  const order = Object.keys(GROUPS);
  const sorted = [...groups].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const sections = sorted.flatMap((group) => [
    `## ${GROUPS[group] ?? group}`,
    table(
      ['Code', 'Severity', 'Who mends it', 'What is wrong', 'What to do'],
      codes
        .filter(([code]) => code.startsWith(`${group}.`))
        .map(([code, { severity, mender, meaning, mend }]) => [
          `\`${code}\``,
          severity,
          MENDERS[mender] ?? mender,
          meaning,
          mend,
        ]),
    ),
  ]);
  return page([
    '# Issues',
    WRITTEN,
    `Everything ODIN can say about a file: ${codes.length} codes. An issue names the layer, line, column and value it is about; a few codes are more or less severe than their usual, by how much is affected.`,
    SEVERITIES,
    ...sections,
  ]);
}
