import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CombineAnswer } from '#data/schema/combine.ts';
import { openWorld, SECRET_DATASET, type World } from '#tests/support/access-world.ts';

describe('combining what is open to some alone', () => {
  let secret: World;
  beforeAll(async () => {
    secret = await openWorld(true);
    await secret.changeAccess('by-agreement');
  }, 120_000);
  afterAll(() => secret?.close());

  const asked = (who: 'anonymous' | 'grantee', path: string) => secret.ask(who, path);

  it('is refused to its grantee, who is led to where its owner is asked', async () => {
    const answer = await asked('grantee', `/api/combine?datasets=${SECRET_DATASET}`);
    const { possible, ways } = (await answer.json()) as CombineAnswer;
    expect(possible).toBe(false);
    const ask = ways.find(({ kind }) => kind === 'ask');
    expect(ask?.href).toBe('/agreements');
    const register = await (await asked('grantee', ask?.href ?? '')).text();
    expect(register).toContain(SECRET_DATASET);
  });

  it('is of something that is not there to anybody else', async () => {
    const answer = await asked('anonymous', `/api/combine?datasets=${SECRET_DATASET}`);
    expect(answer.status).toBe(404);
  });
});
