import type { IssueKind } from './issue-kind.ts';

/** Issues of `net.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const NET_ISSUES = {
  'net.dangling-end': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The line ends without meeting another.',
    mend: 'Check whether it should join the next line.',
  },
  'net.near-miss-junction': {
    severity: 'notice',
    mender: 'both',
    meaning: 'Two lines end within half a metre of each other without meeting.',
    mend: 'Snap the ends together if they join.',
  },
  'net.direction-missing': {
    severity: 'notice',
    mender: 'both',
    meaning: 'Nothing says which way this pipe or circuit runs.',
    mend: 'Draw it in the direction of flow, or add a column that says it.',
  },
  'net.voltage-mismatch-at-node': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Lines of different voltage meet where there is no substation.',
    mend: 'Check the voltages, or add the substation.',
  },
  'net.overlapping-duplicate': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Two lines lie on top of each other.',
    mend: 'Remove one, unless two really run there.',
  },
  'net.pressure-tier-jump': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'Pipes of different pressure meet where there is no governor.',
    mend: 'Check the pressures, or add the governor.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
