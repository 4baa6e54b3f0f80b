import type { Coverage, CoverageCell, CoverageRow } from '#data/schema/coverage.ts';
import { type CoverageAsked, cellName, coverageAddress } from './coverage-address.ts';
import { STATUS_SIGNS, statusSign } from './coverage-signs.ts';
import { type Html, html } from './html.ts';

/**
 * Kinds of thing against districts. Every cell is a link to what is known of it; the script of the page makes the
 * table one tab stop with arrow keys, and without it the links are reached one by one.
 */
export function coverageGrid(coverage: Coverage, asked: CoverageAsked): Html {
  const { districts } = coverage;
  const rows = sorted(coverage, asked);
  const head = (by: string, title: string, extra = ''): Html => {
    const isBy = asked.sort === by;
    return html`<th scope="col"${isBy && html` aria-sort="${by === 'name' ? 'ascending' : 'other'}"`}${
      extra !== '' && html` class="${extra}"`
    }><a href="${coverageAddress({ ...asked, sort: by })}#grid">${title}<span class="hidden">: sort by this</span></a></th>`;
  };
  return html`<div class="scroll" role="region" aria-labelledby="grid" tabindex="0">
<table class="grid coverage" data-grid aria-labelledby="grid" aria-describedby="grid-help"><thead><tr>${head('name', 'What')}${districts.map(
    ({ gssCode, name }) => head(gssCode, name),
  )}${head('supplied', 'Supplied', 'figure')}</tr></thead>
<tbody>${rows.map((row) => rowOf(row, coverage, asked))}</tbody>
<tfoot><tr><th scope="row">Kinds supplied</th>${districts.map(
    (_, at) =>
      html`<td>${rows.filter(({ cells }) => isIn(cells[at])).length} of ${rows.length}</td>`,
  )}<td class="figure nowrap"><strong>${rows.reduce((sum, { supplied }) => sum + supplied, 0)} of ${
    rows.length * districts.length
  }</strong></td></tr></tfoot></table></div>`;
}

const isIn = (cell: CoverageCell | undefined): boolean =>
  cell !== undefined && /^(live|due|late|fix)$/.test(cell.status);

function rowOf(row: CoverageRow, { districts }: Coverage, asked: CoverageAsked): Html {
  const { title, cells, supplied, featureType } = row;
  const names = new Map(districts.map(({ gssCode, name }) => [gssCode, name]));
  return html`<tr><th scope="row">${title}</th>${cells.map((cell) => {
    const name = cellName({ featureType, gssCode: cell.gssCode });
    const { tone } = STATUS_SIGNS[cell.status];
    const isOpen = asked.cell === name;
    return html`<td class="${tone}"><a href="${coverageAddress({ ...asked, cell: name })}#cell"${
      isOpen && html` aria-current="true"`
    }>${statusSign(cell.status)}<span class="hidden">, ${title} in ${names.get(cell.gssCode)}</span></a></td>`;
  })}<td class="figure nowrap">${supplied} of ${districts.length}</td></tr>`;
}

/** What needs somebody first. */
const URGENCY = ['fix', 'late', 'due', 'none', 'synthetic', 'none-held', 'live'] as const;

function sorted({ rows, districts }: Coverage, { sort }: CoverageAsked): readonly CoverageRow[] {
  if (sort === 'supplied') return rows.toSorted((a, b) => a.supplied - b.supplied);
  const at = districts.findIndex(({ gssCode }) => gssCode === sort);
  if (at < 0) return rows;
  const urgency = ({ cells }: CoverageRow): number => URGENCY.indexOf(cells[at]?.status ?? 'live');
  return rows.toSorted((a, b) => urgency(a) - urgency(b));
}
