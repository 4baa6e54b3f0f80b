import { sayDistance, sayFigure } from '#data/siting/figures.ts';
import { sayDay } from '#data/siting/words.ts';
import { type Html, html } from '../html.ts';
import { scrollRegion } from '../scroll-region.ts';
import { SYNTHETIC } from '../signs.ts';
import type { PowerReport, PowerSource, SiteReport } from './report.ts';
import { listed } from './words.ts';

/** Electricity: which substation, on which basis, what its operator says of it, and what nobody said. */
export function powerSection({ power }: SiteReport): Html {
  const synthetic = power.sources.some((each) => each.synthetic);
  return html`<section class="power" aria-labelledby="power"><h2 id="power">Power</h2>
<p class="caveat"><strong>Not a connection offer.</strong> Headroom is a planning figure that changes from day to day. Only the network operator can say what may be connected, when and at what cost. ${synthetic && html`The substations badged here and every figure of theirs are made up. ${SYNTHETIC}`}</p>
${power.sources.length === 0 ? html`<p class="empty">No substation with figures was supplied within 20 km. ${askText(power)}</p>` : table(power.sources)}
<p class="note">${basisText(power)}</p></section>`;
}

const BASES = { serving: 'serves the site', nearest: 'nearest', second: 'second supply' } as const;

type Line = readonly [title: string, value: (source: PowerSource) => string | undefined];

const LINES: readonly Line[] = [
  [
    'Demand headroom, firm',
    ({ demandMva, demandMw }) => figures([demandMva, 'MVA'], [demandMw, 'MW']),
  ],
  ['Generation headroom', ({ generationMw }) => figures([generationMw, 'MW'])],
  ['Battery storage headroom', ({ storageMw }) => figures([storageMw, 'MW'])],
  ['Firm capacity', ({ firmMva }) => figures([firmMva, 'MVA'])],
  ['Peak demand', ({ peakMva }) => figures([peakMva, 'MVA'])],
  ['Voltage', ({ voltage }) => voltage],
  ['Fed from', ({ upstream }) => upstream],
  ['Queued ahead', ({ queued }) => queued],
  ['Figures as of', ({ asOf }) => (asOf === undefined ? undefined : sayDay(asOf))],
  ['Distance, straight line', ({ metres }) => sayDistance(metres)],
];

const figures = (
  ...all: readonly (readonly [number | undefined, string])[]
): string | undefined => {
  const said = all.flatMap(([value, unit]) =>
    value === undefined ? [] : [sayFigure(value, unit)],
  );
  return said.length === 0 ? undefined : said.join(', ');
};

function table(sources: readonly PowerSource[]): Html {
  return scrollRegion(
    'Substations',
    html`<table class="wide report-table power-table"><caption class="hidden">What operators say of the substations for this site</caption>
<thead><tr><td></td>${sources.map(({ title, basis, synthetic }) => html`<th scope="col" class="figure">${title}, ${BASES[basis]} ${synthetic && SYNTHETIC}</th>`)}</tr></thead>
<tbody>${LINES.map(([title, value]) => html`<tr><th scope="row">${title}</th>${sources.map((source) => cell(value(source)))}</tr>`)}
<tr><th scope="row">Source</th>${sources.map(({ dataset }) => html`<td class="figure">${dataset}</td>`)}</tr></tbody></table>`,
  );
}

const cell = (value: string | undefined): Html =>
  value === undefined
    ? html`<td class="figure quiet">not supplied</td>`
    : html`<td class="figure">${value}</td>`;

function basisText(power: PowerReport): string {
  const { sources, hasSupplyAreas, hasQueue } = power;
  const serving = sources.some(({ basis }) => basis === 'serving');
  const basis = serving
    ? 'Chosen by the supply area its operator draws round the site.'
    : hasSupplyAreas
      ? 'Nearest by distance: the site lies in none of the supply areas that were supplied.'
      : 'Nearest by distance. Supply areas are not supplied, so another substation may serve the site.';
  const queue = hasQueue
    ? ''
    : ' No register of connections is supplied, so what is queued ahead is not known.';
  return `${basis}${queue} Demand and generation are never added: MVA and MW say different things.`;
}

const askText = ({ ask }: PowerReport): string => (ask.length > 0 ? `Ask ${listed(ask)}.` : '');
