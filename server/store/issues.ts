import type { Database } from 'better-sqlite3';
import { type Issue, SEVERITIES, type Severity } from '#data/schema/issue.ts';
import type { Pages } from './records/pages.ts';
import type { IssueGroup, IssuePage, IssueRow } from './rows.ts';

type Row = {
  readonly number: number;
  readonly code: string;
  readonly severity: Severity;
  readonly mender: Issue['mender'];
  readonly layer: string | null;
  readonly line: number | null;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly count: number | null;
  readonly proposal: string | null;
  readonly message: string;
};

/** Table `issue`: what was found in an edition, in the order it was found. */
export function issueTable(db: Database, { spotsOnLines }: Pages) {
  const insert = db.prepare(`
    INSERT INTO issue (edition, number, code, severity, mender, layer, line, column_name, value, message,
      count, proposal)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const last = db.prepare<[number], { number: number | null }>(
    'SELECT max(number) AS number FROM issue WHERE edition = ?',
  );
  const page = db.prepare<unknown[], Row>(`
    SELECT number, code, severity, mender, layer, line, column_name, value, message, count, proposal
    FROM issue
    WHERE edition = @edition AND number > @after
      AND severity IN (SELECT value FROM json_each(@severities))
      AND (@code IS NULL OR code = @code)
      AND (@line IS NULL OR line = @line) AND (@layer IS NULL OR COALESCE(layer, @layer) = @layer)
    ORDER BY number LIMIT @limit`);
  const count = db.prepare<[number], { severity: Severity; n: number }>(
    'SELECT severity, count(*) AS n FROM issue WHERE edition = ? GROUP BY severity',
  );

  const group = db.prepare<[number], IssueGroup>(`
    SELECT code, severity, mender, count(*) AS count FROM issue
    WHERE edition = ? GROUP BY code, severity, mender ORDER BY min(number)`);

  const featureIdOf = (edition: number, { layer, line }: Row): string | undefined => {
    if (line === null) return undefined;
    for (const { page, index } of spotsOnLines(edition, line, line)) {
      if (layer === null || page.term(index, 'layer') === layer) return page.text(index, 'id');
    }
    return undefined;
  };

  return {
    groupIssues: (edition: number): IssueGroup[] => group.all(edition),
    /** Put issues after those the edition has. */
    insertIssues(edition: number, issues: readonly Issue[]): void {
      let number = last.get(edition)?.number ?? 0;
      for (const issue of issues) {
        const { code, severity, mender, layer, line, column, value, message } = issue;
        const place = [layer ?? null, line ?? null, column ?? null, value ?? null];
        const more = [issue.count ?? null, issue.proposal ?? null];
        insert.run(edition, ++number, code, severity, mender, ...place, message, ...more);
      }
    },
    listIssues(edition: number, asked: IssuePage): IssueRow[] {
      const { severities = SEVERITIES, after = 0, limit } = asked;
      const { code = null, line = null, layer = null } = asked;
      const which = { edition, code, line, layer, severities: JSON.stringify(severities) };
      const rows = page.all({ ...which, after, limit });
      return rows.map((row) => fromRow(row, featureIdOf(edition, row)));
    },
    countIssues(edition: number): Record<Severity, number> {
      const counts: Record<Severity, number> = {
        critical: 0,
        error: 0,
        warning: 0,
        notice: 0,
        info: 0,
      };
      for (const { severity, n } of count.all(edition)) counts[severity] = n;
      return counts;
    },
  };
}

const fromRow = (row: Row, featureId: string | undefined): IssueRow => ({
  number: row.number,
  code: row.code,
  severity: row.severity,
  mender: row.mender,
  ...(row.layer === null ? {} : { layer: row.layer }),
  ...(row.line === null ? {} : { line: row.line }),
  ...(row.column_name === null ? {} : { column: row.column_name }),
  ...(row.value === null ? {} : { value: row.value }),
  message: row.message,
  ...(row.count === null ? {} : { count: row.count }),
  ...(row.proposal === null ? {} : { proposal: row.proposal }),
  ...(featureId === undefined ? {} : { featureId }),
});
