import { type IssueGroup, menderWords, occurrence } from './issue-group.ts';
import { registerWords, type Story } from './story.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (words: string): string =>
  words.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const WORDS: Readonly<Record<IssueGroup['severity'], string>> = {
  critical: 'Stops',
  error: 'Error',
  warning: 'Check',
  notice: 'Choice',
  info: 'Done',
};

/** The look of the document: ODIN's own colours, light and dark, and plain black on white in print. */
const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--paper-2:#f6f5f2;--line:#d8d6cf;--ink:#17191c;--ink-2:#45494f;--accent:#0b4f6c;--good:#1d6b3a;--good-soft:#e3f1e7;--warn:#8a5a00;--warn-soft:#fbf0d9;--bad:#a3261f;--bad-soft:#fbe6e3}
@media(prefers-color-scheme:dark){:root{--paper:#15181b;--paper-2:#1c2024;--line:#343a41;--ink:#f1f3f4;--ink-2:#c3c8cd;--accent:#7cc4e0;--good:#7fd09b;--good-soft:#14301f;--warn:#f0bd5e;--warn-soft:#332609;--bad:#ff9c92;--bad-soft:#3a1714}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.6rem;line-height:1.2;margin:0 0 1rem;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2.25rem 0 .25rem}
.verdict{font-size:1.1rem;font-weight:600;padding:.9rem 1.1rem;border-radius:8px;border-left:6px solid;margin:0 0 1.5rem}
.good{background:var(--good-soft);border-color:var(--good)}.warn{background:var(--warn-soft);border-color:var(--warn)}.bad{background:var(--bad-soft);border-color:var(--bad)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem;margin:0;padding:1rem 1.1rem;background:var(--paper-2);border-radius:8px}dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}
.lead{color:var(--ink-2);margin:.1rem 0 .75rem}ul{list-style:none;margin:0;padding:0}li{border-top:1px solid var(--line);padding:.85rem 0;break-inside:avoid}
li p{margin:.15rem 0;overflow-wrap:anywhere}.tag{display:inline-block;min-width:3.6rem;font-size:.8rem;font-weight:700;padding:.05rem .5rem;border-radius:4px;margin-right:.5rem;text-align:center}
.critical,.error{color:var(--bad);background:var(--bad-soft)}.warning{color:var(--warn);background:var(--warn-soft)}.notice,.info{color:var(--ink-2);background:var(--paper-2)}
.where{font-weight:600}.met,.who,summary{color:var(--ink-2);font-size:.92rem}summary{cursor:pointer}summary:focus-visible{outline:3px solid #ffbf00;outline-offset:2px}
code{font-family:ui-monospace,monospace;font-size:.92em;overflow-wrap:anywhere}.next{padding:1rem 1.1rem;background:var(--paper-2);border-radius:8px}
@media print{:root{--paper:#fff;--paper-2:#fff;--ink:#000;--ink-2:#333;--line:#999}main{max-width:none;padding:0}.verdict,dl,.next{border:1px solid #999}.verdict{border-left-width:6px}}
@media(max-width:34rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}`;

/** A report as one HTML page that needs nothing else: accessible, light and dark, printable. */
export function htmlReport({ title, verdict, tone, facts, sections, next }: Story): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="verdict ${tone}">${text(verdict)}</p>
<dl>
${facts.map(([label, words]) => `<dt>${text(label)}</dt><dd>${text(words)}</dd>`).join('\n')}
</dl>
${sections.map(sectionHtml).join('\n')}
<h2>Next</h2>
<p class="next"><code>${text(next)}</code></p>
</main>
</body>
</html>
`;
}

function sectionHtml({ title, lead, groups }: Story['sections'][number], index: number): string {
  return `<section aria-labelledby="section-${index}">
<h2 id="section-${index}">${text(title)} <span class="met">(${groups.length})</span></h2>
<p class="lead">${text(lead)}</p>
<ul>
${groups.map(groupHtml).join('\n')}
</ul>
</section>`;
}

function groupHtml(group: IssueGroup): string {
  const { severity, where, message, code } = group;
  const met = occurrence(group);
  const place = where === '' ? '' : `<span class="where">${text(where)}</span>`;
  const words = registerWords(code);
  const meaning = message === words ? '' : `<p>${text(words)}</p>`;
  return `<li>
<p><span class="tag ${severity}">${WORDS[severity]}</span>${place}</p>
<p>${text(message)}</p>
${met === '' ? '' : `<p class="met">${text(sentence(met))}</p>\n`}<details><summary>${menderWords(group)} · <code>${text(code)}</code></summary>${meaning}<p>Explained in docs/issues.md#${text(code)}.</p></details>
</li>`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
