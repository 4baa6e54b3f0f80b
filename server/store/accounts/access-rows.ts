import type { AccessChange, AccessState } from '#data/schema/access.ts';
import type { AccessAnswer, AccessRequest } from '#data/schema/access-request.ts';
import type { Agreement } from '#data/schema/agreement.ts';
import type { AuditEntry, AuditRow } from '#data/schema/audit.ts';
import type { LayerRow } from '../rows.ts';

/** An edition that not everybody may see. */
export type ApartEdition = { readonly row: number; readonly sha256: string };

/** A dataset that is not open, or has editions from when it was not. */
export type ApartDataset = {
  readonly dataset: string;
  readonly publisher: string;
  readonly state: AccessState;
  /** Those kept apart: all of them while the dataset is not open. */
  readonly editions: readonly ApartEdition[];
};

/** How a published dataset stands, and what it is in a few words. */
export type StandingRow = {
  readonly dataset: string;
  readonly publisher: string;
  readonly state: AccessState;
  /** When it came to stand so; absent: from the beginning. */
  readonly since?: string;
  readonly title: string;
  readonly description?: string;
  /** `theme/type`. */
  readonly featureType: string;
};

/** A dataset's access is changed, and its features come into other layers. */
export type AccessMove = {
  readonly dataset: string;
  readonly change: AccessChange;
  /** Layers as they stand then. */
  readonly layers: readonly LayerRow[];
  /** Words other datasets' issues may name it by: they are removed when it is no longer open. */
  readonly title: string;
  readonly entry: AuditEntry;
};

/** Which entries of the audit are wanted, newest first. */
export type AuditPage = {
  readonly dataset: string;
  /** Those before this one. */
  readonly before?: number;
  readonly limit: number;
};

/** Readings of a dataset by one agreement in one month. */
export type MonthlyReading = {
  /** `2026-11`. */
  readonly month: string;
  readonly dataset: string;
  readonly agreement?: string;
  readonly readings: number;
  readonly rows: number;
};

/** The end of the chain. */
export type AuditHead = Pick<AuditRow, 'seq' | 'hash'>;

/** What the store knows of who may have what. */
export type AccessStore = {
  /** Counts the changes of all that is told here but the audit, by this process or another. */
  readonly revision: () => Promise<number>;
  /** How a dataset stands; undefined when there is none. */
  readonly stateOf: (dataset: string) => Promise<AccessState | undefined>;
  readonly listApart: () => Promise<ApartDataset[]>;
  /** Every live dataset, open ones too: whoever shows some of them asks `can()` about each. */
  readonly listStandings: () => Promise<StandingRow[]>;
  /** Publisher → organisation. */
  readonly listOwners: () => Promise<Map<string, string>>;
  /** Newest first. */
  readonly listAccessChanges: (dataset: string) => Promise<AccessChange[]>;
  /** One transaction: state, layers, and what names the dataset elsewhere. @throws {RangeError} no such dataset */
  readonly changeAccess: (move: AccessMove) => Promise<void>;
  /** In the order they were made. */
  readonly listAgreements: () => Promise<Agreement[]>;
  readonly putAgreement: (agreement: Agreement, entry: AuditEntry) => Promise<void>;
  /** @throws {RangeError} when there is none such, or it is revoked already */
  readonly revokeAgreement: (
    id: string,
    revoked: NonNullable<Agreement['revoked']>,
    entry: AuditEntry,
  ) => Promise<void>;
  /** Newest first. */
  readonly listRequests: (dataset: string) => Promise<AccessRequest[]>;
  /** @param secret hash of what the address of the answer holds */
  readonly findRequest: (secret: string) => Promise<AccessRequest | undefined>;
  /** @returns false, and nothing is kept, when too many of the dataset wait */
  readonly putRequest: (
    request: AccessRequest,
    secret: string,
    entry: AuditEntry,
  ) => Promise<boolean>;
  /** @returns false, and nothing is kept, when it was answered before */
  readonly answerRequest: (
    request: AccessRequest,
    answer: AccessAnswer,
    entries: readonly AuditEntry[],
  ) => Promise<boolean>;
  /** What the session of a hash reads for; undefined while nothing was chosen. */
  readonly purposeOf: (session: string) => Promise<string | undefined>;
  /** @param purpose absent: for nothing any more */
  readonly choosePurpose: (session: string, purpose?: string) => Promise<void>;
  /** Write entries down, in order; they are on disk when the promise resolves. */
  readonly audit: (entries: readonly AuditEntry[]) => Promise<void>;
  readonly listAudit: (page: AuditPage) => Promise<AuditRow[]>;
  /** Undefined while nothing was written. */
  readonly auditHead: () => Promise<AuditHead | undefined>;
  /** The chain from a row on, as it stands in the database, whatever was done to it. */
  readonly pageAudit: (after: number, limit: number) => Promise<RawAuditRow[]>;
  readonly monthlyReadings: () => Promise<MonthlyReading[]>;
};

/** A row of the chain with its entry as text: what its hash is over. */
export type RawAuditRow = Pick<AuditRow, 'seq' | 'previous' | 'hash'> & { readonly text: string };
