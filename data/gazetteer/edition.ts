const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NAMED =
  /(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[ _-]*(20\d\d)(?!\d)/i;

/**
 * The month of an edition by what its publisher calls the file: `ONSPD_MAY_2024_UK.csv`,
 * `osopenuprn_202405.csv`, or by what stands in it: `COPYRIGHT DATE: 20240510`.
 *
 * @returns `2024-05`
 */
export function editionIn(text: string): string | undefined {
  const named = NAMED.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[1] ?? '').slice(0, 3).toLowerCase()) + 1;
    return `${named[2]}-${String(month).padStart(2, '0')}`;
  }
  const dated = /(?<!\d)(20[0-4]\d)[ _-]?(0[1-9]|1[0-2])(?:[ _-]?[0-3]\d)?(?!\d)/.exec(text);
  return dated ? `${dated[1]}-${dated[2]}` : undefined;
}
