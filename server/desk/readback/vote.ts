import type { ReadingLook, VoteLook } from '#data/schema/closer.ts';
import type { CrsReading, Readback } from '#data/schema/desk-readback.ts';
import { grouped, many, plural } from '#data/words/figures.ts';
import { type DraftContext, placeOf, takenLayers } from '../draft/context.ts';
import { distanceText, sentence, windText } from '../words.ts';
import { degreesText, inPlace } from './whereabouts.ts';

const NAMES: Readonly<Record<string, string>> = {
  'EPSG:27700 xy': 'British National Grid, easting first',
  'EPSG:27700 yx': 'British National Grid, northing first',
  'EPSG:4326 xy': 'Longitude and latitude (WGS 84)',
  'EPSG:4326 yx': 'Latitude and longitude (WGS 84)',
  'EPSG:3857 xy': 'Web Mercator',
  'EPSG:29903 xy': 'Irish Grid',
};

/** How a reading is called by a person. */
export const readingName = ({ id, axis }: { readonly id: string; readonly axis: string }): string =>
  NAMES[`${id} ${axis}`] ?? `${id}, ${axis === 'xy' ? 'east' : 'north'} first`;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** The vote over the coordinates: every reading, where it would put the records, and why the winner won. */
export function voteOf(context: DraftContext): Readback['vote'] {
  const vote = takenLayers(context).find((layer) => layer.vote)?.vote;
  if (!vote) return undefined;
  const shown = vote.readings.filter((reading) => isWorthShowing(reading, vote));
  const { noun, area } = context;
  const note = noteOf(vote);
  return {
    title: `Where the points land: ${WORDS[shown.length] ?? shown.length} ways to read ${vote.from.replaceAll(', ', ' and ')}`,
    inside: `${sentence(plural(noun))} inside ${area}`,
    readings: shown.map((reading) => told(reading, vote, context)),
    ...(note === undefined ? {} : { note }),
  };
}

/** Latitude first is worth a line only where the figures could be degrees. */
const isWorthShowing = (reading: ReadingLook, vote: VoteLook): boolean =>
  isUsed(reading, vote) ||
  reading.located > 0 ||
  (reading.id === 'EPSG:4326' && reading.axis === 'xy');

const isUsed = ({ id, axis }: ReadingLook, { won }: VoteLook): boolean =>
  won?.id === id && won.axis === axis;

function told(reading: ReadingLook, vote: VoteLook, context: DraftContext): CrsReading {
  const { id, axis, inside, centre } = reading;
  const used = isUsed(reading, vote);
  return {
    id: `crs:${id}:${axis}`,
    ...{ crs: id, axis, title: readingName(reading), inside, of: vote.of, used },
    elsewhere: used ? restOf(context) : elsewhere(reading, context),
    ...(centre ? { centre: [...centre] } : {}),
  };
}

/** Records named one by one when there are few. */
const FEW = 3;

function restOf(context: DraftContext): string {
  const { astray, outside } = context.closer.falls;
  if (outside === 0) return 'None: all are inside';
  if (outside > FEW) return `${grouped(outside)} elsewhere`;
  return astray
    .slice(0, FEW)
    .map(({ at, line }) => `1 ${at ? inPlace(placeOf(context, at)) : 'nowhere'} (line ${line})`)
    .join(', ');
}

function elsewhere(
  { id, located, centre, inside, country }: ReadingLook,
  context: DraftContext,
): string {
  if (!centre) {
    return id === 'EPSG:4326' ? 'Nowhere: values are far above 180 degrees' : 'Nowhere on Earth';
  }
  if (inside > 0 && inside === located) return 'None: all are inside';
  const place = placeOf(context, centre);
  if (country === 0 || place.startsWith('near ')) {
    return `${sentence(place)}, ${degreesText(centre)}`;
  }
  const home = context.found.bounds;
  if (!home) return `${sentence(place)}, ${degreesText(centre)}`;
  const middle = [(home[0] + home[2]) / 2, (home[1] + home[3]) / 2] as const;
  const scale = Math.cos((middle[1] * Math.PI) / 180);
  const metres = Math.hypot((centre[0] - middle[0]) * scale, centre[1] - middle[1]) * 111_320;
  return `${many(located, context.noun)} about ${distanceText(metres)} ${windText(middle, centre)}, ${inPlace(place)}`;
}

function noteOf({ stated, won, confidence, isAmbiguous }: VoteLook): string | undefined {
  if (isAmbiguous) return 'The figures fit the area either way round. Say which column is which.';
  if (!stated) {
    return won
      ? `The file does not name its system. The figures speak for ${readingName(won)}, ${Math.round(confidence * 100)} % sure.`
      : undefined;
  }
  const agrees = stated.id === undefined || stated.id === won?.id;
  return agrees
    ? `The file says ${stated.by}. It agrees with the vote. We will record ${won?.id ?? 'it'}.`
    : `The file says ${stated.by}, and the figures do not: we read them as ${won ? readingName(won) : 'nothing'}.`;
}
