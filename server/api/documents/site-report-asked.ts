import type { SiteSearch } from '#data/siting/search.ts';
import { isFault } from '#data/siting/search-fault.ts';
import { parseSearch, writeSearch } from '#data/siting/search-text.ts';
import type { ReportTrouble } from '#server/pages/site-report/trouble.ts';

/** Which report is asked for. */
export type AskedReport = {
  /** Feature id, `area:<n>` or `cell:<H3 index>`. */
  readonly site: string;
  readonly search: SiteSearch;
  /** The search as `writeSearch` has it: equal searches have one address. */
  readonly searchText: string;
  /** ISO 8601 in UTC with milliseconds; absent: of now. */
  readonly asOf?: string;
};

type Query = Readonly<Record<string, unknown>>;

const KNOWN = ['site', 'search', 'as-of'];

/** Longest key of a site: a feature id is a third of it. */
const LONGEST_KEY = 200;

const KEY = /^(?:area:\d{1,4}|cell:[0-9a-f]{15}|odin:[a-z-]+\/[a-z0-9-]+:[0-9a-z]{26})$/;

/**
 * Read the address of a report. Never throws.
 *
 * @param now the server's clock: no report is of a moment that has not come
 */
export function readAskedReport(query: Query, now: Date): AskedReport | ReportTrouble {
  const wrong = wrongName(query);
  if (wrong) return wrong;
  const { site, search, 'as-of': moment } = query;
  if (typeof site !== 'string' || site.length > LONGEST_KEY || !KEY.test(site)) {
    return noSite(site);
  }
  if (typeof search !== 'string' || search === '') {
    return {
      what: 'The address does not say which search the site was found with.',
      mend: 'Give search= the text of a search, as in search=data-centre.',
    };
  }
  const read = parseSearch(search);
  if (isFault(read)) return read;
  const asOf = moment === undefined ? undefined : readMoment(moment, now);
  if (typeof asOf === 'object') return asOf;
  return {
    site,
    search: read,
    searchText: writeSearch(read),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function noSite(given: unknown): ReportTrouble {
  const isNamed = typeof given === 'string' && given !== '';
  return {
    what: isNamed ? 'The address names no site.' : 'The address does not say which site.',
    ...(isNamed ? { where: clip(given) } : {}),
    mend: 'Give site= the id of a feature, area: and its number, or cell: and its index, as the finder does.',
  };
}

/** True of what stands in a report's way. */
export const isTrouble = (asked: object): asked is ReportTrouble => 'mend' in asked;

function wrongName(query: Query): ReportTrouble | undefined {
  const name = Object.keys(query).find((each) => !KNOWN.includes(each));
  return name === undefined
    ? undefined
    : {
        what: 'The address has a part that no report knows.',
        where: clip(name),
        mend: `It takes ${KNOWN.join(', ')}; take out the rest.`,
      };
}

/** A moment in UTC; a second's share may be left out. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

function readMoment(text: unknown, now: Date): string | ReportTrouble {
  const time = typeof text === 'string' && MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February would be read as 2 March
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(String(text).slice(0, 10))) {
    return {
      what: 'The moment of the report cannot be read.',
      ...(typeof text === 'string' && text !== '' ? { where: clip(text) } : {}),
      mend: 'Write it in UTC, as in as-of=2026-11-23T12:00:00Z, or leave it out for now.',
    };
  }
  if (time > now.getTime()) {
    return {
      what: 'The moment of the report has not come yet.',
      where: clip(String(text)),
      mend: 'Leave as-of out for a report of now.',
    };
  }
  return new Date(time).toISOString();
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Signs that need not be escaped in a query (RFC 3986 §3.4), so that printed addresses stay short. */
const PLAIN: Readonly<Record<string, string>> = { '%3A': ':', '%2F': '/', '%2C': ',', '%3B': ';' };

/** A text within a query. */
export const inQuery = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%(?:3A|2F|2C|3B)/g, (code) => PLAIN[code] ?? code);

/** The query of a report: the same for the page and its files. */
export const reportQuery = ({ site, searchText, asOf }: AskedReport): string =>
  [
    `site=${inQuery(site)}`,
    `search=${inQuery(searchText)}`,
    ...(asOf === undefined ? [] : [`as-of=${asOf}`]),
  ].join('&');
