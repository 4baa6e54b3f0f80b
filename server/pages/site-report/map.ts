import type { Geometry, Position } from 'geojson';
import type { SiteCandidate } from '#data/schema/sites.ts';
import { sayDistance } from '#data/siting/figures.ts';
import { type Html, html } from '../html.ts';
import { SYNTHETIC } from '../signs.ts';
import { type Frame, frameOf, NARROW, type Pixel, WIDE } from './map-frame.ts';
import { placeLabels } from './map-labels.ts';
import { dotsOf, pathOf } from './map-paths.ts';
import type { SiteMapView } from './report.ts';

/** Ring drawn round the site, metres. */
export const RING_M = 500;

/** The map of a site, with what it says in words below it. */
export function mapSection(view: SiteMapView, site: SiteCandidate): Html {
  const { lines, circleM } = view;
  const circle =
    circleM > 0
      ? 'Inner circle: the stated area; no boundary is published. '
      : site.outline === 'point'
        ? 'Neither boundary nor area is published. '
        : '';
  return html`<figure class="site-figure">${siteMap(view, 'wide')}${siteMap(view, 'narrow')}
<figcaption>${circle}${view.ring ? 'Ring: 500 m from the edge.' : 'Outer ring: 500 m.'} Lines are straight. ${lines.some(({ synthetic }) => synthetic) && html`Names in a dashed box: ${SYNTHETIC}`} <span class="map-credit">${view.credit}.</span></figcaption></figure>`;
}

/** The wide picture stands on paper and wide screens, the narrow one on phones. */
const SIZES = { wide: WIDE, narrow: NARROW } as const;

/** A picture that tells by shape and word alone, so that it reads in black and white. */
function siteMap(view: SiteMapView, shape: 'wide' | 'narrow'): Html {
  const frame = frameOf(view, RING_M, SIZES[shape]);
  const { project, metresPerPx } = frame;
  const [x, y] = project(view.at as unknown as Position);
  const round = (px: number): string => px.toFixed(1);
  const circle = (metres: number, name: string): Html =>
    html`<circle class="${name}" cx="${round(x)}" cy="${round(y)}" r="${round(metres / metresPerPx)}"/>`;
  const isPoint = view.site.type.endsWith('Point');
  const path = (geometry: Geometry): string => pathOf(geometry, frame);
  return html`<svg class="site-map ${shape}-map" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${labelOf(view)}">
<defs><pattern id="${shape}-stop" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" class="hatch"/></pattern>
<pattern id="${shape}-consult" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.1" class="dot"/></pattern></defs>
${view.districts.map(({ geometry }) => html`<path class="district" d="${path(geometry)}"/>`)}
${view.rivers.map(({ geometry }) => html`<path class="river" d="${path(geometry)}"/>`)}
${view.marks.map(({ group, geometry }) => html`<path class="mark ${group}" fill="url(#${shape}-${group})" d="${path(geometry)}"/>`)}
${view.ring ? html`<path class="ring" d="${path(view.ring)}"/>` : circle(RING_M, 'ring')}${view.circleM > 0 && circle(view.circleM, 'area')}
${!isPoint && html`<path class="outline-casing" d="${path(view.site)}"/><path class="outline" d="${path(view.site)}"/>`}
${view.lines.filter(({ to }) => frame.holds(to)).map(({ from, to }) => html`<path class="line-casing" d="${straight(frame, from, to)}"/><path class="line" d="${straight(frame, from, to)}"/>`)}
<path class="places" d="${view.places
    .filter(({ at }) => frame.holds(at))
    .map(({ at }) => dotsOf(at, frame))
    .join('')}"/>
${ends(view, frame)}
${isPoint && html`<circle class="centre" cx="${round(x)}" cy="${round(y)}" r="4.5"/>`}
<g aria-hidden="true">${placeLabels(view, frame, RING_M)}${scaleBar(frame)}
<g class="north" transform="translate(${frame.width - 30} 14)"><path d="M0 22 7 0 14 22 7 17Z"/><text x="7" y="35">N</text></g></g>
</svg>`;
}

const straight = ({ project }: Frame, from: readonly number[], to: readonly number[]): string => {
  const [[x1, y1], [x2, y2]] = [project([...from]), project([...to])];
  return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
};

/** What lines run to: a dot each; made-up ones square and dashed. */
const ends = ({ lines }: SiteMapView, { project, holds }: Frame): Html[] =>
  lines
    .filter(({ to }) => holds(to))
    .map(({ to, synthetic }) => {
      const [x, y]: Pixel = project([...to]);
      return synthetic
        ? html`<rect class="end made-up" x="${(x - 5).toFixed(1)}" y="${(y - 5).toFixed(1)}" width="10" height="10"/>`
        : html`<circle class="end" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5"/>`;
    });

function labelOf({ lines, circleM, site }: SiteMapView): string {
  const shape = site.type.endsWith('Point')
    ? circleM > 0
      ? 'a point with a circle of its stated area'
      : 'a point'
    : 'an outline';
  const to = lines.map(
    ({ title, metres, synthetic }) =>
      `${title}${synthetic ? ' (synthetic)' : ''} ${sayDistance(metres)}`,
  );
  return `Map of the site, drawn as ${shape}, with a ring of 500 m.${to.length > 0 ? ` Straight lines to ${to.join(', ')}.` : ''}`;
}

/** Round lengths a bar may have, metres. */
const BARS_M = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

function scaleBar({ metresPerPx, width, height }: Frame): Html {
  const barM = BARS_M.findLast((metres) => metres / metresPerPx <= width / 5) ?? 20;
  const px = (barM / metresPerPx).toFixed(1);
  return html`<g class="scale" transform="translate(16 ${height - 14})"><rect x="-6" y="-22" width="${(barM / metresPerPx + 12).toFixed(1)}" height="28"/><path d="M0-6V0H${px}V-6"/><text x="4" y="-5">${barM < 1_000 ? `${barM} m` : `${barM / 1_000} km`}</text></g>`;
}
