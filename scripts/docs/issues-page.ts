import { ISSUE_REGISTER, type IssueCode } from '#data/issues/register.ts';
import { RESERVED_CODES } from '#data/issues/reserved.ts';
import { ISSUE_EXAMPLES } from './examples/index.ts';
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
  publisher: 'the publisher, in the file',
  odin: 'whoever runs ODIN',
  both: 'nobody need; either may',
};

/** `docs/issues.md`: every code of the register, by group, with a section of its own whose anchor is the code. */
export function issuesPage(): string {
  const codes = Object.keys(ISSUE_REGISTER) as IssueCode[];
  const groupOf = (code: string): string => code.slice(0, code.indexOf('.'));
  const order = Object.keys(GROUPS);
  const sorted = [...new Set(codes.map(groupOf))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const sections = sorted.flatMap((group) => {
    const own = codes.filter((code) => groupOf(code) === group);
    return [`## ${GROUPS[group] ?? group}`, overview(own), ...own.map(section)];
  });
  return page([
    '# Issues',
    WRITTEN,
    `Everything ODIN can say about a file: ${codes.length} codes. An issue names the layer, line, column and value it is about; a few codes are more or less severe than their usual, by how much is affected. Faults of one kind are told once with their number.`,
    SEVERITIES,
    ...sections,
  ]);
}

const overview = (codes: readonly IssueCode[]): string =>
  table(
    ['Code', 'Severity', 'What is wrong'],
    codes.map((code) => {
      const { severity, meaning } = ISSUE_REGISTER[code];
      return [`[\`${code}\`](#${code})`, severity, meaning];
    }),
  );

function section(code: IssueCode): string {
  const { severity, mender, meaning, mend } = ISSUE_REGISTER[code];
  const example = ISSUE_EXAMPLES[code];
  const reserved = RESERVED_CODES.find(({ codes }) => codes.includes(code));
  const parts = [
    `<a id="${code}"></a>\n\n### \`${code}\``,
    `${meaning} *(${severity})*`,
    `**To mend it:** ${mend} **Who:** ${MENDERS[mender] ?? mender}.`,
    example === undefined ? '' : `**Example:** ${example[0]} → ${example[1]}`,
    reserved === undefined ? '' : `**Not given yet.** ${reserved.until}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
