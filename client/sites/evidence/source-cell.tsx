import { LicenceChip } from '#client/ui/licence-chip.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SiteColumn, SitesAnswer } from '#data/schema/sites.ts';
import { sayDay } from '#data/siting/words.ts';
import { sourceTitle } from '../criteria/source-name.ts';

type SourceCellsProps = {
  readonly answer: SitesAnswer;
  readonly column: SiteColumn | undefined;
  /** Number of the candidate. */
  readonly index: number;
};

/** Whose data a value rests on and of which day, and what may be done with it: two cells of a row. */
export function SourceCells({ answer, column, index }: SourceCellsProps) {
  const sources = sourcesAt(answer, column, index);
  const thing = answer.things[column?.thing[index] ?? -1];
  const [first, ...others] = sources;
  if (first === undefined) {
    return (
      <>
        <td>{askWords(column)}</td>
        <td className="evidence-none">none to give</td>
      </>
    );
  }
  const date = thing?.asOf ?? first.updated;
  return (
    <>
      <td>
        <a href={`/data/${first.dataset}`}>{sourceTitle(first)}</a>, {first.publisher.shortName},{' '}
        {sayDay(date)}
        {first.completeness !== undefined && ` (said to be ${COMPLETENESS[first.completeness]})`}
        {others.length > 0 && ` and ${others.length} more`}{' '}
        {(thing?.synthetic ?? first.synthetic) && <SyntheticBadge />}
      </td>
      <td>
        <LicenceChip kind={first.licence.chip} title={first.licence.title} />
      </td>
    </>
  );
}

const COMPLETENESS = { partial: 'incomplete', sample: 'a sample' } as const;

/** The source of the very thing measured to; without one, every source of the column. */
function sourcesAt(answer: SitesAnswer, column: SiteColumn | undefined, index: number) {
  if (column === undefined) return [];
  const thing = answer.things[column.thing[index] ?? -1];
  const site = answer.sites[index];
  const isOwn = column.what.startsWith('site(') && site?.source !== undefined;
  const numbers = thing ? [thing.source] : isOwn ? [site.source ?? -1] : column.sources;
  return numbers.flatMap((number) => answer.sources[number] ?? []);
}

function askWords(column: SiteColumn | undefined): string {
  if (column === undefined) return 'being measured';
  const names = column.ask.map(({ name }) => name);
  return names.length === 0 ? 'not supplied' : `not supplied; ask ${names.join(' or ')}`;
}
