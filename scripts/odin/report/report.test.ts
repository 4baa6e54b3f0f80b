import { describe, expect, it } from 'vitest';
import { issue } from '#data/issues/issue.ts';
import { reportDocument, terminalSummary } from './index.ts';
import type { ReportFacts } from './story.ts';

const REPORT: ReportFacts = {
  file: 'street lights.csv',
  format: 'csv',
  encoding: 'utf-8',
  featureType: 'transport/car-park',
  licence: 'OGL-UK-3.0',
  records: 1204,
  features: 1201,
  unplaced: 3,
  rejected: 0,
  crs: { id: 'EPSG:27700' },
  layers: [{ name: 'street lights' }],
  issues: [],
};
const fault = (line: number) =>
  issue(
    'crs.null-island',
    { layer: 'street lights', line, column: 'GeoX', value: 0 },
    'The coordinates are zero.',
  );
const words = (report: ReportFacts, ending: string) => reportDocument(`r${ending}`, report) ?? '';

describe('reportDocument()', () => {
  it('tells what the file is, with names and separators, in every form', () => {
    for (const ending of ['.txt', '.md', '.html', '.HTM']) {
      const text = words(REPORT, ending);
      expect(text).toContain('1,201 of 1,204');
      expect(text).toContain('British National Grid');
      expect(text).toContain('It can be published.');
    }
    expect(reportDocument('report.json', REPORT)).toBeUndefined();
  });

  it('puts what stops publication first, and faults of one kind together with count, lines and example', () => {
    const issues = [fault(96), fault(7), fault(12), issue('licence.missing')];
    const text = words({ ...REPORT, licence: null, issues }, '.txt');
    expect(text.indexOf('licence is stated') < text.indexOf('coordinates are zero')).toBe(true);
    expect(text).toContain('3 times; lines 7, 12, 96; such as “0”');
    expect(text).toContain(`npx odin harmonise 'street lights.csv' --licence "OGL v3.0"`);
    expect(text.match(/coordinates are zero/g)).toHaveLength(1);
  });

  it('says how often once, though the message says it too', () => {
    const found = issue(
      'value.url-invalid',
      { line: 2, count: 128 },
      'No web address. (128 records say the same, first line 2, last line 129)',
    );
    const text = words({ ...REPORT, issues: [found] }, '.txt');
    expect(text).toContain('* No web address.\n  128 times; line 2 and more');
  });

  it('is safe and self-contained whatever the file holds', () => {
    const hostile = '<script>alert(1)</script>';
    const found = issue('value.pattern', { column: hostile, value: hostile }, hostile);
    const html = words({ ...REPORT, file: hostile, issues: [found] }, '.html');
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/(src|href)=/);
    expect(html).toContain('<html lang="en-GB">');
    expect(words({ ...REPORT, issues: [found] }, '.md')).not.toContain('<script');
  });

  it('says of an unreadable file that nothing can be published, and what to do', () => {
    const unread: ReportFacts = {
      ...REPORT,
      format: null,
      layers: [],
      records: 0,
      features: 0,
      unplaced: 0,
      issues: [issue('file.empty')],
    };
    expect(words(unread, '.txt')).toContain(
      'The file could not be read, so nothing of it can be published.',
    );
    expect(terminalSummary(unread)).toContain(
      'What stops publication:\n  - The file holds nothing.',
    );
  });
});

describe('terminalSummary()', () => {
  it('is short: choices are left to the report', () => {
    const issues = [
      issue('crs.declared'),
      fault(7),
      ...Array.from({ length: 9 }, (_, index) =>
        issue('column.all-empty', { column: `c${index}` }),
      ),
    ];
    const text = terminalSummary({ ...REPORT, issues });
    expect(text.split('\n').length).toBeLessThan(24);
    expect(text).toContain('and 5 more kinds, in the report');
    expect(text).not.toContain('says which coordinate system');
  });
});
