import type { RuleGroup } from '#data/consultation/rule.ts';
import type {
  AreaAnswer,
  AreaConsultation,
  AreaFeature,
  AreaFinding,
  AreaNear,
  RuleSource,
} from '#data/schema/area.ts';
import { distance, figureText, ground, type Numbered } from './area-words.ts';
import { count, plural } from './format.ts';
import { type Html, html } from './html.ts';
import { headRow, SYNTHETIC } from './signs.ts';

const HEADS: Readonly<Record<RuleGroup, { title: string; says: string; none: string }>> = {
  stop: {
    title: 'Stop',
    says: 'likely to prevent building',
    none: 'Nothing ODIN knows of is likely to prevent building. See what no data was supplied for.',
  },
  consult: {
    title: 'Consult',
    says: 'to ask somebody about',
    none: 'Nothing ODIN knows of asks for anybody to be consulted.',
  },
  note: { title: 'Note', says: 'good to know', none: 'Nothing else was found.' },
};

/** Stop, consult, note: always all three, in this order. */
export function findingSections(answer: AreaAnswer, numbers: Numbered): Html[] {
  return (['stop', 'consult', 'note'] as const).map((group) => {
    const { title, says, none } = HEADS[group];
    const findings = answer[group];
    return html`
<section class="found ${group}-group"><h2 id="${group}">${title} <small>${findings.length} ${says}</small></h2>
${findings.length === 0 ? html`<p class="empty">${none}</p>` : html`<ol class="area-findings">${findings.map((each) => findingItem(each, numbers))}</ol>`}
</section>`;
  });
}

function findingItem(finding: AreaFinding, numbers: Numbered): Html {
  const { key, title, synthetic, figure, detail, why, source, sources, ask } = finding;
  return html`<li value="${numbers.get(key) ?? 0}">
<h3>${title} ${synthetic && SYNTHETIC} <strong>${figureText(figure)}</strong></h3>
${detail && html`<p>${detail.charAt(0).toUpperCase() + detail.slice(1)}</p>`}
${why && html`<p>${why} ${source && sourceOf(source)}</p>`}
${ask.length > 0 && html`<ul>${ask.map(askItem)}</ul>`}
${features(finding)}
<p class="note">${[...new Set(sources.map(({ title: dataset, publisher, edition }) => `${dataset}, ${publisher.shortName}, edition ${edition}`))].join('; ')}</p>
</li>`;
}

/** Where a rule is from; what was not read against its text says so. */
const sourceOf = ({ title, url, confirmed }: RuleSource): Html =>
  html`<cite>${url ? html`<a class="plain-print" href="${url}" rel="noreferrer">${title}</a>` : title}${confirmed ? '' : ' (to be confirmed)'}</cite>`;

const askItem = ({ name, href, duty, why, source }: AreaConsultation): Html =>
  html`<li>Ask ${href ? html`<a class="plain-print" href="${href}" rel="noreferrer">${name}</a>` : name} (${duty === 'statutory' ? 'required by law for such development' : 'advised'}): ${why} ${sourceOf(source)}</li>`;

/** Features named when there are few enough to read, else the first of them. */
const MOST_NAMED = 60;

function features({ features: all, count: total }: AreaFinding): Html | undefined {
  if (all.length < 2 && !all[0]?.approximate) return undefined;
  const shown = all.slice(0, MOST_NAMED);
  const rest = total - shown.length;
  return html`<p class="named">${shown.map((each, index) => html`${index > 0 && '; '}${featureText(each)}`)}${rest > 0 && `; and ${count(rest)} more`}.</p>`;
}

function featureText({ title, areaM2, lengthM, approximate }: AreaFeature): string {
  const size =
    areaM2 === undefined
      ? lengthM === undefined
        ? ''
        : ` (${distance(lengthM)})`
      : ` (${ground(areaM2)})`;
  return `${title}${size}${approximate ? ' (where its postcode is)' : ''}`;
}

/** What is not on the area but within 500 m. */
export function nearSection(near: readonly AreaNear[]): Html | undefined {
  if (near.length === 0) return undefined;
  return html`
<h2 id="near">Near by <small>not on the area, within 500 m</small></h2>
<div class="scroll" role="region" aria-labelledby="near" tabindex="0"><table class="wide">${headRow('What', 'Nearest', '#Distance', '#Touching', '#Within 100 m', '#Within 500 m')}
<tbody>${near.map(nearRow)}</tbody></table></div>`;
}

function nearRow({
  title,
  synthetic,
  nearest,
  touching,
  within100,
  within500,
  ask,
}: AreaNear): Html {
  const { distanceM, bearing } = nearest;
  return html`<tr><th scope="row">${title} ${synthetic && SYNTHETIC}</th>
<td>${nearest.title}${ask.map(({ name, why }) => html`<br><span class="quiet">Ask ${name}: ${why}</span>`)}</td>
<td class="figure nowrap">${distanceM === 0 ? 'touching' : `${distance(distanceM)} ${bearing}`}</td>
<td class="figure">${count(touching)}</td><td class="figure">${count(within100)}</td><td class="figure">${count(within500)}</td></tr>`;
}

/** Everybody to consult, each once. */
export function consultSection(consultees: AreaAnswer['consultees']): Html | undefined {
  if (consultees.length === 0) return undefined;
  return html`
<h2 id="consultees">Whom to consult <small>${plural(consultees.length, 'consultee')}</small></h2>
<div class="scroll" role="region" aria-labelledby="consultees" tabindex="0"><table class="wide">${headRow('Who', 'Duty', 'Because of')}
<tbody>${consultees.map(
    ({ name, href, duty, because }) => html`<tr>
<th scope="row">${href ? html`<a class="plain-print" href="${href}" rel="noreferrer">${name}</a>` : name}</th>
<td>${duty === 'statutory' ? 'Required by law for some development' : 'Advised'}</td>
<td>${because.map(({ finding, why }, index) => html`${index > 0 && html`<br>`}${finding}: ${why}`)}</td></tr>`,
  )}</tbody></table></div>`;
}
