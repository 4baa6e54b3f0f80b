import { Icon } from '#client/ui/icon.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import type { SiteColumn, SitesAnswer } from '#data/schema/sites.ts';
import { judge, MEETS, UNTOLD } from '#data/siting/columns.ts';
import type { Must } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import { STRAIGHT, sayTest } from '#data/siting/words.ts';
import { CompareValue } from './compare-value.tsx';
import type { Compared } from './compared.ts';

type MustRowsProps = {
  readonly musts: readonly Must[];
  readonly answer: SitesAnswer;
  readonly shown: readonly number[];
  readonly sites: readonly Compared[];
};

const VERDICTS = {
  meets: { words: 'met', icon: 'check' },
  fails: { words: 'not met', icon: 'close' },
  untold: { words: 'cannot tell', icon: 'help' },
} as const;

/** One row a must that was tested: the value and whether it is met. */
export function MustRows({ musts, answer, shown, sites }: MustRowsProps) {
  return musts.map((must) => {
    const column = columnFor(answer, must);
    return (
      <tr key={must.id}>
        <th scope="row">
          {must.title} {column?.synthetic && <SyntheticBadge />}
          <small>{sayTest(must.what, must.test).replace(` ${STRAIGHT}`, '')}</small>
        </th>
        {shown.map((at) => {
          const compared = sites[at];
          return (
            compared && (
              <MustCell
                key={compared.site.key}
                {...{ must, column, answer, index: compared.standing.index }}
              />
            )
          );
        })}
      </tr>
    );
  });
}

type MustCellProps = {
  readonly must: Must;
  readonly column: SiteColumn | undefined;
  readonly answer: SitesAnswer;
  readonly index: number;
};

function MustCell({ must, column, answer, index }: MustCellProps) {
  const verdict = judge(must.test, column, index);
  const name = verdict === MEETS ? 'meets' : verdict === UNTOLD ? 'untold' : 'fails';
  return (
    <td className={name === 'untold' ? 'unknown' : undefined}>
      <div className="compare-cell">
        <CompareValue answer={answer} criterion={must} index={index} />
        <span className={`compare-verdict ${name}`}>
          <Icon name={VERDICTS[name].icon} size={14} /> {VERDICTS[name].words}
        </span>
      </div>
    </td>
  );
}
