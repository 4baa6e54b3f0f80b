import { Icon } from '#client/ui/icon.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { judge, MEETS, UNTOLD } from '#data/siting/columns.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import type { Points, Standing } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { STRAIGHT, sayPoints, sayTest, sayValue, sayWorth, whyOf } from '#data/siting/words.ts';
import './evidence-table.css';
import { SourceCells } from './source-cell.tsx';

type EvidenceTableProps = {
  readonly answer: SitesAnswer;
  readonly search: SiteSearch;
  readonly standing: Standing;
};

/** Widths of the columns: the words of rules and values need most. */
const WIDTHS = [
  ['criterion', '18%'],
  ['rule', '17%'],
  ['value', '22%'],
  ['points', '13%'],
  ['source', '19%'],
  ['licence', '11%'],
] as const;

/** One row a criterion: its rule, its value here, what that is worth, and whose data says so. */
export function EvidenceTable({ answer, search, standing }: EvidenceTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is scrolled by keys
    <section className="evidence-scroll" aria-label="Criteria of this site" tabIndex={0}>
      <table className="evidence-table">
        <caption className="hidden">What the score is made of</caption>
        <colgroup>
          {WIDTHS.map(([column, width]) => (
            <col key={column} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Rule</th>
            <th scope="col">Value here</th>
            <th scope="col" className="figures">
              Points
            </th>
            <th scope="col">Source and date</th>
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {search.prefer.map((prefer, at) => (
            <PreferEvidence
              key={prefer.id}
              {...{ answer, prefer, index: standing.index, points: standing.points[at] }}
            />
          ))}
        </tbody>
        <tbody>
          <tr className="evidence-kind">
            <th scope="rowgroup" colSpan={6}>
              Musts
            </th>
          </tr>
          {search.must.map((must) => (
            <MustEvidence key={must.id} {...{ answer, must, index: standing.index }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PreferEvidenceProps = {
  readonly answer: SitesAnswer;
  readonly prefer: Prefer;
  readonly index: number;
  readonly points: Points | undefined;
};

function PreferEvidence({ answer, prefer, index, points }: PreferEvidenceProps) {
  const column = columnFor(answer, prefer);
  const isOpen = points !== undefined && points.high - points.low > 0.05;
  const isTested = points !== undefined && points.of > 0;
  return (
    <tr className={isOpen ? 'unknown' : undefined}>
      <th scope="row">{prefer.title}</th>
      <td>{sayWorth(prefer.what, prefer.worth).replace(` ${STRAIGHT}`, '')}</td>
      <td>
        <ValueHere answer={answer} criterion={prefer} index={index} />
      </td>
      <td className="figures">{isTested ? <PointsOf points={points} /> : 'not tested'}</td>
      <SourceCells answer={answer} column={column} index={index} />
    </tr>
  );
}

function PointsOf({ points }: { readonly points: Points }) {
  const [got = '', of = ''] = sayPoints(points).split('/');
  return (
    <>
      <b>{got.trim()}</b> / {of.trim()}
    </>
  );
}

type MustEvidenceProps = {
  readonly answer: SitesAnswer;
  readonly must: Must;
  readonly index: number;
};

const VERDICTS = {
  meets: { words: 'met', icon: 'check' },
  fails: { words: 'not met', icon: 'close' },
  untold: { words: 'cannot tell', icon: 'help' },
} as const;

function MustEvidence({ answer, must, index }: MustEvidenceProps) {
  const column = columnFor(answer, must);
  const isTested = column?.state !== 'not-supplied';
  const verdict = judge(must.test, column, index);
  const name = verdict === MEETS ? 'meets' : verdict === UNTOLD ? 'untold' : 'fails';
  return (
    <tr className={isTested && name === 'untold' ? 'unknown' : undefined}>
      <th scope="row">{must.title}</th>
      <td>
        {sayTest(must.what, must.test).replace(` ${STRAIGHT}`, '')}
        {must.off && ' (left out)'}
      </td>
      <td>
        <ValueHere answer={answer} criterion={must} index={index} />
      </td>
      <td className="figures">
        {isTested ? (
          <span className={`verdict verdict-${name}`}>
            <Icon name={VERDICTS[name].icon} size={14} /> {VERDICTS[name].words}
          </span>
        ) : (
          'not tested'
        )}
      </td>
      <SourceCells answer={answer} column={column} index={index} />
    </tr>
  );
}

type ValueHereProps = {
  readonly answer: SitesAnswer;
  readonly criterion: Must | Prefer;
  readonly index: number;
};

/** The value, to what it was measured, and how thin it is. */
function ValueHere({ answer, criterion, index }: ValueHereProps) {
  const column = columnFor(answer, criterion);
  if (column === undefined) return <em>being measured</em>;
  const words = sayValue(column, index);
  const thing = answer.things[column.thing[index] ?? -1];
  const details = [
    thing?.title,
    ...(criterion.what.kind === 'distance' && thing ? ['straight line'] : []),
    WHYS[whyOf(column, index)],
    errorOf(answer, criterion, index),
  ].filter((detail) => detail !== undefined);
  return (
    <>
      <b>{words.charAt(0).toUpperCase() + words.slice(1)}</b>{' '}
      <span className="evidence-detail">{details.join(', ')}</span>
    </>
  );
}

/** Why a value is thin; what is measured needs no word. */
const WHYS = {
  measured: undefined,
  'none-near': 'none within the reach of the search',
  'not-covered': 'nobody supplied it here',
  'partly-covered': 'supplied for a part of the ground',
  edge: 'something nearer may lie where nobody supplied it',
  'not-stated': 'the thing is known, the value is not',
  'no-area': 'neither boundary nor area is known',
} as const;

/** Distances from a point may be less by the radius of the site. */
function errorOf(
  { sites }: SitesAnswer,
  { what }: Must | Prefer,
  index: number,
): string | undefined {
  const errorM = sites[index]?.errorM ?? 0;
  if (what.kind !== 'distance' || errorM < 1) return undefined;
  return `from its point, so up to ${Math.round(errorM)} m nearer`;
}
