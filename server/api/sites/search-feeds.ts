import { createHash } from 'node:crypto';
import type { KeptSearch, SearchEvent } from '#data/schema/sites.ts';

/** What a feed is made from. */
export type Feed = {
  readonly kept: KeptSearch;
  /** Scheme and host of this server. */
  readonly origin: string;
  /** Words to print of the data it speaks of. */
  readonly credits: string;
};

/** Paths of a kept search: its page and its feeds. */
export const searchPath = (id: string): string => `/searches/${id}`;
export const feedPath = (id: string, format: 'json' | 'atom'): string =>
  `${searchPath(id)}/feed.${format}`;

/** Where an event leads: the report of its site, else the search's page. */
function addressOf(event: SearchEvent, { kept, origin }: Feed): string {
  if (event.site === undefined || event.kind === 'left') return `${origin}${searchPath(kept.id)}`;
  const query = new URLSearchParams({ site: event.site, search: kept.search });
  return `${origin}/report?${query}`;
}

const KINDS: Readonly<Record<SearchEvent['kind'], string>> = {
  entered: 'Entered',
  left: 'Left',
  changed: 'Changed',
  'search-kept': 'Search kept',
};

const titleOf = ({ kind, title }: SearchEvent): string => `${KINDS[kind]}: ${title}`;

/** A name for ever, wherever the server is reached: version 8 of RFC 9562, from a hash. */
function nameOf(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}a${hash.slice(17, 32)}`;
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** Names of events, newest first: no two of one search at one moment have the same words. */
const namesOf = ({ kept: { id, events } }: Feed): string[] =>
  events.map(({ at, kind, site = '', title, text }) => nameOf(id, at, kind, site, title, text));

const summaryOf = ({ kept: { meets } }: Feed): string =>
  `What enters, leaves or changes in this search for sites, as everybody sees it. ${meets === 1 ? '1 site meets' : `${meets} sites meet`} it now.`;

/** A feed as JSON. Source: JSON Feed 1.1, jsonfeed.org/version/1.1. */
export function jsonFeed(feed: Feed): unknown {
  const { kept, origin, credits } = feed;
  const names = namesOf(feed);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: kept.title,
    home_page_url: `${origin}${searchPath(kept.id)}`,
    feed_url: `${origin}${feedPath(kept.id, 'json')}`,
    description: summaryOf(feed),
    user_comment: credits,
    language: 'en-GB',
    authors: [{ name: 'ODIN' }],
    items: kept.events.map((event, at) => ({
      id: names[at],
      url: addressOf(event, feed),
      title: titleOf(event),
      content_text: event.text,
      date_published: event.at,
      tags: [event.kind],
    })),
  };
}

/** A feed as Atom. Source: RFC 4287. */
export function atomFeed(feed: Feed): string {
  const { kept, origin, credits } = feed;
  const names = namesOf(feed);
  const updated = kept.events[0]?.at ?? kept.keptAt;
  const entries = kept.events.map((event, at) =>
    [
      '  <entry>',
      `    <id>${names[at]}</id>`,
      `    <title>${xml(titleOf(event))}</title>`,
      `    <updated>${event.at}</updated>`,
      `    <published>${event.at}</published>`,
      `    <link rel="alternate" type="text/html" href="${xml(addressOf(event, feed))}"/>`,
      `    <category term="${event.kind}"/>`,
      `    <content type="text">${xml(event.text)}</content>`,
      '  </entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <id>${nameOf(kept.id)}</id>`,
    `  <title>${xml(kept.title)}</title>`,
    `  <subtitle>${xml(summaryOf(feed))}</subtitle>`,
    `  <updated>${updated}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(origin + feedPath(kept.id, 'atom'))}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(origin + searchPath(kept.id))}"/>`,
    '  <author><name>ODIN</name></author>',
    '  <generator>ODIN</generator>',
    `  <rights>${xml(credits)}</rights>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Signs XML 1.0 has no way to write (its production 2, Char). */
const NO_CHAR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const xml = (text: string): string =>
  text.replaceAll(NO_CHAR, '\uFFFD').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
