/**
 * Texts a spreadsheet would run: an equals sign, or another sign at once followed by something with a call or a pipe.
 * `+44 161 …`, `-2.3`, `@handle` and `- a remark (sic)` are none. Source: OWASP, CSV injection.
 */
const FORMULA = /^[\t\r ]*[=＝]|^[+\-@＋－＠](?! ).*[(|!]/;

/** Signs a formula may begin with, as character codes: tab, return, space, + - = @ and their full-width forms. */
const SIGNS: ReadonlySet<number> = new Set([
  9, 13, 32, 43, 45, 61, 64, 0xff0b, 0xff0d, 0xff1d, 0xff20,
]);

/** True for a text that a spreadsheet would take for a formula; fast for every other. */
export function isFormula(text: string): boolean {
  const code = text.charCodeAt(0);
  // Letters, which most texts begin with, and figures.
  if ((code > 64 && code < 0xff00) || (code > 47 && code < 58)) return false;
  return SIGNS.has(code) && FORMULA.test(text);
}
