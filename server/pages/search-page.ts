import type { KeptSearch, SearchEvent, SitesAnswer } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import type { Ranking, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { sayMust, sayPrefer, sayScore } from '#data/siting/words.ts';
import { dateText } from '#data/words/dates.ts';
import { grouped, listed, many } from '#data/words/figures.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { scrollRegion } from './scroll-region.ts';
import { headRow, SYNTHETIC } from './signs.ts';
import { SITE_NAMES } from './site-names.ts';

export type SearchPage = {
  readonly kept: KeptSearch;
  /** Of the search as this ODIN reads it. */
  readonly search: SiteSearch;
  /** What it was begun from: `Data centre`. */
  readonly profile: string;
  /** What everybody sees of it now; absent: something it looks through is kept no more, and `trouble` says what. */
  readonly found?: { readonly answer: SitesAnswer; readonly ranking: Ranking };
  readonly trouble?: string;
  /** Paths of its feeds. */
  readonly feeds: { readonly json: string; readonly atom: string };
};

/** Sites named on the page. */
const MOST_ROWS = 50;

/** `/searches/:id`: a search that is kept, what meets it now and what changed since. */
export function searchPage(page: SearchPage): string {
  const { kept, search, feeds } = page;
  const finder = `/sites?search=${encodeURIComponent(kept.search)}`;
  return layout({
    title: kept.title,
    section: 'sites',
    description: `A search for sites, kept and watched: ${many(kept.meets, 'site')} meet it now.`,
    feeds: [
      { media: 'application/feed+json', title: kept.title, href: feeds.json },
      { media: 'application/atom+xml', title: kept.title, href: feeds.atom },
    ],
    body: html`
<article class="kept-search">
<p class="kicker">Kept search</p>
<h1>${kept.title}</h1>
<p class="lead">${leadOf(page)}</p>
<p class="actions"><a href="${finder}">Open in the finder</a> ·
<a href="${feeds.atom}">Follow as Atom</a> · <a href="${feeds.json}">Follow as JSON Feed</a> ·
<a href="/api/searches/${kept.id}">This search as JSON</a></p>
<p class="note">Kept ${dateText(kept.keptAt)}, last held against what is live ${dateText(kept.checkedAt)}.
It is held against what everybody sees; nothing is kept of who sent it.</p>
${page.trouble !== undefined && html`<p class="callout">${page.trouble}</p>`}
<h2 id="changes">What changed</h2>
${changesOf(kept.events)}
<h2 id="sites">Sites that meet it</h2>
${sitesOf(page)}
<h2 id="asks">What it asks</h2>
${asks(search, page)}
${sourcesOf(page)}
</article>`,
  });
}

function leadOf({ kept, found }: SearchPage): string {
  if (!found) return `${many(kept.meets, 'site')} met every must when it was last looked.`;
  const { total } = found.ranking;
  const meets = kept.meets === 1 ? 'meets' : 'meet';
  return `${grouped(kept.meets)} of ${many(total, 'site')} ${meets} every must now.`;
}

function asks({ must, prefer }: SiteSearch, { profile, found }: SearchPage): Html {
  const musts = must.filter(({ off }) => !off);
  const untested = new Set([
    ...(found?.ranking.funnel ?? []).flatMap(({ must: id, state }) =>
      state === 'not-supplied' ? [id] : [],
    ),
    ...(found?.ranking.notTested ?? []),
  ]);
  const aside = ({ id, note }: Must | Prefer): Html =>
    html`${untested.has(id) && html` <strong>Not tested: nobody supplied it.</strong>`}${note && html` <span class="quiet">${note}</span>`}`;
  const total = prefer.reduce((sum, { weight }) => sum + weight, 0);
  const share = (weight: number): number => (total > 0 ? Math.round((weight / total) * 100) : 0);
  return html`<p>Begun from: ${profile}.</p>
${musts.length > 0 && html`<h3>Must</h3><ul>${musts.map((each) => html`<li>${sayMust(each, SITE_NAMES)}.${aside(each)}</li>`)}</ul>`}
${
  prefer.length > 0 &&
  html`<h3>Better the more</h3><ul>${prefer
    .filter(({ weight }) => weight > 0)
    .map(
      (each) =>
        html`<li>${sayPrefer(each, SITE_NAMES)}, weight ${share(each.weight)} of 100.${aside(each)}</li>`,
    )}</ul>`
}`;
}

function sitesOf(page: SearchPage): Html {
  const { found } = page;
  if (!found) return html`<p class="empty">They cannot be measured now.</p>`;
  const { ranked } = found.ranking;
  if (ranked.length === 0) {
    return html`<p class="empty">No site meets every must. The finder says which must costs most.</p>`;
  }
  const rows = ranked.slice(0, MOST_ROWS).map((each) => siteRow(each, page, found.answer));
  const more = ranked.length - rows.length;
  return html`${scrollRegion(
    'Sites that meet it, best first',
    html`<table class="wide">
${headRow('#Rank', 'Site', 'District', '#Area', '#Score', 'To bear in mind')}
<tbody>${rows}</tbody></table>`,
  )}
<p class="note">Score of 100; a range where something is not known.${more > 0 && html` ${many(more, 'more site')} in the finder.`}</p>
${found.answer.notes.map((note) => html`<p class="note">${note}</p>`)}`;
}

function siteRow(standing: Standing, { kept, search }: SearchPage, answer: SitesAnswer): Html {
  const site = answer.sites[standing.index];
  if (!site) return html``;
  const report = `/report?${new URLSearchParams({ site: site.key, search: kept.search })}`;
  const { district = '', areaHa, fact, synthetic, reference } = site;
  const untold = search.must
    .filter(({ id }) => standing.untold.includes(id))
    .map(({ short }) => short.toLowerCase());
  const bearing = [
    ...(fact === undefined ? [] : [fact]),
    ...(untold.length > 0 ? [`nobody can tell: ${listed(untold)}`] : []),
  ];
  return html`<tr>
<td class="figure">${standing.rank ?? 0}</td>
<th scope="row"><a href="${report}">${site.title}</a>${synthetic && html` ${SYNTHETIC}`}${reference !== undefined && html`<br><span class="quiet">${reference}</span>`}</th>
<td>${answer.districts[district] ?? 'outside the districts'}</td>
<td class="figure nowrap">${areaHa === undefined ? 'not supplied' : `${areaHa.toFixed(2)}\u00a0ha`}</td>
<td class="figure">${sayScore(standing)}</td>
<td>${bearing.join(', ')}</td>
</tr>`;
}

const KINDS: Readonly<Record<SearchEvent['kind'], string>> = {
  entered: 'Entered',
  left: 'Left',
  changed: 'Changed',
  'search-kept': 'Kept',
};

function changesOf(events: readonly SearchEvent[]): Html {
  const rows = events.map(
    ({ at, kind, title, text }) => html`<tr>
<td class="nowrap"><time datetime="${at}">${dateText(at)}</time></td>
<td>${KINDS[kind]}</td>
<th scope="row">${title}</th>
<td>${text}</td>
</tr>`,
  );
  return scrollRegion(
    'What changed, newest first',
    html`<table class="wide">${headRow('Day', 'What', 'Site', 'Why')}<tbody>${rows}</tbody></table>`,
  );
}

function sourcesOf({ found }: SearchPage): Html {
  if (!found) return html``;
  const { sources, terms, credits } = found.answer;
  const rows = sources.map(
    ({ dataset, title, publisher, edition, updated, licence, synthetic }) => html`<tr>
<th scope="row"><a href="/data/${dataset}">${title}</a>${synthetic && html` ${SYNTHETIC}`}</th>
<td>${publisher.name}</td>
<td class="nowrap">${edition} · ${dateText(updated)}</td>
<td>${licence.title}</td>
</tr>`,
  );
  return html`<h2 id="sources">Whose data it rests on</h2>
${scrollRegion(
  'Whose data it rests on',
  html`<table class="wide">${headRow('Dataset', 'Publisher', 'Edition', 'Licence')}<tbody>${rows}</tbody></table>`,
)}
<p class="note">${terms.label ? `${terms.label}. ` : ''}${terms.reason}</p>
${credits.long.map((line) => html`<p class="note">${line}</p>`)}`;
}
