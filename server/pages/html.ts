const SAFE: unique symbol = Symbol('safe');

/** Text that is HTML already: made by `html` alone, so nothing unescaped can become part of a page. */
export type Html = { readonly [SAFE]: string };

/** What may stand in a template: text is escaped, lists are joined, nothing and false leave nothing. */
export type Child = Html | string | number | undefined | false | readonly Child[];

/**
 * Build HTML from a template; every value is escaped, also inside a quoted attribute.
 * Attributes must be quoted, and no value may stand inside `<script>` or `<style>`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  const parts = strings.map((text, index) => text + textOf(values[index]));
  return { [SAFE]: parts.join('') };
}

/**
 * A block of data for programs that read pages, as `application/ld+json`. It is no script and nothing in it can end
 * the block.
 */
export const dataBlock = (value: unknown): Html => ({
  [SAFE]: `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
});

/** The text of a finished page. */
export const render = (page: Html): string => `<!doctype html>\n${page[SAFE]}`;

/** What stands in a page for a value. */
export function textOf(child: Child): string {
  if (child === undefined || child === false) return '';
  if (typeof child === 'string') return escapeText(child);
  if (typeof child === 'number') return String(child);
  if (SAFE in child) return child[SAFE];
  return child.map(textOf).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
