import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { KeptSearch, SearchEvent } from '#data/schema/sites.ts';
import { atomFeed, jsonFeed } from './search-feeds.ts';

const AT = '2026-11-23T09:00:00.000Z';
const ORIGIN = 'http://odin.test';

const keptOf = (over: Partial<KeptSearch>): KeptSearch => ({
  ...{ id: 'a'.repeat(26), title: 'Depots', search: 'own~in:land/public-land' },
  ...{ keptAt: AT, checkedAt: AT, meets: 1, events: [] },
  ...over,
});
const eventOf = (over: Partial<SearchEvent>): SearchEvent => ({
  ...{ at: AT, kind: 'entered', site: 'odin:land/public-land:x', title: 'Yard' },
  text: 'Meets every must now.',
  ...over,
});

/** Elements of a feed with their texts, in order. @throws when it is not well formed */
function elementsOf(xml: string): [name: string, text: string][] {
  const found: [string, string][] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('text', (text) => {
    if (text.trim() !== '') found.push([open.at(-1) ?? '', text]);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

describe('atomFeed()', () => {
  it('is well formed and says what was written, whatever that is', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (title, site, words) => {
        const kept = keptOf({ title, events: [eventOf({ site, title, text: words })] });
        const elements = elementsOf(atomFeed({ kept, origin: ORIGIN, credits: title }));
        const names = elements.map(([name]) => name);
        expect(names.filter((name) => name === 'id')).toHaveLength(2);
      }),
    );
    const plain = keptOf({ events: [eventOf({ title: 'A & B <i>', text: 'a "b" ]]> c' })] });
    expect(elementsOf(atomFeed({ kept: plain, origin: ORIGIN, credits: '' }))).toEqual(
      expect.arrayContaining([
        ['title', 'Entered: A & B <i>'],
        ['content', 'a "b" ]]> c'],
        ['updated', AT],
      ]),
    );
  });

  it('names an event alike wherever the server is reached, and two events apart', () => {
    const events = [eventOf({}), eventOf({ at: '2026-11-22T09:00:00.000Z' })];
    const idsOf = (origin: string) =>
      elementsOf(atomFeed({ kept: keptOf({ events }), origin, credits: '' }))
        .filter(([name]) => name === 'id')
        .map(([, id]) => id);
    expect(idsOf(ORIGIN)).toEqual(idsOf('https://elsewhere.test'));
    expect(new Set(idsOf(ORIGIN)).size).toBe(3);
  });
});

describe('jsonFeed()', () => {
  it('leads from an event to the report of its site, and from one that left to the search', () => {
    const events = [eventOf({}), eventOf({ kind: 'left' })];
    const feed = jsonFeed({ kept: keptOf({ events }), origin: ORIGIN, credits: '© Somebody' });
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${ORIGIN}/searches/${'a'.repeat(26)}/feed.json`,
      items: [
        {
          title: 'Entered: Yard',
          url: `${ORIGIN}/report?site=odin%3Aland%2Fpublic-land%3Ax&search=own%7Ein%3Aland%2Fpublic-land`,
          content_text: 'Meets every must now.',
          date_published: AT,
        },
        { title: 'Left: Yard', url: `${ORIGIN}/searches/${'a'.repeat(26)}` },
      ],
    });
  });
});
