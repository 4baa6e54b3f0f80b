import { formatCount } from '#client/ui/format.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { byDistrict, type DistrictRow } from './by-district.ts';
import type { Cells } from './cells.ts';
import './surface-map.css';

/** The surface counted by district. */
export function DistrictTable({
  cells,
  answer,
}: {
  readonly cells: Cells;
  readonly answer: SitesAnswer;
}) {
  return (
    <table className="district-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">District</span>
          </th>
          <th scope="col">Cells</th>
          <th scope="col">60 or more</th>
          <th scope="col">Ruled out</th>
          <th scope="col">Not known</th>
        </tr>
      </thead>
      <tbody>
        {byDistrict(cells, answer.districts).map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: DistrictRow }) {
  const isDark = row.unknown === row.cells;
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>{formatCount(row.cells)}</td>
      <td>{isDark ? 'not known' : <b>{formatCount(row.good)}</b>}</td>
      <td>{isDark ? 'not known' : formatCount(row.out)}</td>
      <td>
        {row.unknown > 0 && <i className="surface-swatch small unknown" aria-hidden="true" />}
        {formatCount(row.unknown)}
      </td>
    </tr>
  );
}
