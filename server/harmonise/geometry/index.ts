/**
 * Positions, in whatever form a layer has them, to geometry in WGS 84.
 *
 * Where positions stand is found from the format, the headings and the values; in which CRS and
 * axis order they are to be read is decided by where they land: in the publisher's own districts
 * when it is known, else among all districts, else in the country. Every record is judged again
 * for itself, so that one swapped row or lost digit among thousands is seen.
 */
import { issue } from '#data/issues/issue.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { findArea } from './area.ts';
import { chooseLanes, usualOffsetM } from './choose-lanes.ts'; // which lane leads, which check it
import { CONFLICT_M } from './cross-check.ts';
import { findSources } from './find-sources.ts'; //              layer → places where positions stand
import { withAddresses } from './gazetteer-locator.ts'; //        no coordinates → UPRN, postcode
import { type Lane, openLane } from './lane.ts'; //              place → sample, decided by vote
import { isRoughLane, layerIssues } from './layer-issues.ts'; // what is wrong with the layer as a whole
import type { Locator, LocatorContext, LocatorHints, LocatorLayer } from './locator.ts';
import { lookAtVote, sentBy } from './look.ts'; //               how every reading fares
import { openPlacing } from './place.ts'; //                     record → placed or unplaced
import { findCrsColumn } from './statement.ts';
import { gatherClaims } from './testimony.ts';
import { judgeThreeWords } from './three-words.ts';
import { verdictOf } from './verdict.ts';
import type { Constituency } from './vote.ts';

/** Records looked at for the vote: taken evenly from the whole layer. */
const SAMPLE = 2_000;

/**
 * Decide how the records of a layer are put on the map.
 *
 * @param layer its name, columns and declared CRS
 * @param records all records of the layer, or an even sample of them; beyond 2,000 they are thinned
 * @param context the deployment's OSTN15 grid and districts; keep the same value between calls
 * @param hints what the descriptor says and who publishes; the publisher's `districts` are the area
 * the vote is held in, none (or codes the deployment does not know) means no area
 * @returns the verdict, findings about the layer, and `place` for each record; never throws for
 * bad data
 */
export function buildLocator(
  layer: LocatorLayer,
  records: readonly RawRecord[],
  context: LocatorContext,
  hints: LocatorHints = {},
): Locator {
  const sample = thin(records);
  const codes = hints.publisher?.districts;
  const where = {
    grid: context.grid,
    area: codes && codes.length > 0 ? findArea(context.districts, codes) : undefined,
    districts: findArea(context.districts),
  };
  const crsColumn = findCrsColumn(layer, sample);
  const claims = gatherClaims(layer, sample, hints);
  const lanes = findSources(layer, sample, hints)
    .map((source) => openLane(source, { sample, where, crsColumn, hints, claims }))
    .filter((lane): lane is Lane => lane !== undefined);
  const chosen = chooseLanes(lanes, sample, where, hints);
  const [lead] = chosen;
  const used = chosen.flatMap(({ source }) => source.columns);
  if (lead && crsColumn) used.push(crsColumn.name);
  const located: Locator = {
    verdict: verdictOf(lead?.decision),
    issues: [
      ...missingColumns(layer, hints),
      ...(lead
        ? layerIssues({ layer, lanes: chosen, where, sample, crsColumn })
        : judgeThreeWords(layer, sample)),
    ],
    usedColumns: [...new Set(used)],
    shape: shapeOfLane(lead),
    ...(lead ? { look: { vote: () => lookAtVote(lead, where), sent: sentBy(lead, where) } } : {}),
    place: openPlacing({
      layer: layer.name,
      lanes: chosen,
      where,
      crsColumn,
      ...troubleOf(chosen, sample, where),
    }),
  };
  const sources = chosen.map(({ source }) => source);
  return withAddresses(located, { layer, sample, context, hints, sources, area: where.area });
}

/** Columns the descriptor reads positions from that the file does not have (any more). */
function missingColumns({ name, columns }: LocatorLayer, { geometry }: LocatorHints): Issue[] {
  if (!geometry || 'native' in geometry) return [];
  return Object.values(geometry)
    .filter((column) => !columns.includes(column))
    .map((column) =>
      issue(
        'column.missing-required',
        { layer: name, column },
        `The descriptor reads positions from “${column}”, which the file does not have; positions were looked for elsewhere`,
      ),
    );
}

function thin(records: readonly RawRecord[]): readonly RawRecord[] {
  if (records.length <= SAMPLE) return records;
  const step = records.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, i) => records[Math.floor(i * step)] as RawRecord);
}

function shapeOfLane(lane: Lane | undefined): Locator['shape'] {
  if (!lane) return 'none';
  const [only, ...more] = lane.shapes;
  return only !== undefined && more.length === 0 ? only : 'mixed';
}

/** What is wrong throughout, and so is not repeated for every record. */
function troubleOf(
  [lead, second]: readonly Lane[],
  sample: readonly RawRecord[],
  where: Constituency,
): { rough: boolean; offset: boolean } {
  const offsetM = lead && second ? usualOffsetM(lead, second, sample, where) : undefined;
  return {
    rough: lead !== undefined && isRoughLane(lead),
    offset: (offsetM ?? 0) > CONFLICT_M,
  };
}
