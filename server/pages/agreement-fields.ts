import type { Agreement, AgreementTerms } from '#data/schema/agreement.ts';
import { PRECISION_WORDS } from '#server/access/words.ts';
import { day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { facts } from './signs.ts';

/** One field of an agreement as a form asks for it and a page shows it. */
type TermField = {
  readonly name: keyof AgreementTerms;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'lines' | 'day';
  readonly hint?: string;
  readonly isOptional?: true;
};

/**
 * Fields of an agreement in the order of the government's register of information sharing agreements (Digital Economy
 * Act 2017): with its id they are its 18.
 */
export const TERM_FIELDS: readonly TermField[] = [
  { name: 'name', label: 'Name of the agreement', kind: 'line' },
  {
    name: 'purpose',
    label: 'Purpose',
    kind: 'line',
    hint: 'What the data may be used for, and nothing else. Whoever reads it chooses these words.',
  },
  { name: 'benefits', label: 'Benefits', kind: 'text' },
  { name: 'legalPower', label: 'Legal power for the disclosure', kind: 'text' },
  { name: 'disclosed', label: 'What is disclosed', kind: 'text' },
  { name: 'controllers', label: 'Controllers', kind: 'lines', hint: 'Organisations, one a line.' },
  {
    name: 'controllerNames',
    label: 'Names of the controllers',
    kind: 'lines',
    hint: 'Who answers for it there, one a line.',
    isOptional: true,
  },
  { name: 'method', label: 'How it is shared', kind: 'text' },
  { name: 'processors', label: 'Processors', kind: 'lines', isOptional: true },
  { name: 'processorNames', label: 'Names of the processors', kind: 'lines', isOptional: true },
  {
    name: 'retention',
    label: 'Retention period',
    kind: 'line',
    hint: 'How long those who receive it keep it, as P1Y (a year) or P6M (six months).',
  },
  { name: 'start', label: 'First day', kind: 'day' },
  { name: 'end', label: 'Last day', kind: 'day', hint: 'From the next day on it gives nothing.' },
  { name: 'review', label: 'Day of review', kind: 'day' },
  { name: 'contact', label: 'Contact', kind: 'line' },
  {
    name: 'areas',
    label: 'Areas',
    kind: 'lines',
    hint: 'GSS codes, as E08000009, one a line.',
    isOptional: true,
  },
  { name: 'areaNames', label: 'Names of the areas', kind: 'lines', isOptional: true },
];

/** What an agreement says, every field of it. */
export const agreementFacts = (
  { id, precision, grantees, terms, revoked }: Agreement,
  names: ReadonlyMap<string, string>,
): Html =>
  facts([
    ['Id', html`<code>${id}</code>`],
    ['Shared with', grantees.map((each) => names.get(each) ?? each).join(', ')],
    ['How exactly', PRECISION_WORDS[precision]],
    ...TERM_FIELDS.map(({ name, label, kind }) => [label, textOf(terms[name], kind)] as const),
    ['Revoked', revoked && `${day(revoked.at)} by ${revoked.by}. ${revoked.why}`],
  ]);

function textOf(value: string | readonly string[], kind: TermField['kind']): string {
  if (typeof value !== 'string') return value.join(', ');
  return kind === 'day' ? day(`${value}T12:00:00Z`) : durationOf(value);
}

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** `P1Y6M` as people say it; any other text as it is. */
function durationOf(text: string): string {
  if (!/^P(?:\d+[YMWD])+$/.test(text)) return text;
  return [...text.matchAll(/(\d+)([YMWD])/g)]
    .map(([, number = '', unit = '']) => plural(Number(number), UNITS[unit] ?? unit))
    .join(' and ');
}
