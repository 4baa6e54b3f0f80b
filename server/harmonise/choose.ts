import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { TYPE_THRESHOLD } from './fields/suggest-type.ts';
import type { Survey } from './survey.ts';

/** Names of sheets and tables that explain or validate the data beside them. */
const AUXILIARY =
  /\b(schema|example|sample|lookups?|guidance|guide|notes?|read ?me|instructions?|template|meta ?data|pick ?lists?|cover|contents|validation|drop ?downs?|lists?|codes?|legend|changelog|version|styles?|layer_styles|help|about|definitions?)\b/i;

/** The layers of a file that are made features, and the finding that says so. */
export type Choice = { readonly taken: readonly Survey[]; readonly issues: readonly Issue[] };

/**
 * Choose the layers of a file: the one named, else every layer that can be placed and is not an example or an
 * explanation; when none can be placed, the best table.
 *
 * @param named layer or sheet the caller or the descriptor asks for, any case
 */
export function chooseLayers(surveys: readonly Survey[], named: string | undefined): Choice {
  if (named !== undefined) return chooseNamed(surveys, named);
  const filled = surveys.filter(({ facts }) => facts.records > 0);
  if (filled.length <= 1) return { taken: filled.length === 1 ? filled : surveys, issues: [] };
  const data = filled.filter(
    ({ layer }) => layer.isHidden !== true && !AUXILIARY.test(layer.name.replace(/_/g, ' ')),
  );
  const candidates = data.length > 0 ? data : filled;
  const placed = candidates.filter(({ locator }) => locator.shape !== 'none');
  const taken = placed.length > 0 ? placed : bestTables(candidates);
  return { taken, issues: [saying(surveys, taken)] };
}

function chooseNamed(surveys: readonly Survey[], named: string): Choice {
  const wanted = named.toLowerCase();
  const taken = surveys.filter(({ layer }) => layer.name.toLowerCase() === wanted);
  if (taken.length > 0) return { taken, issues: [] };
  const names = surveys.map(({ layer }) => `“${layer.name}”`).join(', ');
  return {
    taken: [],
    issues: [
      issue(
        'table.layer-chosen',
        { value: named, severity: 'critical' },
        `The file has no layer “${named}”; it has ${names}.`,
      ),
    ],
  };
}

/** Tables without positions: those whose type is plain, else the longest. */
function bestTables(candidates: readonly Survey[]): readonly Survey[] {
  const typed = candidates.filter(({ ranked }) => (ranked[0]?.confidence ?? 0) >= TYPE_THRESHOLD);
  if (typed.length > 0) return typed;
  const [first, ...rest] = candidates;
  if (first === undefined) return [];
  return [rest.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best), first)];
}

const sizeOf = ({ facts }: Survey): number =>
  facts.columns.reduce((sum, { filled }) => sum + filled, 0);

function saying(surveys: readonly Survey[], taken: readonly Survey[]): Issue {
  const name = ({ layer }: Survey): string => `“${layer.name}”`;
  const left = surveys.filter((each) => !taken.includes(each));
  if (left.length === 0) {
    return issue(
      'table.all-layers-taken',
      {},
      `All ${taken.length} layers were taken: ${taken.map(name).join(', ')}.`,
    );
  }
  return issue(
    'table.layer-chosen',
    {},
    `Taken: ${taken.map(name).join(', ')}. Left out, as they are hidden or hold examples, explanations or nothing that can be placed: ${left.map(name).join(', ')}. Name a layer to choose otherwise.`,
  );
}
