import type { Cell } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';

/** One row of any table, headings and all. */
export type TableRow = { readonly line: number; readonly cells: readonly Cell[] };

/** The rows of a table from the start; faults of single rows go to `report`. */
export type TableRows = (report: (found: Issue) => void) => Iterable<TableRow>;

/** Empty, or nothing but white space. */
export const isBlank = (cell: Cell): boolean =>
  cell === null ||
  cell === '' ||
  (typeof cell === 'string' && !beginsPlainly(cell) && cell.trim() === '');

/** True when the first character is ASCII and no white space, as in most cells of a file. */
function beginsPlainly(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 32 && code < 127;
}

const NUMBER = /^[£$€]?\s*[-+(]?\s*[\d.,]*\d\s*\)?\s*%?$/;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?$/;

/** A number or date, or text that is nothing else; headings are none of these. */
export const isFigure = (cell: Cell): boolean =>
  typeof cell === 'string' ? NUMBER.test(cell.trim()) || DATE.test(cell.trim()) : cell !== null;

export function filledIn(cells: readonly Cell[]): number {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled++;
  return filled;
}

/** True when one cell is filled, and no more. */
export function isAlone(cells: readonly Cell[]): boolean {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell) && ++filled > 1) return false;
  return filled === 1;
}

const TOTAL = /^(grand[ -]?|sub[ -]?|overall[ -]?)?totals?\s*:?$/i;

/** True for a row that calls itself a total and holds figures only. A record may be named so too. */
export function mayBeTotal(first: string, cells: readonly Cell[]): boolean {
  if (!TOTAL.test(first.trim())) return false;
  const filled = cells.filter((cell) => !isBlank(cell));
  const figures = filled.filter(isFigure).length;
  return figures > 0 && figures === filled.length - 1;
}

const NOTE =
  /^(source|notes?|n\.?b\.?|disclaimer|copyright|licen[cs]ed?|contains|produced by|last updated|end of (file|data|report))\b|^[©*]/i;

/** A footnote under a table: one filled cell where records fill three or more. */
export function isNoteRow(first: string, cells: readonly Cell[], typicalFilled: number): boolean {
  return typicalFilled >= 3 && isAlone(cells) && NOTE.test(first.trim());
}

const UNIT =
  /^[([]?(m|km|mm|cm|metres?|miles?|kv|v|volts?|kva|mva|mw|kw|gw|mwh|kwh|a|amps?|ha|hectares?|m2|m²|m3|m³|sq\.? ?(m|km)|km2|%|percent|degrees?|deg|°|years?|days?|hours?|hrs?|tonnes?|t|kg|litres?|l\/s|ml\/d|mbps|bar|mbar|no\.?|number|text|string|date|integer|decimal|boolean|y\/n|yes\/no|d{2}\/m{2}\/y{2,4}|y{4}-m{2}-d{2})[)\]]?$/i;

/** The row under the headings that gives the unit or type of each column. */
export function isUnitsRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const units = filled.filter((cell) => typeof cell === 'string' && UNIT.test(cell.trim())).length;
  return units >= 2 && units >= filled.length / 2 && !filled.some(isFigure);
}

const TEMPLATE =
  /^(e\.g\.|eg:|for example|example:|example row|\[?insert |<[^<>]+>$|please (enter|select|choose|complete|provide|state)|select from|drop-?down|(mandatory|optional|required|conditional)( field)?$)/i;

/** A row of a form that tells how to fill it in. */
export function isTemplateRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const told = filled.filter(
    (cell) => typeof cell === 'string' && TEMPLATE.test(cell.trim()),
  ).length;
  return told > 0 && told >= filled.length / 2;
}
