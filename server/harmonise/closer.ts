import type { CloserLook, LayerLook } from '#data/schema/closer.ts';
import type { DecodedFile } from '#data/schema/flow.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { lookAtColumns } from './closer-columns.ts';
import { countFalls } from './closer-falls.ts';
import { countValues } from './closer-values.ts';
import type { HarmoniseContext } from './context.ts';
import type { LayerRun, Outcome } from './layer.ts';
import { screenHidden } from './personal/hidden.ts';
import { personalIssues } from './personal/issues.ts';
import type { Survey } from './survey.ts';

/** A file being looked at closely while its records are made features. */
export type Closer = {
  readonly see: (outcome: Outcome) => void;
  /** Complete once every record was seen. */
  readonly look: () => CloserLook;
};

/** What a closer look is taken of. */
export type Closely = {
  readonly decoded: DecodedFile;
  readonly surveys: readonly Survey[];
  readonly runs: readonly LayerRun[];
  readonly publisher: Publisher | undefined;
  readonly context: HarmoniseContext;
};

/** Look closely at a file on its way through. */
export function openCloser({ decoded, surveys, runs, publisher, context }: Closely): Closer {
  const falls = countFalls(publisher, surveys, context);
  const tally = countValues();
  return {
    see(outcome) {
      if (outcome.kind === 'rejected') return;
      falls.see(outcome);
      tally.see(outcome.feature);
    },
    look: () => {
      const [statement] = decoded.licenceStatements ?? [];
      const newest = tally.newest();
      return {
        layers: [...surveys.map((each) => lookAtLayer(each, runs)), ...hiddenLayers(decoded)],
        screened: surveys.reduce((sum, { facts }) => sum + facts.records * facts.columns.length, 0),
        ...(statement ? { licence: statement } : {}),
        ...(newest ? { newest } : {}),
        falls: falls.falls(),
        sums: tally.sums(),
        codes: tally.codes(),
      };
    },
  };
}

function lookAtLayer(surveyed: Survey, runs: readonly LayerRun[]): LayerLook {
  const { layer, facts, locator, personal } = surveyed;
  const run = runs.find(({ lock }) => lock.layer === layer.name);
  const vote = locator.look?.vote();
  return {
    name: layer.name,
    records: facts.records,
    isTaken: run !== undefined,
    isHidden: layer.isHidden === true,
    isSpatial: layer.spatial,
    ...(vote ? { vote } : {}),
    columns: lookAtColumns(surveyed, run),
    personal: personalIssues(layer.name, personal),
  };
}

/** What hides in the file, as a layer without columns, where it may describe persons. */
function hiddenLayers({ hidden = [] }: DecodedFile): readonly LayerLook[] {
  const found = screenHidden(hidden);
  if (found.length === 0) return [];
  return [
    {
      ...{ name: '', records: 0, isTaken: false, isHidden: true, isSpatial: false },
      columns: [],
      personal: found,
    },
  ];
}
