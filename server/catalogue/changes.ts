import type { GazetteerUse } from '#data/schema/gazetteer.ts';
import type { CrsVerdict, Lock } from '#data/schema/harmonised.ts';

/** What reading one edition did to its file. */
export type ReadingFacts = {
  /** `EPSG:27700`; absent: it had no coordinates. */
  readonly crs?: string;
  /** Attribute → published columns. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Records left out because they could not be used. */
  readonly rejected: number;
  /** Records placed by a gazetteer. */
  readonly approximate: number;
};

/** Said where nothing is known of the reading: what ODIN does to every dataset. */
export const CHANGES = 'columns renamed to a common schema, positions converted to WGS 84';

/** Systems whose conversion is worth naming; what is in WGS 84 already is not converted. */
const CONVERSIONS: Readonly<Record<string, string>> = {
  'EPSG:27700': 'positions converted from British National Grid to WGS 84 with OSTN15',
  'EPSG:3857': 'positions converted from Web Mercator to degrees',
};

/**
 * What was changed in a dataset, for licences that ask that changes be stated: taken from its run, so that it is
 * true of this edition. Source: rule 7 of how licences combine (docs/licences.md).
 */
export function describeChanges({ crs, columns, rejected, approximate }: ReadingFacts): string {
  const renamed = Object.entries(columns).filter(([name, from]) => !from.includes(name)).length;
  const parts = [
    crs === undefined || crs === 'EPSG:4326'
      ? ''
      : (CONVERSIONS[crs] ?? `positions converted from ${crs} to WGS 84`),
    renamed > 0 ? `${counted(renamed, 'column')} renamed to a common schema` : '',
    approximate > 0 ? `${counted(approximate, 'record')} placed by postcode or UPRN` : '',
    rejected > 0 ? `${counted(rejected, 'record')} left out that could not be used` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : 'none to the values; the format only';
}

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The parts of an edition that tell how it was read. */
type ReadEdition = {
  readonly lock: readonly Pick<Lock, 'columns'>[];
  readonly report: {
    readonly crs?: CrsVerdict;
    readonly rejected: number;
    readonly gazetteers?: readonly Pick<GazetteerUse, 'placed'>[];
  };
};

/** What was changed in an edition, in words. */
export const changesIn = ({ lock, report }: ReadEdition): string =>
  describeChanges({
    ...(report.crs?.id ? { crs: report.crs.id } : {}),
    columns: Object.assign({}, ...lock.map(({ columns }) => columns)),
    rejected: report.rejected,
    approximate: (report.gazetteers ?? []).reduce((sum, { placed }) => sum + placed, 0),
  });
