/** A district as coverage speaks of it. */
type District = { readonly gssCode: string; readonly name: string };

/** Every district with whether it is among those supplied. */
export function coverageOf(districts: readonly District[], supplied: readonly string[]) {
  return districts.map(({ gssCode, name }) => ({ name, supplied: supplied.includes(gssCode) }));
}

/** Coverage in words: `10 of 10`. */
export function sayCoverage(districts: readonly District[], supplied: readonly string[]): string {
  const count = coverageOf(districts, supplied).filter((district) => district.supplied).length;
  return `${count} of ${districts.length}`;
}
