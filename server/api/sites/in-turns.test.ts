import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { What } from '#data/siting/criterion.ts';
import { square } from '#server/measure/test-shapes.ts';
import { openCandidatesInSteps } from '#server/sites/candidates.ts';
import { openRegister } from '#server/sites/column.ts';
import { type MeasuredColumn, measureInSteps } from '#server/sites/index.ts';
import type { Steps } from '#server/sites/steps.ts';
import { E, FLOOD, N, ruler, zones } from '#server/sites/test-ask.ts';
import { candidate } from '#server/sites/test-ground.ts';
import { openDistricts } from '#server/sites/whereabouts.ts';
import { inTurns } from './in-turns.ts';

describe('inTurns()', () => {
  it('lets whoever waits have a turn between any two steps, and answers with the last', async () => {
    const seen: string[] = [];
    function* work(): Steps<string> {
      for (const step of ['one', 'two', 'three']) {
        seen.push(step);
        setImmediate(() => seen.push('another'));
        yield;
      }
      return 'done';
    }
    expect(await inTurns(work())).toBe('done');
    expect(seen).toEqual(['one', 'another', 'two', 'another', 'three', 'another']);
  });
});

describe('measuring thousands of sites', () => {
  // stands for whatever else a server has to answer: tiles, pages, other searches
  const server = createServer((_, response) => response.end('a tile'));
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('goes on while others are answered, from laying them out to the last column', async () => {
    const { port } = server.address() as AddressInfo;
    const measured = inTurns(measureMany(5_000));
    let isDone = false;
    const done = measured.finally(() => {
      isDone = true;
    });
    let answered = 0;
    for (; !isDone; answered++) await (await fetch(`http://127.0.0.1:${port}`)).text();
    await done;
    expect(answered).toBeGreaterThan(5);
    expect((await measured).map(({ why }) => why.length)).toEqual([5_000, 5_000, 5_000]);
  });
});

/** Lay sites out in a lattice and measure them to things in another. */
function* measureMany(count: number): Steps<readonly MeasuredColumn[]> {
  const lattice = (at: number, stepM: number, sideM: number) =>
    square(E + stepM * (at % 100), N + stepM * Math.floor(at / 100), sideM);
  const candidates = yield* openCandidatesInSteps(
    ruler,
    Array.from({ length: count }, (_, at) => candidate(`${at}`, lattice(at, 130, 60))),
  );
  const supplied = zones(
    Array.from({ length: 2_000 }, (_, at) => [`${at}`, lattice(at, 190, 120)]),
  );
  const context = {
    ...{ ruler, register: openRegister(), suppliesOf: () => [supplied] },
    districts: openDistricts(ruler, []),
  };
  const of = { type: FLOOD };
  const asked: readonly What[] = [
    { kind: 'distance', of },
    { kind: 'share', of },
    { kind: 'count', of, withinM: 500 },
  ];
  const columns: MeasuredColumn[] = [];
  for (const what of asked) columns.push(yield* measureInSteps(candidates, what, context));
  return columns;
}
