import { MAKES, type Make } from '#data/schema/combine.ts';
import { checkCombination } from '#server/catalogue/check-combination.ts';
import { addressOf, type CombineView } from '#server/pages/combine-form.ts';
import { licencePage, licencesPage } from '#server/pages/licence-pages.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Services } from '../services.ts';
import { partOfDataset, partOfLicence } from '../views/checked-part.ts';

/** Most datasets and licences checked at once; more named are not looked at. */
const MOST_PARTS = 100;

/** What an address asks to combine. */
export type Asked = {
  readonly datasets: readonly string[];
  readonly licences: readonly string[];
  readonly make: Make;
};

/** A query string as node reads it. */
type Query = Readonly<Record<string, unknown>>;

/**
 * Read what the form asks, whatever stands in the address. What was chosen last goes to the others.
 *
 * @returns `redirect` is the address of the same question, when the form was sent
 */
export function readAsked(query: Query): { readonly asked: Asked; readonly redirect?: string } {
  const make = MAKES.find((each) => each === query.make) ?? 'merged';
  const asked = { datasets: listIn(query.datasets), licences: listIn(query.licences), make };
  if (typeof query.add !== 'string') return { asked };
  const [, kind, id] = /^(licence:)?(.*)$/s.exec(query.add) ?? [];
  const added = {
    ...asked,
    ...(kind === undefined ? { datasets: withOne(asked.datasets, id) } : {}),
    ...(kind === undefined ? {} : { licences: withOne(asked.licences, id) }),
  };
  return { asked: added, redirect: addressOf(added) };
}

const withOne = (ids: readonly string[], id: string | undefined): readonly string[] =>
  id ? [...new Set([...ids, id])] : ids;

const listIn = (value: unknown): readonly string[] =>
  [...new Set([value].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : [])))]
    .filter((id) => id !== '')
    .slice(0, MOST_PARTS);

/** `/licences`. */
export async function licencesDocument(asked: Asked, { catalogue }: Services): Promise<string> {
  const known = await catalogue();
  return licencesPage([...known.licences.values()], known.datasets, combineView(asked, known));
}

/** `/licences/:id`; undefined when there is no such licence. */
export async function licenceDocument(
  id: string,
  { catalogue }: Services,
): Promise<string | undefined> {
  const known = await catalogue();
  const licence = known.licences.get(id);
  // begun with this licence, so that another is all there is to choose
  const asked: Asked = { datasets: [], licences: licence ? [id] : [], make: 'merged' };
  return (
    licence && licencePage(licence, known.datasets, { ...combineView(asked, known), isBegun: true })
  );
}

/** The form as it stands; what is not, or no longer, here is left out of it. */
function combineView(asked: Asked, known: Catalogue): CombineView {
  const datasets = asked.datasets.flatMap((id) => partOfDataset(id, known) ?? []);
  const licences = asked.licences.flatMap((id) => {
    const licence = known.licences.get(id);
    return licence ? [partOfLicence(licence)] : [];
  });
  const parts = [...datasets, ...licences];
  return {
    datasets: datasets.map(({ told }) => told.id),
    licences: licences.map(({ told }) => told.id),
    make: asked.make,
    answer: parts.length === 0 ? undefined : checkCombination(parts, asked.make),
    choices: {
      datasets: known.datasets,
      licences: [...known.licences.values()].sort((a, b) =>
        a.title.localeCompare(b.title, 'en-GB'),
      ),
    },
  };
}
