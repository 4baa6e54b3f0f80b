import type { Database } from 'better-sqlite3';
import type { Membership, Organisation, Role } from '#data/schema/subject.ts';
import type { MemberRow } from './account-rows.ts';

type StoredOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly publishers: string;
};

const ORGANISATIONS = `
  SELECT id, name, COALESCE((SELECT json_group_array(publisher ORDER BY publisher)
    FROM organisation_publisher WHERE organisation = id), '[]') AS publishers
  FROM organisation`;

/** Tables `organisation`, `organisation_publisher` and `membership`. */
export function organisationTables(db: Database) {
  const find = db.prepare<[string], StoredOrganisation>(`${ORGANISATIONS} WHERE id = ?`);
  const list = db.prepare<[], StoredOrganisation>(`${ORGANISATIONS} ORDER BY name`);
  const insert = db.prepare(
    'INSERT OR IGNORE INTO organisation (id, name, made_at) VALUES (?, ?, ?)',
  );
  const give = db.prepare(
    'INSERT OR IGNORE INTO organisation_publisher (publisher, organisation) VALUES (?, ?)',
  );
  const seed = (publishers: Iterable<{ id: string; name: string }>, at: Date): void => {
    for (const { id, name } of publishers) {
      insert.run(id, name, at.toISOString());
      give.run(id, id);
    }
  };
  return {
    findOrganisation: (id: string) => organisationOf(find.get(id)),
    listOrganisations: () => list.all().flatMap((row) => organisationOf(row) ?? []),
    /** One organisation for each publisher that has none. */
    seedOrganisations: db.transaction(seed),
    ...membershipTable(db),
  };
}

function membershipTable(db: Database) {
  const of = db.prepare<[string], Membership>(
    'SELECT organisation AS organisationId, role FROM membership WHERE account = ? ORDER BY 1',
  );
  const members = db.prepare<[string], MemberRow>(`
    SELECT account.id AS accountId, name, email, role FROM membership
    JOIN account ON account.id = account WHERE organisation = ? AND closed_at IS NULL ORDER BY name`);
  const put = db.prepare(`
    INSERT INTO membership (account, organisation, role) VALUES (?, ?, ?)
    ON CONFLICT (account, organisation) DO UPDATE SET role = excluded.role`);
  const remove = db.prepare('DELETE FROM membership WHERE account = ? AND organisation = ?');
  const counts = db.prepare<[], { organisation: string; members: number }>(`
    SELECT organisation, count(*) AS members FROM membership
    JOIN account ON account.id = account WHERE closed_at IS NULL GROUP BY organisation`);
  return {
    listMemberships: (account: string) => of.all(account),
    listMembers: (organisation: string) => members.all(organisation),
    countMembers: () =>
      new Map(counts.all().map(({ organisation, members: n }) => [organisation, n])),
    putMembership: (account: string, organisation: string, role: Role) =>
      void put.run(account, organisation, role),
    removeMembership: (account: string, organisation: string) =>
      void remove.run(account, organisation),
  };
}

const organisationOf = (row: StoredOrganisation | undefined): Organisation | undefined =>
  row && { id: row.id, name: row.name, publisherIds: JSON.parse(row.publishers) as string[] };
