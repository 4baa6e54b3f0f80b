/** Years for which ONS published names and codes under a two-digit suffix: `WD23CD`. */
const FIRST_YEAR = 9;
const LAST_YEAR = 27;

/**
 * Every yearly heading of an ONS column, as words split at `|`: `WD09CD | WD10CD | … | WD27CD`.
 *
 * @param area prefix ONS uses: `WD`, `LAD`, `LSOA`
 * @param part `CD` for the code, `NM` for the name
 */
export function censusColumns(area: string, part: 'CD' | 'NM'): string {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, step) => FIRST_YEAR + step);
  return years.map((year) => `${area}${String(year).padStart(2, '0')}${part}`).join(' | ');
}
