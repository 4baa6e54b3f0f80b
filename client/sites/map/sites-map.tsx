import { type CSSProperties, useRef } from 'react';
import { Attribution } from '#client/features/map-pane/attribution.tsx';
import { HoverLabel } from '#client/features/map-pane/hover-label.tsx';
import { ScaleBar } from '#client/features/map-pane/map-furniture.tsx';
import '#client/features/map-pane/map-furniture.css';
import '#client/features/map-pane/map-pane.css';
import { Callout } from '#client/ui/callout.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SiteCandidate } from '#data/schema/sites.ts';
import { sayFigure } from '#data/siting/figures.ts';
import { sayState } from '../surface/say-cell.ts';
import { SurfaceFurniture } from '../surface/surface-furniture.tsx';
import { SitesLegend } from './sites-legend.tsx';
import type { SitesMapProps } from './sites-map-props.ts';
import './sites-map.css';
import { steer } from './steer.ts';
import { type SitesWishes, useSitesMap } from './use-sites-map.ts';
import { useSitesWishes } from './use-sites-wishes.ts';

const PICTURES = [
  { value: 'sites', label: 'Sites' },
  { value: 'surface', label: 'Surface' },
] as const;

/** The finder's map: sites by rank, what they are measured to, and in their place the surface. */
export function SitesMap(props: SitesMapProps) {
  const container = useRef<HTMLDivElement>(null);
  const wishes = useSitesWishes(props);
  const map = useSitesMap(container, wishes);
  const { controller, view, hovered } = map;
  const chosen = props.answer?.sites.find(({ key }) => key === props.selected);
  const surface = props.shows === 'surface' ? props.surface : undefined;
  const hover = hoverOf(props, hovered);
  return (
    <section
      className="sites-map"
      aria-label="Map of sites"
      style={{ '--under-px': `${props.padding?.bottom ?? 0}px` } as CSSProperties}
    >
      <div
        id="sites-map"
        className="map"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own, as its name says
        tabIndex={0}
        aria-roledescription="map"
        aria-label={
          surface === undefined
            ? 'Map. Arrows move, plus and minus zoom. Sites are reached through the list.'
            : 'Map of hexagons. Arrows go from cell to cell, Shift and arrows move, plus and minus zoom.'
        }
        data-painter={map.painter}
        data-idle={map.isIdle}
        onKeyDown={(event) =>
          steer(event, {
            controller,
            step: surface?.step,
            leave: () => wishes.onPick(undefined),
          })
        }
      >
        <div ref={container} className="map-canvas" />
      </div>
      <div className="sites-map-switch">
        <Segmented
          label="On the map"
          value={props.shows}
          choices={PICTURES}
          onChange={props.onShows}
        />
      </div>
      {(map.problem ?? map.trouble) !== undefined && (
        <div className="sites-map-trouble" role="status">
          <Callout tone="warn" title="The map is not whole.">
            {map.problem ?? map.trouble} Everything on it is also in the list and the table.
          </Callout>
        </div>
      )}
      {props.isOpen && <PointNote site={chosen} />}
      {hover && <HoverLabel map={container} {...hover} />}
      <div className="sites-map-tools plate">
        <IconButton icon="plus" label="Zoom in" tip="left" onPress={() => controller?.zoomIn()} />
        <IconButton
          icon="minus"
          label="Zoom out"
          tip="left"
          onPress={() => controller?.zoomOut()}
        />
      </div>
      {props.shows === 'sites' && !props.isOpen && wishes.marks.length > 0 && (
        <SitesLegend marks={wishes.marks} layers={wishes.layers.context} />
      )}
      {surface && <SurfaceFurniture surface={surface} painter={map.painter} />}
      <div className="map-foot">
        {view && <ScaleBar view={view} />}
        {isInvented(wishes) && <SyntheticBadge />}
        <Attribution credits={map.credits} />
      </div>
    </section>
  );
}

/** Says of a site without a boundary what is drawn in its place. */
function PointNote({ site }: { readonly site: SiteCandidate | undefined }) {
  if (site?.outline !== 'point') return null;
  const { areaHa } = site;
  return (
    <p className="sites-map-note">
      {areaHa === undefined
        ? 'The register gives a point, neither an area nor a boundary. Distances run from the point.'
        : `The register gives a point and an area, not a boundary. Drawn as a dashed circle of ${sayFigure(areaHa, 'ha')}; distances run from the point.`}
    </p>
  );
}

/** Something drawn is invented, and no legend stands open to say so. */
const isInvented = ({ selected, layers }: SitesWishes): boolean =>
  selected?.isOpen === true && layers.context.some(({ synthetic }) => synthetic);

/** What the pointer is over, in words. */
function hoverOf({ answer, shows, surface }: SitesMapProps, key: string | undefined) {
  if (key === undefined) return undefined;
  const cell = shows === 'surface' ? surface?.cells?.byKey.get(key) : undefined;
  if (cell !== undefined && surface !== undefined) {
    const { title, synthetic } = cell.site;
    return { title, detail: sayState(cell, surface.search), isSynthetic: synthetic };
  }
  const site = answer?.sites.find((each) => each.key === key);
  return site && { title: site.title, detail: site.fact ?? '', isSynthetic: site.synthetic };
}
