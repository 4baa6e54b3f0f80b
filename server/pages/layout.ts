import { dataBlock, type Html, html, render, textOf } from './html.ts';

export type Section = 'sites' | 'data' | 'licences' | 'coverage' | 'help';

export type Page = {
  readonly title: string;
  /** One sentence for search engines and shared links. */
  readonly description: string;
  readonly section?: Section;
  readonly body: Html;
  /** A table that needs the whole width. */
  readonly isWide?: boolean;
  /** A small script of our own that makes it easier to use; it works without. */
  readonly script?: '/coverage-grid.js';
  /** What is new on it, for readers of feeds. */
  readonly feeds?: readonly {
    readonly media: string;
    readonly title: string;
    readonly href: string;
  }[];
  /** The same for programs that read pages: JSON-LD. */
  readonly about?: unknown;
  /** Said at the edge of every page of paper, as `--running-<name>` to the style sheet. */
  readonly running?: Readonly<Record<string, string>>;
};

const SECTIONS: readonly (readonly [Section | 'map', string, string])[] = [
  ['map', '/', 'Map'],
  ['sites', '/sites', 'Sites'],
  ['data', '/data', 'Data'],
  ['licences', '/licences', 'Licences'],
  ['coverage', '/coverage', 'Coverage'],
  ['help', '/help', 'Help'],
];

/** Where the header says who reads; nobody in particular. */
const READER = html`<p class="reader"><a href="/sign-in">Sign in</a></p>`;
const ANYBODY = textOf(READER);

/** A document as somebody signed in sees it: its header says who they are and leads to their account. */
export function withReader(document: string, name: string): string {
  const reader = textOf(html`<p class="reader"><a href="/account">${name}</a></p>`);
  // a function, because `$` in a name would mean something in a replacement
  return document.replace(ANYBODY, () => reader);
}

/** A document: slim header, the text, slim footer. Works without scripts, prints without the frame. */
export function layout(page: Page): string {
  const {
    title,
    description,
    section,
    body,
    isWide = false,
    script,
    about,
    running,
    feeds = [],
  } = page;
  const items = SECTIONS.map(([id, href, name]) =>
    id === section
      ? html`<li><a href="${href}" aria-current="page">${name}</a></li>`
      : html`<li><a href="${href}">${name}</a></li>`,
  );
  return render(html`<html lang="en-GB"${running && html` style="${runningStyle(running)}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ODIN</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
${feeds.map(({ media, title, href }) => html`<link rel="alternate" type="${media}" title="${title}" href="${href}">`)}
${script && html`<script src="${script}" defer></script>`}
${about !== undefined && dataBlock(about)}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top">
<a class="mark" href="/">ODIN</a>
<nav aria-label="Main"><ul>${items}</ul></nav>
<p>Open data infrastructure map</p>
${READER}
</header>
<main id="main"${isWide && html` class="wide"`}>${body}</main>
<footer class="bottom">
<p>District boundaries: Source: Office for National Statistics licensed under the Open Government
Licence v3.0. Contains OS data © Crown copyright and database right 2023.</p>
<p><a href="/help">Help</a> · <a href="/agreements">Agreements</a> · <a href="/accessibility">Accessibility</a> · <a href="/api/openapi.json">API</a></p>
</footer>
</body>
</html>`);
}

/** Texts as custom properties; every sign that could end a string of CSS is written by its number. */
const runningStyle = (running: Readonly<Record<string, string>>): string =>
  Object.entries(running)
    .map(
      ([name, text]) => `--running-${name}: "${text.replace(/[^\p{L}\p{N} .,:·–-]/gu, cssNumber)}"`,
    )
    .join('; ');

const cssNumber = (sign: string): string => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `;
