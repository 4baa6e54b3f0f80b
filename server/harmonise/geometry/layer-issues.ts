import { findCrs } from '#data/geodesy/crs.ts';
import { issue } from '#data/issues/issue.ts';
import type { IssueCode } from '#data/issues/register.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Issue, Severity } from '#data/schema/issue.ts';
import { usualOffsetM } from './choose-lanes.ts';
import { CONFLICT_M } from './cross-check.ts';
import type { LayerSlip } from './decision.ts';
import { describeReading } from './evidence.ts';
import type { Lane } from './lane.ts';
import type { LocatorLayer } from './locator.ts';
import type { CrsColumn } from './statement.ts';
import type { Constituency } from './vote.ts';

/** A layer whose figures stand for this much or more is rough as a whole, metres. */
const ROUGH_LAYER_M = 100;
/** Degrees on OSGB36 taken for WGS 84 lie about 100 m off; Helmert costs 2 to 5 m. */
const OSGB36_DEGREES_M = [60, 160] as const;

/** What the layer's findings are drawn from. */
export type LayerCase = {
  readonly layer: LocatorLayer;
  readonly lanes: readonly Lane[];
  readonly where: Constituency;
  readonly sample: readonly RawRecord[];
  readonly crsColumn?: CrsColumn | undefined;
};

type Note = (code: IssueCode, message: string, severity?: Severity) => Issue;

/** Everything worth saying about the layer as a whole; single records are `place`'s matter. */
export function layerIssues(matter: LayerCase): readonly Issue[] {
  const { layer, lanes } = matter;
  const note: Note = (code, message, severity) =>
    issue(code, { layer: layer.name, ...(severity && { severity }) }, message);
  const [lead, second] = lanes;
  if (!lead) {
    return [note('geom.missing', 'The layer has no positions: its records are kept without one')];
  }
  return [
    ...chosenIssues(lanes, note),
    ...crsIssues(lead, layer, note),
    ...columnIssues(lead, matter.crsColumn, note),
    ...areaIssues(lead, matter.where, note),
    ...roughIssues(lead, note),
    ...sameIssues(lead, note),
    ...(second ? offsetIssues(matter, lead, second, note) : []),
  ];
}

function chosenIssues(lanes: readonly Lane[], note: Note): Issue[] {
  const [lead, ...others] = lanes.map(({ source }) => source.from);
  if (others.length === 0) return [];
  return [
    note(
      'column.geometry-chosen',
      `Positions are read from ${lead} and checked against ${others.join('; ')}`,
    ),
  ];
}

function crsIssues(lane: Lane, layer: LocatorLayer, note: Note): Issue[] {
  const { source, decision } = lane;
  const { reading, ambiguous, overruled } = decision;
  if (!reading) return [unreadable(lane, note)];
  const said = describeReading(reading);
  const issues = [howTold(lane, said, note)];
  if (decision.unit) {
    const message = `“${source.from}” is written in ${decision.unit.name}; converted, the positions are in place`;
    issues.push(note('crs.unit-converted', message));
  }
  if (source.fullTurn) {
    const message = `“${source.from}” counts longitudes from 0 to 360; those beyond 180 are read as west of Greenwich`;
    issues.push(note('crs.unit-converted', message, 'info'));
  }
  if (decision.mixed) issues.push(note('crs.mixed-within-file', decision.evidence.join('. ')));
  if (source.kind === 'native' && source.stated?.id === undefined)
    issues.push(missing(layer, note));
  if (ambiguous) {
    issues.push(
      note(
        'crs.axes-ambiguous',
        decision.other ? otherOf(said, decision.other) : ambiguityOf(said, source.unit),
        severityOf(source.unit),
      ),
    );
  }
  if (source.kind === 'native' && reading.axis === 'yx' && !overruled) {
    const message = `The CRS as named puts the second axis first; read as ${said}`;
    issues.push(note('crs.axes-from-definition', message));
  }
  if (findCrs(reading.id)?.method === 'OSTN15') {
    issues.push(note('crs.transform-grid-used', 'Brought to WGS 84 by OSTN15, to the millimetre'));
  }
  return issues;
}

/** A column that names another CRS than the positions are in; where it overruled nothing it was not heard. */
function columnIssues(
  { source, decision }: Lane,
  crsColumn: CrsColumn | undefined,
  note: Note,
): Issue[] {
  const { reading, overruled, mixed } = decision;
  const usual = crsColumn?.usual;
  if (!usual || !reading || overruled || mixed || source.kind === 'native') return [];
  const methods = [usual.id, reading.id].map((id) => findCrs(id)?.method);
  // ETRS89 and WGS 84 are the same on this map
  if (usual.id === reading.id || methods.every((method) => method === 'none')) return [];
  const [said, as] = [`“${usual.text}” in “${crsColumn.name}”`, describeReading(reading)];
  const degrees = usual.id === 'EPSG:27700' && findCrs(reading.id)?.kind === 'geographic';
  const datum = degrees ? '. If the degrees are on OSGB36, the positions are about 100 m off' : '';
  return [note('crs.conflict', `${said} is wrong of ${source.from}: read as ${as}${datum}`)];
}

function unreadable({ source, decision }: Lane, note: Note): Issue {
  const why = decision.evidence.join('. ');
  const id = source.stated?.id;
  return id !== undefined && !findCrs(id)
    ? note('crs.unsupported', `${why}. Publish in EPSG:27700 or EPSG:4326`)
    : note(
        'crs.missing',
        `The CRS is not stated and cannot be told from the figures. ${why}`,
        'error',
      );
}

