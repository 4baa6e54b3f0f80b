import type { Product } from '#data/gazetteer/products.ts';
import type { Vocabulary } from '#data/load.ts';
import type { Licence } from '#data/schema/licence.ts';
import { fillAttribution } from '#server/catalogue/attribution.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Option, WrongCall } from './command.ts';
import type { LoadOptions } from './gazetteer-load.ts';

/** Options that say what a gazetteer is under. */
export const TERMS_OPTIONS: readonly Option[] = [
  { name: '--licence', value: 'ID', help: 'licence a table of your own is under' },
  { name: '--publisher', value: 'ID', help: 'who publishes it' },
  { name: '--attribution', value: 'WORDS', help: 'its own credit line' },
];

/**
 * What a gazetteer is under. Positions taken from it go to everybody, so only what is open may be used.
 *
 * @returns a function that throws WrongCall when the licence or publisher is not known, or may not be used
 */
export function termsFor(
  given: Arguments,
  { licences, publishers }: Vocabulary,
  now: Date,
): LoadOptions['terms'] {
  return (product, edition) => {
    const licence = licenceOf(textOption(given, '--licence') ?? product.licence, product, licences);
    const publisher = textOption(given, '--publisher') ?? product.publisher;
    if (publisher !== '' && !publishers.has(publisher)) {
      throw new WrongCall(`There is no publisher “${publisher}”`);
    }
    const attribution = fillAttribution(textOption(given, '--attribution') ?? licence.attribution, {
      year: edition?.slice(0, 4) ?? String(now.getFullYear()),
      date: edition ?? now.toISOString().slice(0, 10),
      publisher: publishers.get(publisher)?.name ?? product.title,
      title: product.title,
      changes: 'positions taken from it',
      link: licence.url ?? '',
    });
    return { publisher, licence: licence.id, attribution };
  };
}

function licenceOf(
  id: string | undefined,
  { title }: Product,
  licences: Vocabulary['licences'],
): Licence {
  if (id === undefined) {
    throw new WrongCall(
      `Say under which licence “${title}” is: --licence OGL-UK-3.0, or another of docs/licences.md`,
    );
  }
  const licence = licences.get(id);
  if (licence === undefined) {
    throw new WrongCall(`There is no licence “${id}”; docs/licences.md lists them`);
  }
  const why = refusalOf(licence);
  if (why === undefined) return licence;
  throw new WrongCall(`${title} cannot be used: ${licence.title} ${why}`);
}

function refusalOf({ tier, obligations }: Licence): string | undefined {
  if (tier !== 'open') return 'does not let positions taken from it be shown to everybody';
  if (obligations.shareAlike) return 'would pass its own terms on to every dataset it places';
  const limited = obligations.nonCommercial || obligations.limitedPurpose;
  return limited ? 'limits what the data is used for' : undefined;
}
