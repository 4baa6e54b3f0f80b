import type { AuditEntry } from '#data/schema/audit.ts';
import type { AccountSubject } from '#data/schema/subject.ts';
import type { Apart, Held } from './sight.ts';

/** What one request read of data that is not for everybody. */
export type Readings = {
  /** Told of every reading of a request, and how many records it gave: they are summed. */
  readonly note: (held: Held, records: number) => void;
  /** What there is to be written down: one entry a dataset. It is had once. */
  readonly take: (subject: AccountSubject, about: Asked) => AuditEntry[];
};

/** What was asked, and when. */
export type Asked = {
  readonly path: string;
  readonly area?: string | undefined;
  readonly version?: string | undefined;
  readonly now: Date;
};

/** Longest part of an address that is written down, characters. */
const LONGEST = 300;

/** Collect the readings of one request. */
export function openReadings(): Readings {
  const read = new Map<string, { readonly held: Held; rows: number }>();
  return {
    note(held, records) {
      const { id } = held.apart.thing;
      const known = read.get(id);
      if (known) known.rows += records;
      else read.set(id, { held, rows: records });
    },
    take(subject, { path, area, version, now }) {
      const entries = [...read.values()].map(
        ({ held, rows }): AuditEntry => ({
          kind: 'read',
          at: now.toISOString(),
          actor: actorOf(subject, held),
          dataset: held.apart.thing.id,
          ...(held.agreement
            ? { agreement: held.agreement.id, purpose: held.agreement.terms.purpose }
            : {}),
          precision: 'exact',
          path: path.slice(0, LONGEST),
          ...(version === undefined ? {} : { version }),
          ...(area === undefined ? {} : { area: area.slice(0, LONGEST) }),
          rows,
        }),
      );
      read.clear();
      return entries;
    },
  };
}

/** Who reads, and for which of their organisations. */
export function actorOf(
  { accountId, name, memberships }: AccountSubject,
  { apart, agreement }: { readonly apart: Apart; readonly agreement?: Held['agreement'] },
): AuditEntry['actor'] {
  const within = agreement?.grantees ?? apart.thing.organisations;
  const membership = memberships.find(({ organisationId }) => within.includes(organisationId));
  return {
    account: accountId,
    name,
    ...(membership ? { organisation: membership.organisationId } : {}),
    role: membership?.role ?? 'signed-in',
  };
}
