/** Half a character: cannot be written in an address. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Percent-encode but for the signs that are safe in a query and read well there. */
export function escapeText(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '')).replace(
    /%(?:2F|3A|2C)/giu,
    decodeURIComponent,
  );
}

/** One field of a query string, `name=value`; nothing where there is no value. */
export function part(name: string, value: string | undefined): string | undefined {
  return value ? `${name}=${escapeText(value)}` : undefined;
}
