import type { IssueCode } from './register.ts';

/** What must exist before the codes of a set can be met. */
export type ReservedCodes = { readonly until: string; readonly codes: readonly IssueCode[] };

/** Codes of the register that no part of ODIN gives yet: their words are settled, so that whoever reads a report later finds them here. */
export const RESERVED_CODES: readonly ReservedCodes[] = [
  {
    until: 'Given when ODIN collects files from an address by itself.',
    codes: [
      'fetch.http-status',
      'fetch.auth-required',
      'fetch.tls-invalid',
      'fetch.redirected-host',
      'fetch.too-large',
      'fetch.truncated',
      'fetch.unchanged',
      'fetch.stale',
      'fetch.overdue',
      'fetch.broken-30-days',
      'file.hash-mismatch',
      'file.byte-count',
      'value.url-dead',
    ],
  },
  {
    until: 'Given when a dataset’s description and agreements are kept with a publisher’s sign-in.',
    codes: [
      'licence.attribution-missing',
      'licence.conflict-in-combination',
      'licence.expired',
      'licence.expiring-30-days',
      'meta.title-missing',
      'meta.description-missing',
      'meta.contact-missing',
      'meta.update-cadence-missing',
      'meta.documentation-url-missing',
      'meta.documentation-same-as-endpoint',
      'meta.coverage-unstated',
      'meta.sensitivity-unset',
    ],
  },
  {
    until: 'Given when lines are checked as a network, and records against those they refer to.',
    codes: [
      'net.dangling-end',
      'net.near-miss-junction',
      'net.direction-missing',
      'net.voltage-mismatch-at-node',
      'net.overlapping-duplicate',
      'net.pressure-tier-jump',
      'rel.foreign-key-missing',
      'rel.orphan',
      'rel.cycle',
    ],
  },
  {
    until:
      'Kept for finer words than those given now; the reading behind them is told by other codes.',
    codes: [
      'column.duplicate-target',
      'column.single-value',
      'geom.mixed-types',
      'geom.invalid-unfixable',
      'geom.point-outside-own-polygon',
      'geom.too-many-vertices',
      'id.new',
      'id.removed',
      'id.out-of-range',
      'value.email-invalid',
      'value.gss-superseded',
      'value.organisation-unknown',
      'value.grid-ref-parsed',
      'value.defaulted',
      'value.default-from-field',
      'value.combined',
    ],
  },
];
