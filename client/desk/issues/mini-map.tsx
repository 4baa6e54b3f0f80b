import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { getJson } from '#client/api/client.ts';
import { formatDistance } from '#client/ui/format.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { useDraft } from '../state/draft-context.ts';
import { frameFor, type MiniFrame } from './mini-frame.ts';

const SIZE = { widthPx: 268, heightPx: 172, marginPx: 22 };

/** A picture of a lone point is at least so wide, metres. */
const LEAST_M = 2_500;

type Districts = FeatureCollection<Polygon | MultiPolygon, { gssCode: string; name: string }>;

const DISTRICTS = {
  queryKey: ['basemap', 'districts'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<Districts>('/basemap/districts.json', signal),
  staleTime: Number.POSITIVE_INFINITY,
};

type MiniMapProps = {
  /** What the picture says, for those who do not see it. */
  readonly label: string;
  readonly at: LngLat;
  /** Beside the point. */
  readonly name: string;
  readonly tone: 'bad' | 'good';
  /** How far it is from the publisher's area; a line is drawn to it then, metres. */
  readonly distanceM?: number;
};

/** One place beside the publisher's area, north up; both fit at the same scale. */
export function MiniMap({ label, at, name, tone, distanceM }: MiniMapProps) {
  const { draft } = useDraft();
  const { data } = useQuery(DISTRICTS);
  const rings = (data?.features ?? []).flatMap(({ properties, geometry }) =>
    ringsOf(geometry).map((ring) => ({
      ring,
      isOurs: draft.districts.includes(properties.gssCode),
    })),
  );
  const ours = rings.filter(({ isOurs }) => isOurs).flatMap(({ ring }) => ring);
  const place = frameFor([...ours, at], SIZE, LEAST_M);
  const home = ours.length > 0 ? middleOf(ours.map(place)) : undefined;
  const [x, y] = place(at);
  return (
    <svg
      className="mini-map"
      viewBox={`0 0 ${SIZE.widthPx} ${SIZE.heightPx}`}
      role="img"
      aria-label={label}
    >
      {rings.map(({ ring, isOurs }, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: outlines are always the same
          key={index}
          className={isOurs ? 'ours' : 'theirs'}
          d={outline(ring, place)}
        />
      ))}
      {distanceM !== undefined && home && (
        <Way
          from={home}
          to={[x, y]}
          words={formatDistance(distanceM)}
          area={draft.publisher.shortName}
        />
      )}
      <circle className="halo" cx={x} cy={y} r="8" />
      <circle className={`spot ${tone}`} cx={x} cy={y} r="5" />
      <text x={x + (isRight(x) ? -13 : 13)} y={y + 4} textAnchor={isRight(x) ? 'end' : 'start'}>
        {name}
      </text>
    </svg>
  );
}

const isRight = (x: number): boolean => x > SIZE.widthPx * 0.6;

type Spot = readonly [x: number, y: number];

type WayProps = {
  readonly from: Spot;
  readonly to: Spot;
  readonly words: string;
  readonly area: string;
};

/** The way from the publisher's area to where the record was put. */
function Way({ from, to, words, area }: WayProps) {
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
  return (
    <>
      <line className="way" x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      <text x={from[0] - 10} y={from[1] + 4} textAnchor="end">
        {area}
      </text>
      <text className="quiet" x={middle[0] + 8} y={middle[1] + 4}>
        {words}
      </text>
    </>
  );
}

const ringsOf = (geometry: Polygon | MultiPolygon): LngLat[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap((polygon) =>
    polygon.map((ring) => ring.map(([lng = 0, lat = 0]): LngLat => [lng, lat])),
  );

const outline = (ring: readonly LngLat[], place: MiniFrame): string =>
  `M${ring
    .map((at) =>
      place(at)
        .map((px) => px.toFixed(1))
        .join(' '),
    )
    .join('L')}Z`;

function middleOf(spots: readonly Spot[]): Spot {
  const xs = spots.map(([x]) => x);
  const ys = spots.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}
