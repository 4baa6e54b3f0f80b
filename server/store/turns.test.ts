import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTurn, openTurns } from './turns.ts';

it('take() does one piece of work after another, in the order they were asked', async () => {
  const turns = openTurns();
  const done: string[] = [];
  const slow = turns.take(async () => {
    await wait(20);
    done.push('slow');
  });
  const quick = turns.take(() => done.push('quick'));
  await Promise.all([slow, quick]);
  expect(done).toEqual(['slow', 'quick']);
});

it('take() hands on a fault to who asked, and the next gets its turn', async () => {
  const turns = openTurns();
  const failing = turns.take(() => {
    throw new RangeError('full');
  });
  await expect(failing).rejects.toThrow('full');
  expect(await turns.take(() => 'next')).toBe('next');
});

it('over() resolves when everything asked is done', async () => {
  const turns = openTurns();
  let isDone = false;
  void turns.take(async () => {
    await wait(10);
    isDone = true;
  });
  await turns.over();
  expect(isDone).toBe(true);
});

it('inTurn() makes each call of a method a turn, its fault a rejection', async () => {
  const { give, fail } = inTurn(openTurns(), {
    give: (one: number, other: number) => one + other,
    fail: () => {
      throw new TypeError('no');
    },
  });
  await expect(fail()).rejects.toThrow(TypeError);
  expect(await give(1, 2)).toBe(3);
});
