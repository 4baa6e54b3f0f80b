import type { AreaSource } from '#data/schema/area.ts';
import { sayTest, sayWorth, whyOf } from '#data/siting/words.ts';
import { type AroundRow, aroundRows } from './around.ts';
import { mustsOf, prefersOf, type ToldMust, type ToldPrefer } from './criteria.ts';
import type { SiteReport, UsedDataset } from './report.ts';
import { NAMES, valueText } from './words.ts';

/** One value of a report with where it comes from: a line of the CSV, a feature of the GeoJSON. */
export type EvidenceRow = {
  readonly part: 'must' | 'prefer' | 'recorded' | 'power' | 'left-out';
  readonly title: string;
  /** Column as `what-text.ts` writes it, to find its line by. */
  readonly what?: string;
  readonly rule?: string;
  readonly value: string;
  /** Ends of the value as a number; an end that is open is absent. */
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
  readonly why?: string;
  readonly pointsLow?: number;
  readonly pointsHigh?: number;
  readonly weight?: number;
  readonly outcome?: string;
  readonly thing?: string;
  readonly thingTitle?: string;
  readonly thingAsOf?: string;
  /** Ids of its datasets. */
  readonly datasets: readonly string[];
  readonly synthetic: boolean;
};

/** Everything a report says as values; what may not leave is named, and left out. */
export function evidenceRows(report: SiteReport): EvidenceRow[] {
  const rows = [
    ...mustsOf(report).map((told) => mustRow(told, report)),
    ...prefersOf(report).map((told) => preferRow(told, report)),
    ...aroundRows(report).map(recordedRow),
    ...powerRows(report),
  ];
  const kept = new Map(
    report.used.filter(({ mayLeave }) => !mayLeave).map((each) => [each.id, each]),
  );
  const free = rows.filter(({ datasets }) => !datasets.some((id) => kept.has(id)));
  return [...free, ...[...kept.values()].map(leftOut)];
}

const leftOut = ({ id, title, licence }: UsedDataset): EvidenceRow => ({
  part: 'left-out',
  title,
  value: `Left out: its licence (${licence.title}) allows no copies. It may be seen in the report.`,
  datasets: [id],
  synthetic: false,
});

function mustRow(told: ToldMust, report: SiteReport): EvidenceRow {
  const { must, outcome } = told;
  return {
    part: 'must',
    title: must.title,
    rule: sayTest(must.what, must.test, NAMES),
    outcome,
    ...measuredOf(told, must, report),
  };
}

function preferRow(told: ToldPrefer, report: SiteReport): EvidenceRow {
  const { prefer, points, isTested } = told;
  const fine = (value: number): number => Number(value.toFixed(3));
  return {
    part: 'prefer',
    title: prefer.title,
    rule: sayWorth(prefer.what, prefer.worth, NAMES),
    outcome: isTested ? 'tested' : 'not-supplied',
    ...(isTested
      ? { pointsLow: fine(points.low), pointsHigh: fine(points.high), weight: fine(points.of) }
      : {}),
    ...measuredOf(told, prefer, report),
  };
}

type Measured = Omit<EvidenceRow, 'part' | 'title'>;

function measuredOf(
  { column, thing, synthetic }: ToldMust | ToldPrefer,
  { what }: ToldMust['must'] | ToldPrefer['prefer'],
  { measured, site, standing: { index } }: SiteReport,
): Measured {
  const value = valueText(column, index, what);
  if (!column) return { value, datasets: [], synthetic };
  const [low, high] = [column.low[index], column.high[index]];
  const sources = thing
    ? [thing.source]
    : what.kind === 'site' && site.source !== undefined
      ? [site.source]
      : column.sources;
  return {
    what: column.what,
    value,
    ...(typeof low === 'number' ? { low } : {}),
    ...(typeof high === 'number' ? { high } : {}),
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    why: column.state === 'not-supplied' ? 'not-supplied' : whyOf(column, index),
    ...(thing ? { thing: thing.id, thingTitle: thing.title } : {}),
    ...(thing?.asOf === undefined ? {} : { thingAsOf: thing.asOf }),
    datasets: sources.flatMap((number) => datasetOf(measured.sources[number])),
    synthetic,
  };
}

const datasetOf = (source: AreaSource | undefined): string[] => (source ? [source.dataset] : []);

const recordedRow = ({
  ring,
  what,
  state,
  finding,
  metres,
  feature,
  datasets,
  synthetic,
}: AroundRow): EvidenceRow => ({
  part: 'recorded',
  title: what,
  rule: ring,
  value: finding,
  outcome: state,
  ...(metres === undefined ? {} : { low: Math.round(metres), high: Math.round(metres), unit: 'm' }),
  ...(feature === undefined ? {} : { thing: feature }),
  datasets,
  synthetic,
});

function powerRows({ power, used }: SiteReport): EvidenceRow[] {
  return power.sources.flatMap((source) => {
    const { title, basis, dataset, asOf, synthetic } = source;
    const own = used.filter((each) => dataset === `${each.title}, edition ${each.edition}`);
    const figures: readonly (readonly [string, number | undefined, string])[] = [
      ['Demand headroom', source.demandMw, 'MW'],
      ['Demand headroom', source.demandMva, 'MVA'],
      ['Generation headroom', source.generationMw, 'MW'],
      ['Battery storage headroom', source.storageMw, 'MW'],
      ['Firm capacity', source.firmMva, 'MVA'],
      ['Peak demand', source.peakMva, 'MVA'],
      ['Distance, straight line', Math.round(source.metres), 'm'],
    ];
    return figures.flatMap(([name, value, unit]) =>
      value === undefined
        ? []
        : [
            {
              part: 'power' as const,
              title: name,
              rule: `${basis}; not a connection offer`,
              value: `${value} ${unit}`,
              ...{ low: value, high: value, unit, thingTitle: title },
              ...(asOf === undefined ? {} : { thingAsOf: asOf }),
              datasets: own.map(({ id }) => id),
              synthetic,
            },
          ],
    );
  });
}
