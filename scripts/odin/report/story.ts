import { findFeatureType } from '#data/features/index.ts';
import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import { formatName } from '#data/words/formats.ts';
import { systemName } from '#data/words/systems.ts';
import { count, plural } from '#server/pages/format.ts';
import { gatherIssues, type IssueGroup } from './issue-group.ts';

/** What a report document is made from: the JSON report, with counts in place of features. */
export type ReportFacts = Pick<Harmonised, 'file' | 'records' | 'rejected' | 'issues'> & {
  readonly format?: string | null | undefined;
  readonly encoding?: string | null | undefined;
  readonly licence?: string | null | undefined;
  readonly featureType: string;
  readonly features: number;
  readonly unplaced: number;
  readonly crs?: { readonly id?: string } | null | undefined;
  readonly layers: readonly { readonly name: string }[];
};

/** A report as it is told to a person; every way of writing it says the same. */
export type Story = {
  readonly title: string;
  /** One sentence: may it be published? */
  readonly verdict: string;
  readonly tone: 'good' | 'warn' | 'bad';
  /** What the file is, a fact each. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly sections: readonly {
    readonly title: string;
    readonly lead: string;
    readonly groups: readonly IssueGroup[];
  }[];
  /** What to type next. */
  readonly next: string;
};

/** Tell a report. */
export function tellStory(report: ReportFacts): Story {
  const groups = gatherIssues(report.issues, { manyLayers: report.layers.length > 1 });
  const stops = groups.filter(isStop);
  const errors = groups.filter((group) => group.severity === 'error' && !isStop(group));
  const warnings = groups.filter(({ severity }) => severity === 'warning');
  const done = groups.filter(({ severity }) => severity === 'notice' || severity === 'info');
  const sections = [
    {
      title: 'What stops publication',
      lead: 'Until these are mended the data stays a draft.',
      groups: stops,
    },
    {
      title: 'What is lost or wrong',
      lead: 'The rest can be published; these records or values are left out or unsafe until they are mended.',
      groups: errors,
    },
    {
      title: 'What to check',
      lead: 'Read and kept; somebody who knows the data should look.',
      groups: warnings,
    },
    {
      title: 'What ODIN chose and did',
      lead: 'Nothing need be done unless a choice is wrong.',
      groups: done,
    },
  ];
  return {
    title: `Report on ${report.file}`,
    ...verdictOf(report, stops, errors.length + warnings.length),
    facts: factsOf(report),
    sections: sections.filter((section) => section.groups.length > 0),
    next: nextOf(report),
  };
}

const isStop = ({ severity, code }: Pick<Issue, 'severity' | 'code'>): boolean =>
  severity === 'critical' || (severity === 'error' && code === 'value.personal-data-suspected');

function verdictOf(
  { format, features, records, featureType, layers }: ReportFacts,
  stops: readonly IssueGroup[],
  others: number,
): Pick<Story, 'verdict' | 'tone'> {
  if (!format || layers.length === 0) {
    return {
      verdict: 'The file could not be read, so nothing of it can be published.',
      tone: 'bad',
    };
  }
  if (records === 0) return { verdict: 'The file holds no records.', tone: 'bad' };
  if (features === 0) {
    return {
      verdict: `None of its ${plural(records, 'record')} could be put on the map.`,
      tone: 'bad',
    };
  }
  if (stops.length > 0) {
    return {
      verdict: `It was read, and ${plural(stops.length, 'thing')} must be settled before it can be published.`,
      tone: 'bad',
    };
  }
  if (featureType === 'unclassified') {
    return {
      verdict: 'It was read; say what kind of things it holds, and it can be published.',
      tone: 'warn',
    };
  }
  return others > 0
    ? { verdict: 'It can be published; some things in it should be mended.', tone: 'warn' }
    : { verdict: 'It can be published.', tone: 'good' };
}

function factsOf(report: ReportFacts): Story['facts'] {
  const { records, features, unplaced, rejected, layers } = report;
  const facts: (readonly [string, string])[] = [['File', `${report.file} (${formOf(report)})`]];
  if (layers.length > 1) {
    facts.push(['Holds', `${count(layers.length)} layers or sheets`]);
  }
  if (layers.length === 0) return facts;
  facts.push(['Records', plural(records, 'record')]);
  facts.push(['On the map', `${count(features)} of ${count(records)}`]);
  if (unplaced > 0)
    facts.push(['Without a position', `${plural(unplaced, 'record')}, kept and listed`]);
  if (rejected > 0) facts.push(['Not usable', plural(rejected, 'record')]);
  facts.push(['Looks like', kindOf(report.featureType)]);
  facts.push(['Coordinates', crsName(report.crs?.id)]);
  facts.push(['Licence', report.licence ?? 'not stated']);
  return facts;
}

const formOf = ({ format, encoding }: ReportFacts): string => {
  if (!format) return 'not readable';
  const name = formatName(format);
  return encoding && format === 'csv' ? `${name}, ${encoding}` : name;
};

const kindOf = (id: string): string =>
  findFeatureType(id)?.plural.toLowerCase() ?? 'nothing ODIN could tell (kept as unclassified)';

const crsName = (id: string | undefined): string =>
  id === undefined ? 'none found' : systemName(id);

function nextOf({ file, format, licence, featureType, records, issues }: ReportFacts): string {
  const name = /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  const again = `npx odin harmonise ${name}`;
  if (!format || records === 0) return `Mend the file as said, then: ${again}`;
  const options = [
    licence ? '' : ' --licence "OGL v3.0"',
    featureType === 'unclassified' ? ' --type THEME/TYPE' : '',
  ].join('');
  if (options !== '') return `Say what is missing: ${again}${options}`;
  return issues.some(isStop)
    ? `Mend what stops publication, then: ${again}`
    : `npx odin publish ${name} --source DESCRIPTOR.json --preview`;
}

/** What the register says of a code: its meaning and what to do. */
export function registerWords(code: string): string {
  const kind = Object.entries(ISSUE_REGISTER).find(([known]) => known === code)?.[1];
  return kind === undefined ? '' : `${kind.meaning} ${kind.mend}`;
}
