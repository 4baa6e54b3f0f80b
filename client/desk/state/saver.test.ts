import { expect, it } from 'vitest';
import { ApiProblem } from '#client/api/client.ts';
import type { Act, Keep } from './outbox.ts';
import { createSaver } from './saver.ts';

const DRAFT = 'abcdefghijklmnopqrst';
const act = (choice: string): Act => ({ method: 'POST', path: 'decisions', body: { choice } });

function memory(): Keep & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A server that answers, fails or refuses as told, and what reached it. */
function desk(keep: Keep = memory()) {
  const state = { fails: undefined as ApiProblem | undefined, taken: [] as unknown[] };
  const saver = createSaver({
    name: DRAFT,
    keep,
    send: async (sent) => {
      if (state.fails) throw state.fails;
      state.taken.push(sent.body);
      return sent.body;
    },
    onAnswer: () => undefined,
  });
  return { saver, state };
}

it('a saver sends acts in the order they were done', async () => {
  const { saver, state } = desk();
  const all = await Promise.all([saver.act(act('a')), saver.act(act('b')), saver.act(act('c'))]);
  expect(all).toEqual([true, true, true]);
  expect(state.taken).toEqual([{ choice: 'a' }, { choice: 'b' }, { choice: 'c' }]);
  expect(saver.saving()).toEqual({ kind: 'saved' });
});

it('a saver keeps on the device what gets no answer, and the next visit sends it', async () => {
  const keep = memory();
  const first = desk(keep);
  first.state.fails = new ApiProblem(0, 'The server does not answer.');
  await first.saver.act(act('a'));
  await first.saver.act(act('b'));
  expect(first.saver.saving()).toEqual({ kind: 'unsent', acts: 2, isKept: true });

  const second = desk(keep);
  expect(second.saver.saving()).toEqual({ kind: 'unsent', acts: 2, isKept: true });
  await second.saver.retry();
  expect(second.state.taken).toEqual([{ choice: 'a' }, { choice: 'b' }]);
  expect(keep.kept.size).toBe(0);
});

it('a session that ended loses no work', async () => {
  const keep = memory();
  const { saver, state } = desk(keep);
  state.fails = new ApiProblem(401, 'Not signed in.');
  await saver.act(act('a'));
  expect(saver.saving()).toEqual({ kind: 'unsent', acts: 1, isKept: true });
});

it('a saver says so when the device keeps nothing either', async () => {
  const { saver, state } = desk({
    ...memory(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  state.fails = new ApiProblem(503, 'Being restarted.');
  await saver.act(act('a'));
  expect(saver.saving()).toEqual({ kind: 'unsent', acts: 1, isKept: false });
});

it('a saver lets go of what is refused and of what was built on it', async () => {
  const keep = memory();
  const { saver, state } = desk(keep);
  state.fails = new ApiProblem(409, 'A colleague has changed this draft.');
  expect(await Promise.all([saver.act(act('a')), saver.act(act('b'))])).toEqual([false, false]);
  expect(saver.saving()).toEqual({ kind: 'refused', words: 'A colleague has changed this draft.' });
  expect(saver.waiting()).toEqual([]);
  expect(keep.kept.size).toBe(0);
});

it('a saver passes over acts that were tampered with', async () => {
  const keep = memory();
  keep.setItem(
    `odin.desk.outbox.${DRAFT}`,
    JSON.stringify([{ method: 'DELETE', path: '../../../api/account' }, act('a'), null, 7]),
  );
  const { saver, state } = desk(keep);
  await saver.retry();
  expect(state.taken).toEqual([{ choice: 'a' }]);
});

it('what must not happen twice is never kept to be sent again', async () => {
  const keep = memory();
  const { saver, state } = desk(keep);
  state.fails = new ApiProblem(0, 'The server does not answer.');
  expect(await saver.once({ method: 'DELETE', path: 'decisions/last' })).toBe(false);
  expect(keep.kept.size).toBe(0);
  expect(saver.saving()).toEqual({ kind: 'refused', words: 'The server does not answer.' });
});

it('undoing what no server has yet lets go of it', async () => {
  const { saver, state } = desk();
  state.fails = new ApiProblem(0, 'The server does not answer.');
  await saver.act(act('a'));
  await saver.act(act('b'));
  expect(saver.drop()).toBe(true);
  expect(saver.waiting()).toEqual([act('a')]);
  expect(saver.drop()).toBe(true);
  expect(saver.saving()).toEqual({ kind: 'saved' });
  expect(saver.drop()).toBe(false);
});
