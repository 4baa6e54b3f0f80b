import type { Attribute } from '#data/schema/attribute.ts';
import type { ColumnFacts } from '../profile.ts';
import type { Tally } from '../tally.ts';
import { flagCaster } from './boolean.ts';
import { codeCaster } from './code.ts';
import { dateCaster } from './date.ts';
import type { DateOrder, OrderVotes } from './date-order.ts';
import { identifierCaster, isIdentifier } from './identifier.ts';
import { listCaster } from './list.ts';
import { numberCaster } from './number.ts';
import type { Caster } from './reading.ts';
import { orderOf, unitOf } from './settings.ts';
import { textCaster } from './text.ts';
import { urlCaster } from './url.ts';

/** What a descriptor may say about one column. */
export type ColumnSettings = {
  readonly unit?: string | undefined;
  readonly date?: DateOrder | undefined;
  readonly codes?: Readonly<Record<string, string>> | undefined;
};

/** What casters of one layer share. */
export type LayerSettings = {
  readonly columns: readonly ColumnFacts[];
  readonly votes: OrderVotes;
  readonly tally: Tally;
  readonly nullTokens?: ReadonlySet<string>;
  readonly now?: string | undefined;
};

/** The caster of one attribute from one column, all column-level choices made. */
export function buildCaster(
  attribute: Attribute,
  column: ColumnFacts,
  said: ColumnSettings,
  layer: LayerSettings,
): Caster {
  const nulls = layer.nullTokens === undefined ? {} : { nullTokens: layer.nullTokens };
  switch (attribute.type) {
    case 'integer':
    case 'decimal': {
      const unit = unitOf(column, attribute, said.unit, layer);
      return numberCaster(attribute, { ...nulls, ...(unit === undefined ? {} : { unit }) });
    }
    case 'date': {
      const order = orderOf(column, said.date, layer.votes, layer.tally);
      return dateCaster(attribute, { ...nulls, order, now: layer.now });
    }
    case 'boolean': {
      const crossMeansYes = [...column.values.keys()].every((text) => /^x$/i.test(text));
      return flagCaster(attribute, { ...nulls, crossMeansYes });
    }
    case 'code':
      return codeCaster(attribute, said.codes, layer.nullTokens);
    case 'list':
      return listCaster(attribute, said.codes, layer.nullTokens);
    case 'url':
      return urlCaster(layer.nullTokens);
    default:
      return isIdentifier(attribute)
        ? identifierCaster(attribute, layer.nullTokens)
        : textCaster(layer.nullTokens);
  }
}
