import { extname } from 'node:path';
import { htmlReport } from './html.ts';
import { markdownReport, plainReport, summary } from './plain.ts';
import { type ReportFacts, tellStory } from './story.ts';

const WRITERS: Readonly<Record<string, (story: ReturnType<typeof tellStory>) => string>> = {
  '.html': htmlReport,
  '.htm': htmlReport,
  '.md': markdownReport,
  '.txt': plainReport,
};

/** A report as a document, by the ending of its file name: `.html`, `.md`, `.txt`; undefined for all others, which get JSON. */
export function reportDocument(fileName: string, report: ReportFacts): string | undefined {
  return WRITERS[extname(fileName).toLowerCase()]?.(tellStory(report));
}

/** The short summary a person at a terminal reads. */
export const terminalSummary = (report: ReportFacts): string => summary(tellStory(report));
