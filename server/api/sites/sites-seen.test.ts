import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { SITE_SEARCH } from '#tests/support/access-examples.ts';
import { openWorld, SECRET_DATASET, SECRET_WORD, type World } from '#tests/support/access-world.ts';

const columnOf = ({ columns }: SitesAnswer, begins: string) =>
  columns.find(({ what }) => what.startsWith(begins));

describe('a search over data that is not for everybody', () => {
  let secret: World;
  beforeAll(async () => {
    secret = await openWorld(true);
    await secret.changeAccess('by-agreement');
  }, 120_000);
  afterAll(() => secret?.close());

  const asked = async (who: 'anonymous' | 'grantee' | 'signed in', path = '/api/sites') => {
    const response = await secret.ask(who, `${path}?search=${encodeURIComponent(SITE_SEARCH)}`);
    return { headers: response.headers, text: await response.text() };
  };

  it('shows nothing of it and counts nothing of it to whoever may not have it', async () => {
    // the grantee first: what is kept in memory for them is not told to others
    const granted = JSON.parse((await asked('grantee')).text) as SitesAnswer;
    for (const who of ['anonymous', 'signed in'] as const) {
      const { text } = await asked(who);
      const answer = JSON.parse(text) as SitesAnswer;
      expect(text).not.toContain(SECRET_WORD);
      expect(answer.sites).toHaveLength(4);
      expect(answer.sources.map(({ dataset }) => dataset)).not.toContain(SECRET_DATASET);
      // two masts that are not theirs to see stand near Alpha
      expect(columnOf(answer, 'count.')?.low[0]).toBe(3);
      expect(columnOf(granted, 'count.')?.low[0]).toBe(5);
    }
  });

  it('counts it for a grantee, for them alone, and writes down that they read it', async () => {
    const { headers, text } = await asked('grantee');
    const answer = JSON.parse(text) as SitesAnswer;
    expect(text).toContain(SECRET_WORD);
    expect(answer.sites).toHaveLength(6);
    expect(headers.get('cache-control')).toBe('private, no-store');
    const audit = await secret.odin.deps.store.access.listAudit({
      dataset: SECRET_DATASET,
      limit: 5,
    });
    expect(JSON.stringify(audit)).toContain('/api/sites');
  });
});
