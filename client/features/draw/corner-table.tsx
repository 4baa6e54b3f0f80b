import { sayReference, useNationalGrid } from '#client/state/national-grid.ts';
import type { Sketch } from '#client/state/sketch.ts';
import { figuresOf } from '#client/state/sketch-figures.ts';
import { sayBearing, sayLength, UNITS } from '#client/state/units.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Segmented } from '#client/ui/segmented.tsx';
import { sayFigures } from './say.ts';
import type { Drawing } from './use-drawing.ts';

/** More corners than a table is read for; the text under Type coordinates holds all of them. */
const MOST_ROWS = 200;

type CornerTableProps = { readonly sketch: Sketch; readonly drawing: Drawing };

/** Every corner with its grid reference, and the side that leaves it: the drawing as text. */
export function CornerTable({ sketch, drawing }: CornerTableProps) {
  const { grid, hasFailed } = useNationalGrid(true);
  const { sides } = figuresOf(sketch);
  const rows = sketch.corners.slice(0, MOST_ROWS);
  return (
    <div className="corner-table">
      <div className="section-head">
        <p>{sayFigures(sketch, drawing.units)}</p>
        <Segmented
          label="Units"
          value={drawing.units}
          choices={UNITS.map((value) => ({
            value,
            label: value === 'metric' ? 'Metric' : 'Imperial',
          }))}
          onChange={drawing.setUnits}
        />
      </div>
      {hasFailed && <p className="meta-line">Grid references do not load. The rest is right.</p>}
      <div className="corner-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Corner</th>
              <th scope="col">Grid reference</th>
              <th scope="col">Side</th>
              <th scope="col">Bearing</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((at, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the order
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                <td className="reference">
                  {grid ? (sayReference(grid, at) ?? <em>outside the grid</em>) : '…'}
                </td>
                <td>{lengthOf(sides[index], drawing)}</td>
                <td>{sides[index] ? sayBearing(sides[index].bearing) : ''}</td>
                <td>
                  <IconButton
                    icon="bin"
                    size={18}
                    tip="left"
                    label={`Remove corner ${index + 1}`}
                    onPress={() => drawing.act({ kind: 'removed', index })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="meta-line">
        Straight lines on the ground, WGS 84; bearings from grid north. Drag a corner, or Tab to it
        and press the arrows; Delete takes it away.
      </p>
    </div>
  );
}

const lengthOf = (side: { readonly lengthM: number } | undefined, { units }: Drawing): string =>
  side === undefined ? '' : sayLength(side.lengthM, units);
