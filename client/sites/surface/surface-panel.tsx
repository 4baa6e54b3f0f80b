import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Notice } from '#client/ui/notice.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { listed } from '#data/words/figures.ts';
import { giveFile } from '../ranking/give-file.ts';
import { CellCard } from './cell-card.tsx';
import { cellsCsv, cellsGeoJson } from './cell-files.ts';
import { CellList } from './cell-list.tsx';
import { DistrictTable } from './district-table.tsx';
import './surface.css';
import { inventedOf } from './synthetic-banner.tsx';
import type { SurfaceState } from './use-surface-state.ts';

export type SurfacePanelProps = {
  readonly surface: SurfaceState;
  /** Name of the profile: `Data centre`. */
  readonly title: string;
  readonly onChangeWeights: () => void;
  /** Look into the ground of a cell: the text of an area. */
  readonly onStart: (areaText: string) => void;
};

/** Beside the surface: the same as a list and a table. */
export function SurfacePanel({ surface, title, onChangeWeights, onStart }: SurfacePanelProps) {
  const { answer, cells, selected } = surface;
  return (
    <div className="surface-panel">
      <header>
        <h1>Where no site is listed yet</h1>
        <p>{sayWhat(title, surface)}</p>
      </header>
      <div className="surface-scroll">
        {surface.problem !== undefined && answer === undefined && (
          <Notice
            icon="warning"
            title="The surface could not be measured"
            action={{ label: 'Try again', onPress: surface.askAgain }}
          >
            {surface.problem} The search and its sites are as they were.
          </Notice>
        )}
        {surface.problem === undefined && cells === undefined && (
          <Skeleton label="Surface" rows={8} rowPx={48} />
        )}
        {answer && cells && (
          <>
            {selected && (
              <CellCard cell={selected} surface={surface} answer={answer} onStart={onStart} />
            )}
            <div className="surface-section">
              <h2>The map as a list</h2>
              {inventedOf(surface).length > 0 && <SyntheticBadge />}
            </div>
            {cells.scored.length === 0 && (
              <p className="meta-line">No cell meets every must and can be scored.</p>
            )}
            <CellList surface={surface} answer={answer} />
            <div className="surface-section">
              <h2>By district</h2>
            </div>
            <DistrictTable cells={cells} answer={answer} />
          </>
        )}
      </div>
      <footer>
        <TakeCells surface={surface} />
        <Button className="text-button" onPress={onChangeWeights}>
          Change weights
        </Button>
      </footer>
    </div>
  );
}

/** `The data centre profile, scored for every hexagon of the city region. Site area needs a site, so it is left out.` */
function sayWhat(title: string, { leftOut }: SurfaceState): string {
  const scored = `The ${title.charAt(0).toLowerCase()}${title.slice(1)} profile, scored for every 0.7 km² hexagon of the city region.`;
  if (leftOut.length === 0) return scored;
  const [verb, they] = leftOut.length === 1 ? ['needs', 'it is'] : ['need', 'they are'];
  return `${scored} ${listed(leftOut)} ${verb} a site, so ${they} left out.`;
}

/** The cells as a file, with what they were measured by and whom to credit. */
function TakeCells({ surface }: { readonly surface: SurfaceState }) {
  const { answer, cells } = surface;
  if (answer?.terms.form === 'refused') {
    return <p className="meta-line">No download: {answer.terms.reason}</p>;
  }
  const give = (kind: 'csv' | 'geojson') => {
    if (answer === undefined || cells === undefined) return;
    const wish = { answer, cells, search: surface.search };
    if (kind === 'csv') giveFile('cells.csv', cellsCsv(wish));
    else giveFile('cells.geojson', cellsGeoJson(wish), 'application/geo+json');
  };
  return (
    <MenuTrigger>
      <Button className="button" isDisabled={cells === undefined}>
        Download cells
      </Button>
      <Popover className="popover" placement="top start">
        <Menu
          className="menu"
          aria-label="Format"
          onAction={(key) => give(key as 'csv' | 'geojson')}
        >
          <MenuItem id="csv" className="menu-item" textValue="CSV">
            <span>CSV, for spreadsheets</span>
          </MenuItem>
          <MenuItem id="geojson" className="menu-item" textValue="GeoJSON">
            <span>GeoJSON, with shapes</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
