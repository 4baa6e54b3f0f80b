import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { afterSettling, openStagingLog, type StagingLog } from './staging-log.ts';

let db: Database;
let log: StagingLog;

beforeEach(() => {
  db = new Sqlite(':memory:');
  db.exec('CREATE TABLE record (number INTEGER)');
  log = openStagingLog(db);
});
afterEach(() => db.close());

const add = (records: number, numbers: readonly number[] = [1]): void =>
  log.add(records, () => {
    for (const number of numbers) db.prepare('INSERT INTO record VALUES (?)').run(number);
  });
const count = (): unknown => db.prepare('SELECT count(*) FROM record').pluck().get();

it('add() holds batches in one transaction until enough came together', () => {
  add(10);
  add(10);
  expect(db.inTransaction).toBe(true);
  add(5_000);
  expect(db.inTransaction).toBe(false);
  expect(count()).toBe(3);
});

it('afterSettling() commits what is held before another write, which it does not become part of', () => {
  add(10);
  const { write } = afterSettling(log, {
    write: () => {
      expect(db.inTransaction).toBe(false);
      return 'written';
    },
  });
  expect(write()).toBe('written');
  expect(count()).toBe(1);
});

it('settle() is at peace with a transaction that the engine has ended, and with none', () => {
  log.settle();
  add(10);
  db.exec('ROLLBACK');
  log.settle();
  add(10);
  log.settle();
  expect(count()).toBe(1);
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
});
