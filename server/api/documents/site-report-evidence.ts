import type { SiteEvidence } from '#data/schema/sites.ts';
import { csvHead, csvLine } from '#server/catalogue/csv-table.ts';
import { type EvidenceRow, evidenceRows } from '#server/pages/site-report/evidence.ts';
import type { SiteReport, UsedDataset } from '#server/pages/site-report/report.ts';

/** Columns of the CSV, in order; the GeoJSON names its properties alike. */
const COLUMNS = [
  ...(['part', 'title', 'rule', 'value', 'low', 'high', 'unit', 'why', 'outcome'] as const),
  ...(['points-low', 'points-high', 'weight', 'thing', 'thing-title', 'thing-as-of'] as const),
  ...(['dataset', 'publisher', 'edition', 'published', 'entered-to', 'licence'] as const),
  'attribution',
  'synthetic',
] as const;

type Cells = Readonly<Record<(typeof COLUMNS)[number], string | number | undefined>>;

/** One row as named cells: of several datasets each cell names them all. */
function cellsOf(row: EvidenceRow, used: ReadonlyMap<string, UsedDataset>): Cells {
  const datasets = [...new Set(row.datasets)].flatMap((id) => used.get(id) ?? []);
  const all = (say: (dataset: UsedDataset) => string): string | undefined =>
    datasets.length === 0 ? undefined : [...new Set(datasets.map(say))].join('; ');
  return {
    part: row.part,
    title: row.title,
    rule: row.rule,
    value: row.value,
    low: row.low,
    high: row.high,
    unit: row.unit,
    why: row.why,
    outcome: row.outcome,
    'points-low': row.pointsLow,
    'points-high': row.pointsHigh,
    weight: row.weight,
    thing: row.thing,
    'thing-title': row.thingTitle,
    'thing-as-of': row.thingAsOf,
    dataset: all(({ title }) => title),
    publisher: all(({ publisher }) => publisher),
    edition: all(({ edition }) => `${edition}`),
    published: all(({ published }) => published),
    'entered-to': all(({ dated }) => dated ?? 'undated'),
    licence: all(({ licence }) => licence.id),
    attribution: all(({ licence }) => licence.attribution),
    synthetic: row.synthetic || datasets.some(({ synthetic }) => synthetic) ? 'yes' : 'no',
  };
}

const usedById = ({ used }: SiteReport): ReadonlyMap<string, UsedDataset> =>
  new Map(used.map((each) => [each.id, each]));

/** The evidence as a table; RFC 4180, safe to open in a spreadsheet. */
export function evidenceCsv(report: SiteReport): string {
  const used = usedById(report);
  const lines = evidenceRows(report).map((row) => {
    const cells = cellsOf(row, used);
    return csvLine(COLUMNS.map((name) => cells[name]));
  });
  return csvHead(COLUMNS) + lines.join('');
}

/** The evidence as GeoJSON: the site, then a value a feature, each with the straight line it was measured along. */
export function evidenceGeoJson(report: SiteReport, { geometry, lines }: SiteEvidence): string {
  const used = usedById(report);
  const { site, asOf, addresses, credits, terms, measured } = report;
  const mayLeave = report.register?.mayLeave ?? true;
  const features = evidenceRows(report).map((row) => {
    const line =
      mayLeave && lines.find(({ what, thing }) => what === row.what && thing === row.thing);
    const cells = Object.entries(cellsOf(row, used)).filter(([, value]) => value !== undefined);
    return {
      type: 'Feature',
      geometry: line ? { type: 'LineString', coordinates: [line.from, line.to] } : null,
      properties: { ...Object.fromEntries(cells), synthetic: cells.some(isSynthetic) },
    };
  });
  const own = {
    type: 'Feature',
    id: site.key,
    geometry: mayLeave ? geometry : null,
    properties: {
      part: 'site',
      ...(mayLeave
        ? { title: site.title, 'area-ha': site.areaHa, 'area-basis': site.areaBasis }
        : {}),
      'score-low': Number(report.standing.low.toFixed(3)),
      'score-high': Number(report.standing.high.toFixed(3)),
      ...(report.standing.rank === undefined ? {} : { rank: report.standing.rank }),
      dataset: report.register?.title,
      synthetic: site.synthetic,
    },
  };
  const head = {
    type: 'FeatureCollection',
    title: mayLeave ? `Evidence of the site report: ${site.title}` : 'Evidence of a site report',
    'as-of': asOf,
    search: measured.search,
    report: addresses.self,
    synthetic: report.used.some(({ synthetic }) => synthetic),
    credits,
    terms: terms.reason,
    'not-a-connection-offer':
      'Headroom is a planning figure; only the network operator can make an offer.',
    features: [own, ...features],
  };
  return `${JSON.stringify(head, undefined, 1)}\n`;
}

const isSynthetic = ([name, value]: readonly [string, unknown]): boolean =>
  name === 'synthetic' && value === 'yes';