function howTold({ source, decision }: Lane, said: string, note: Note): Issue {
  const why = decision.evidence.join('. ');
  if (decision.overruled === 'crs') {
    return note('crs.conflict', `The positions are in ${said}, not as stated. ${why}`);
  }
  if (decision.overruled === 'axes') {
    const message = `All positions have their axes exchanged; read as ${said}. ${why}`;
    return note('crs.axes-swapped-fixed', message);
  }
  const code = source.stated?.id === undefined ? 'crs.detected' : 'crs.declared';
  return note(code, `Positions are in ${said}. ${why}`);
}

const missing = (layer: LocatorLayer, note: Note): Issue =>
  note(
    'crs.missing',
    layer.crs === undefined
      ? 'The file does not state its CRS; put a .prj or CRS element with it'
      : `What the file says of its CRS is not understood: ${layer.crs.text.slice(0, 120)}`,
  );

const ambiguityOf = (said: string, unit: 'degrees' | 'metres' | undefined): string =>
  `Read as ${said}${unit ? ', as the headings say' : ''}; with the axes exchanged the positions would fall in the area as well. Confirm the order of the axes, or name the publisher`;

const otherOf = (said: string, other: string): string =>
  `Read as ${said}. ${other}, and nothing in the file tells which is meant. Confirm the coordinate system, or name the publisher`;

/** Headings that say easting and northing are good evidence; a bare order of figures is none. */
const severityOf = (unit: 'degrees' | 'metres' | undefined): Severity =>
  unit === 'metres' ? 'warning' : 'error';

function areaIssues(lane: Lane, { area }: Constituency, note: Note): Issue[] {
  const { decision } = lane;
  if (decision.abroad) return [abroadIssue(lane, note)];
  if (decision.reading && decision.countryShare < 0.5) {
    const message = 'Most positions are outside the United Kingdom and its seas';
    return [note('crs.out-of-country', message)];
  }
  if (decision.slip) return [slipIssue(lane, decision.slip, note)];
  const share = decision.areaShare;
  if (!area || share === undefined || share >= 0.5) return [];
  const percent = Math.round(share * 100);
  return [
    note(
      'crs.out-of-provider-area',
      `Only ${percent} % of positions fall in ${area.name}: is the publisher right?`,
      share < 0.2 ? 'error' : 'warning',
    ),
  ];
}

/** One judgement for the layer: where its positions lie, and that they are drawn there. */
function abroadIssue({ sample, decision }: Lane, note: Note): Issue {
  const said = describeReading(decision.reading ?? { id: 'EPSG:4326', axis: 'xy' });
  const count = sample.length / 2;
  const away = Math.round((1 - decision.countryShare) * count);
  const first = `${sample[0]}, ${sample[1]}`;
  const message = `${away === count ? 'All' : `${away} of ${count}`} positions looked at are outside the United Kingdom and its seas, read as ${said}; the first is ${first}. They are drawn where the file puts them. Is this the file that was meant?`;
  return note('crs.out-of-country', message, 'warning');
}

/** What all positions lack, with the first as it was probably meant. */
function slipIssue({ sample, decision }: Lane, slip: LayerSlip, note: Note): Issue {
  const [a = 0, b = 0] = sample;
  const [x, y] = decision.reading?.axis === 'yx' ? [b, a] : [a, b];
  const proposal = slip.mend(x, y).join(', ');
  const message = `${slip.seen}: with it the positions would be in place, the first at ${proposal} and not at ${x}, ${y}. Not changed and not drawn; correct them in the file`;
  return { ...note('crs.digit-lost', message), value: `${x}, ${y}`, proposal };
}

/** True when the layer as a whole is rough. */
export const isRoughLane = ({ resolutionM }: Lane): boolean => resolutionM >= ROUGH_LAYER_M;

function roughIssues(lane: Lane, note: Note): Issue[] {
  if (!isRoughLane(lane)) return [];
  const metres = Math.round(lane.resolutionM);
  return [
    note(
      'crs.low-precision-coordinates',
      `Positions are written to about ${metres} m; publish them to a metre`,
    ),
  ];
}

/** Fewer records at one place are no sign of a placeholder. */
const LEAST_SAME = 3;

function sameIssues({ sample, shapes }: Lane, note: Note): Issue[] {
  const count = sample.length / 2;
  if (count < LEAST_SAME || !shapes.has('point') || shapes.size > 1) return [];
  const places = new Map<string, number>();
  for (let i = 0; i < sample.length; i += 2) {
    const place = `${sample[i]}, ${sample[i + 1]}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const [place = '', most = 0] = [...places].sort((a, b) => b[1] - a[1])[0] ?? [];
  const suspicious = most === count || (most >= 10 && most >= count / 2);
  if (!suspicious) return [];
  const message = `${most} of ${count} records stand at ${place}: a placeholder such as the town hall?`;
  return [note('geom.rectangle-or-placeholder', message)];
}

function offsetIssues(matter: LayerCase, lead: Lane, second: Lane, note: Note): Issue[] {
  const offsetM = usualOffsetM(lead, second, matter.sample, matter.where);
  if (offsetM === undefined || offsetM <= CONFLICT_M) return [];
  const [low, high] = OSGB36_DEGREES_M;
  const datum = offsetM >= low && offsetM <= high ? ': degrees on OSGB36 taken for WGS 84?' : '';
  const both = `${lead.source.from} and ${second.source.from}`;
  return [
    note('crs.datum-suspect', `${both} lie ${Math.round(offsetM)} m apart throughout${datum}`),
  ];
}
