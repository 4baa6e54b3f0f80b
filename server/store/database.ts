import Sqlite, { type Database } from 'better-sqlite3';

/** What a connection is for: one thread stages editions, all others read and make short writes. */
export type Purpose = 'staging' | 'all else';

/** Connect to the database of a store. @throws {Error} when it cannot be opened */
export function openDatabase(path: string, purpose: Purpose): Database {
  const db = new Sqlite(path);
  // a new database: pages of records are long, and each of the disk costs a call
  db.pragma('page_size = 16384'); // bytes
  db.pragma('journal_mode = WAL');
  // An acknowledged publish must survive a power cut. Staged records may be lost in one: nobody sees them before
  // the flip, a write of another connection, and that syncs the log they are in.
  db.pragma(`synchronous = ${purpose === 'staging' ? 'NORMAL' : 'FULL'}`);
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536'); // KiB
  // index pages are written again by every batch of a publish: gather them before copying them back
  db.pragma('wal_autocheckpoint = 2048'); // pages
  db.pragma('mmap_size = 268435456'); // bytes
  return db;
}
