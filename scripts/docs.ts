import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadVocabulary } from '#data/load.ts';
import { dependenciesPage } from './docs/dependencies-page.ts';
import { issuesPage } from './docs/issues-page.ts';
import { licencesPage } from './docs/licences-page.ts';
import { schemaPage } from './docs/schema-page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The pages of `docs/` that are written from the data or the lockfile, by file name. */
export function docsPages(): ReadonlyMap<string, string> {
  const { licences } = loadVocabulary(`${ROOT}/data`);
  return new Map([
    ['dependencies.md', dependenciesPage()],
    ['issues.md', issuesPage()],
    ['licences.md', licencesPage([...licences.values()])],
    ['schema.md', schemaPage()],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of docsPages()) writeFileSync(`${ROOT}/docs/${name}`, text);
}
