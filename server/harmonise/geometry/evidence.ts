import { findCrs } from '#data/geodesy/crs.ts';
import type { PositionSource, Reading } from './position-source.ts';
import { type Ballot, type Constituency, tallyOf } from './vote.ts';

const percent = (share: number): string =>
  share > 0.99 && share < 1 ? 'over 99 %' : `${Math.round(share * 100)} %`;

const ORDER = {
  geographic: { xy: 'longitude first', yx: 'latitude first' },
  projected: { xy: 'easting first', yx: 'northing first' },
} as const;

/** `OSGB36 / British National Grid (EPSG:27700), easting first`. */
export function describeReading({ id, axis }: Reading): string {
  const crs = findCrs(id);
  return crs ? `${crs.name} (${id}), ${ORDER[crs.kind][axis]}` : id;
}

/** Who stood in the vote over one source. */
export type Contest = {
  readonly source: PositionSource;
  readonly winner: Ballot;
  /** The winner's CRS with its axes exchanged. */
  readonly rival: Ballot | undefined;
  /** What was stated; undefined when nothing was. */
  readonly stated: Ballot | undefined;
};

/** The grounds of a decision, one sentence each, for a reader who is no surveyor. */
export function evidenceOf(contest: Contest, where: Constituency): readonly string[] {
  const { source, winner, rival, stated } = contest;
  const sentences: string[] = [];
  if (source.stated?.by) sentences.push(`The file says: ${source.stated.by}`);
  else if (source.unit) sentences.push(`The headings “${source.from}” say ${WORDS[source.unit]}`);
  const { share, name, level } = tallyOf(winner, where);
  const said = describeReading(winner.reading);
  sentences.push(`Read as ${said}, ${percent(share)} of positions fall in ${name}`);
  const shareOf = (ballot: Ballot) => tallyOf(ballot, where, level).share;
  if (rival && shareOf(rival) > 0) {
    sentences.push(`Read with the axes exchanged, ${percent(shareOf(rival))} do`);
  }
  if (stated && winner !== stated) {
    sentences.push(`Read as ${describeReading(stated.reading)}, ${percent(shareOf(stated))} do`);
  }
  return sentences;
}

const WORDS = { degrees: 'longitude and latitude', metres: 'easting and northing' } as const;
