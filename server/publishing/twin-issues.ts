import { issue } from '#data/issues/issue.ts';
import { datasetApart } from '#data/schema/access-layer.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { middleOf } from '#server/compare/change.ts';
import { DEGREE_M, distanceM } from '#server/compare/distance.ts';
import type { Twin } from '#server/store/compare-rows.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';

/** Things of one kind and name this near are taken for one. */
const SAME_KIND_M = 25;
/** Things of two kinds must stand on one spot: a park and its car park share a name. */
const OTHER_KIND_M = 2;
/** Twins told one by one. */
const TOLD = 500;

/**
 * Features of an edition that other live datasets seem to hold too: of the same kind and name and place, or of
 * another kind on the same spot in a dataset of the same publisher. Nothing is merged; each is an issue.
 */
export async function twinIssues(edition: EditionRow, store: Store): Promise<Issue[]> {
  const live = await store.listLive();
  const others = live.filter(
    ({ dataset, source, layerId }) =>
      dataset !== edition.dataset &&
      source.synthetic === edition.source.synthetic &&
      // what is not open is named nowhere
      datasetApart(layerId) === undefined,
  );
  const { type, publisher } = edition.source;
  const alike = others.filter(({ source }) => source.type === type);
  const own = others.filter(({ source }) => source.type !== type && source.publisher === publisher);
  const found = [
    ...(await near(edition, alike, SAME_KIND_M, store)),
    ...(await near(edition, own, OTHER_KIND_M, store)),
  ];
  const byRow = new Map(others.map((each) => [each.row, each]));
  return found.flatMap(({ twin, awayM }): Issue[] => {
    const other = byRow.get(twin.other);
    return other ? [issueOf(twin, awayM, other, publisher)] : [];
  });
}

type Near = { readonly twin: Twin; readonly awayM: number };

async function near(
  { row }: EditionRow,
  others: readonly EditionRow[],
  reachM: number,
  store: Store,
): Promise<Near[]> {
  const high = reachM / DEGREE_M;
  const twins = await store.findTwins({
    edition: row,
    others: others.map((each) => each.row),
    reach: [high * 2, high], // a degree of longitude is at least half of one of latitude as far north as 60°
    limit: TOLD,
  });
  return twins.flatMap((twin): Near[] => {
    const awayM = Math.round(distanceM(middleOf(twin.bounds), middleOf(twin.otherBounds)));
    const slackM = Math.min(sizeM(twin.bounds), sizeM(twin.otherBounds)) / 4;
    return awayM <= reachM + slackM ? [{ twin, awayM }] : [];
  });
}

/** Diagonal of a box, metres. */
const sizeM = ([west, south, east, north]: Bounds): number =>
  distanceM([west, south], [east, north]);

function issueOf(twin: Twin, awayM: number, other: EditionRow, publisher: string): Issue {
  const own = other.source.publisher === publisher;
  const code = own ? 'id.possible-duplicate-other-dataset' : 'id.possible-duplicate-other-provider';
  const { name, layer, line } = twin;
  const what = name === undefined ? 'A thing with this reference' : `“${name}”`;
  const where = awayM < 1 ? 'in the same place' : `${awayM} m away`;
  const mend = own ? 'Publish it in one of them.' : 'Agree who publishes it.';
  const text = `${what} stands in “${other.source.title}” (${other.source.publisher}) too, ${where}. Both are kept. ${mend}`;
  return issue(code, { layer, line, value: name }, text);
}
