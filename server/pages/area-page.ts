import type { Geometry } from 'geojson';
import { RULES_CHECKED, type RuleGroup } from '#data/consultation/rule.ts';
import type { AreaAnswer } from '#data/schema/area.ts';
import { absentSections } from './area-absent.ts';
import { consultSection, findingSections, nearSection } from './area-findings.ts';
import { areaMap, type MapMark } from './area-map.ts';
import { sourcesSection } from './area-sources.ts';
import { areaTitle, distance, ground, type Numbered, percent, sizeText } from './area-words.ts';
import { day, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { Outline } from './locator.ts';
import { facts } from './signs.ts';

export type AreaPage = {
  readonly answer: AreaAnswer;
  /** Finding → its features, to draw. */
  readonly drawn: ReadonlyMap<string, readonly Geometry[]>;
  readonly districts: readonly Outline[];
  /** The page's own address in full. */
  readonly address: string;
  /** Where the same area is on the map. */
  readonly mapAddress: string;
  /** Files of what was found; none where the licences allow none. */
  readonly downloads: readonly { readonly title: string; readonly href: string }[];
};

const GROUPS: readonly RuleGroup[] = ['stop', 'consult', 'note'];

/** `/area?area=…`: what is on an area, as a document that prints on A4 and can be cited. */
export function areaPage(page: AreaPage): string {
  const { answer, districts } = page;
  const { area } = answer;
  const title = areaTitle(area);
  const keys = GROUPS.flatMap((group) => answer[group].map(({ key }) => key));
  const numbers: Numbered = new Map(keys.map((key, index) => [key, index + 1]));
  return layout({
    title: `What is here: ${title}`,
    description: `What is on this area, near it and not known of it, from ${plural(countSources(answer), 'dataset')}.`,
    body: html`
<article class="area-report">
<p class="kicker">What is here</p>
<h1>${title}</h1>
<p class="lead">${summaryOf(answer)}</p>
${actions(page)}
${figureOf(page, marksOf(page, numbers), districts)}
${factsOf(answer)}
${answer.notes.map((note) => html`<p class="callout">${note}</p>`)}
${findingSections(answer, numbers)}
${nearSection(answer.near)}
${absentSections(answer)}
${consultSection(answer.consultees)}
${methodSection()}
${sourcesSection(answer)}
${citeSection(page)}
</article>`,
  });
}

function countSources(answer: AreaAnswer): number {
  const sources = GROUPS.flatMap((group) => answer[group].flatMap((each) => each.sources));
  return new Set(
    [...sources, ...answer.near.flatMap((each) => each.sources)].map((each) => each.dataset),
  ).size;
}

function summaryOf({ area, districts, stop, consult, note }: AreaAnswer): string {
  const where = districts.map(({ name }) => name).join(' and ');
  const size = sizeText(area);
  return `${size.charAt(0).toUpperCase()}${size.slice(1)}${where ? ` in ${where}` : ''}: ${plural(stop.length, 'thing')} likely to prevent building, ${consult.length} to ask somebody about, ${note.length} good to know.`;
}

function actions({ mapAddress, downloads, answer }: AreaPage): Html {
  const links = downloads.map(({ title, href }) => html` · <a href="${href}">${title}</a>`);
  return html`<p class="actions"><a href="${mapAddress}">Show on the map</a>${links}
 · <a href="/api/area?area=${encodeURIComponent(answer.area.text)}">This answer as JSON</a></p>`;
}

const marksOf = ({ answer, drawn }: AreaPage, numbers: Numbered): MapMark[] =>
  GROUPS.flatMap((group) =>
    answer[group].map(({ key }) => ({
      number: numbers.get(key) ?? 0,
      group,
      geometries: drawn.get(key) ?? [],
    })),
  );

function figureOf(
  { answer }: AreaPage,
  marks: readonly MapMark[],
  districts: readonly Outline[],
): Html {
  const { area } = answer;
  return html`<figure class="area-figure">${areaMap({
    area: area.geometry as Geometry,
    ...(area.subject ? { subject: area.subject as Geometry } : {}),
    bounds: area.bounds,
    districts,
    marks,
    label: `Map of ${areaTitle(area)}: the area in heavy outline, what was found on it by the numbers of the lists below.`,
  })}
<figcaption>The area in heavy outline. Numbers are those of the lists below. Hatched: stop. Dotted: consult.
Pale: note. North is up. ${answer.credits.short}.</figcaption></figure>`;
}

function factsOf({ area, districts, asOf }: AreaAnswer): Html {
  return facts([
    ['Size', sizeText(area)],
    [
      'Buffer',
      area.bufferM ? `everything within ${distance(area.bufferM)} of it is part of it` : '',
    ],
    [
      'Districts',
      districts.length === 0
        ? 'in none this map covers'
        : html`<ul>${districts.map(
            ({ name, share, areaM2, lengthM }) =>
              html`<li>${name}: ${percent(share)}${areaM2 === undefined ? '' : `, ${ground(areaM2)}`}${lengthM === undefined ? '' : `, ${distance(lengthM)}`}</li>`,
          )}</ul>`,
    ],
    ['Middle', area.gridReference],
    ['As of', day(asOf)],
  ]);
}

const methodSection = (): Html => html`
<h2 id="method">How it was measured</h2>
<p>Every layer published here was asked. Positions are brought to the National Grid through OSTN15 and measured
there; lengths and areas are those on the ground. Shares are of the area, each by itself: things overlap, so
together they may pass 100 %. Where features of one kind overlap, ground is counted once. Distances are from edge
to edge, 0 where they touch; what overlaps by less than 25 cm is called touching, since positions are kept to 10 cm.</p>
<p>Stop, consult and note follow ODIN’s rules, last gone through as a whole on ${day(RULES_CHECKED)}. Each names its
source; those marked “to be confirmed” have not been read against its text. They are a guide for a first look, not
legal advice, and no substitute for asking.</p>`;

function citeSection({ address, answer }: AreaPage): Html {
  return html`
<h2 id="cite">To cite this page</h2>
<p class="credit">ODIN, “What is here: ${areaTitle(answer.area)}”, as of ${day(answer.asOf)}. ${address}</p>
<p class="note">The address asks the question anew, of the editions live then. To keep this answer, print it.</p>`;
}
