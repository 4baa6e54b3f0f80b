import type { DecodedFile, LicenceStatement } from '#data/schema/flow.ts';
import type { HarmoniseContext, HarmoniseOptions } from './context.ts';
import { type LicenceVerdict, licenceColumn, settleLicence } from './licence.ts';
import { unstatedRights } from './licence-rights.ts';
import type { Survey } from './survey.ts';

/** The licence of a file, from everything said about it by the caller, its descriptor, itself and the papers beside it. */
export function licenceOf(
  decoded: DecodedFile,
  surveys: readonly Survey[],
  options: HarmoniseOptions,
  context: HarmoniseContext,
): LicenceVerdict {
  const file = statementsOf(decoded, surveys, context);
  const source = options.source?.licence;
  const verdict = settleLicence({ option: options.licence, source, file }, context);
  const said = [
    ...file.map(({ text }) => text),
    options.licence,
    source?.attribution,
    source?.evidence,
  ];
  const clues = surveys.map(({ layer, facts }) => ({ name: layer.name, columns: facts.columns }));
  const rights = unstatedRights(clues, said.filter((words) => words !== undefined).join('\n'));
  return { ...verdict, issues: [...verdict.issues, ...rights] };
}

/** Everything the file and the papers beside it say about its licence, each text once. */
function statementsOf(
  { layers, licenceStatements = [] }: DecodedFile,
  surveys: readonly Survey[],
  context: HarmoniseContext,
): readonly LicenceStatement[] {
  const found = new Map(licenceStatements.map((each) => [each.text, each]));
  for (const { name, licenceText: text } of layers) {
    const known = text === undefined || [...found.keys()].some((other) => text.includes(other));
    if (!known) found.set(text, { text, where: `layer “${name}”` });
  }
  for (const { facts } of surveys) {
    const column = licenceColumn(facts.columns, context);
    if (column !== undefined && !found.has(column.text)) found.set(column.text, column);
  }
  return [...found.values()];
}
