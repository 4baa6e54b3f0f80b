import type { DownloadPlan } from '#data/schema/download.ts';
import type { Licence } from '#data/schema/licence.ts';
import { CHANGES } from '#server/catalogue/changes.ts';

/** When and from where a download was made. */
export type Made = {
  /** Whose map it came from: `https://map.example.org`. */
  readonly origin: string;
  /** The address that makes it again. */
  readonly address: string;
  readonly at: Date;
  /** What was asked for, in words: `View of 6.2 km round Sale`, `2 filters`. */
  readonly asked: readonly string[];
};

/** Licences by id. */
export type LicencesById = ReadonlyMap<string, Licence>;

/** Names of the obligations a reader of the file takes over, in plain words. */
const DUTIES: readonly [keyof Licence['obligations'], string][] = [
  ['attribution', 'print the credit below wherever the data is used'],
  ['indicateChanges', 'say what you changed'],
  ['shareAlike', 'publish a database made from it under the same licence'],
  ['nonCommercial', 'no commercial use'],
  ['noDerivatives', 'no adaptation'],
  ['expires', 'the permission may end'],
  ['limitedPurpose', 'only for the stated purpose'],
];

/**
 * `LICENCES.txt`: what a download holds, whose it is, and what may and must be done with it, licence by licence.
 *
 * Source: the obligations of the licences in the catalogue (docs/licences.md). Not legal advice.
 */
export function writeLicences(
  plan: DownloadPlan,
  { licences, made }: { readonly licences: LicencesById; readonly made: Made },
): string {
  return [
    'LICENCES AND CREDITS',
    '',
    `Taken from ${made.origin} on ${made.at.toISOString().slice(0, 10)}.`,
    ...made.asked.map((each) => `Asked for: ${each}.`),
    `Licence of the whole: ${plan.label}.`,
    plan.reason,
    ...plan.warnings,
    '',
    'PRINT THIS WHEREVER THE DATA IS USED',
    ...plan.credits.long,
    '',
    'WHAT WAS CHANGED',
    `ODIN harmonised every dataset: ${CHANGES}. Each feature names its dataset, edition and line.`,
    ...plan.licences.flatMap(({ id }) => licenceSection(plan, id, licences.get(id))),
    ...refusedSection(plan),
    '',
    'A guide, not legal advice: the licences’ own texts decide. Nobody named here endorses any use of the data.',
    '',
    `The same question again: ${made.address}`,
    '',
  ].join('\n');
}

function licenceSection(plan: DownloadPlan, id: string, licence: Licence | undefined): string[] {
  const title = licence?.title ?? id;
  const duties = DUTIES.filter(([name]) => licence?.obligations[name]).map(([, words]) => words);
  return [
    '',
    `${title.toUpperCase()} (${id})`,
    ...(licence?.url ? [licence.url] : []),
    ...(duties.length > 0 ? [`You must: ${duties.join('; ')}.`] : []),
    ...plan.layers.filter((layer) => layer.licence === id).flatMap(layerLines),
  ];
}

const layerLines = ({
  title,
  synthetic,
  features,
  crs,
  datasets,
}: DownloadPlan['layers'][number]) => [
  `- ${title}${synthetic ? ' (SYNTHETIC)' : ''}: ${features} ${features === 1 ? 'feature' : 'features'}, ${crs}`,
  ...datasets.flatMap((dataset) => [
    `  ${dataset.publisher}, “${dataset.title}”, edition ${dataset.edition} of ${dataset.publishedAt.slice(0, 10)}`,
    `  published file sha256 ${dataset.sha256}`,
    ...(dataset.attribution === '' ? [] : [`  Credit: ${dataset.attribution}`]),
    ...(dataset.changes === undefined ? [] : [`  Changed by ODIN: ${dataset.changes}`]),
  ]),
];

const refusedSection = ({ refused }: DownloadPlan): string[] =>
  refused.length === 0
    ? []
    : ['', 'ASKED FOR AND NOT HERE', ...refused.map(({ reason }) => `- ${reason}`)];

/** `licences.json`: the same for programs. */
export const writeLicencesJson = (plan: DownloadPlan, { at, address, asked }: Made): string =>
  `${JSON.stringify({ madeAt: at.toISOString(), address, asked, ...plan }, undefined, 2)}\n`;
