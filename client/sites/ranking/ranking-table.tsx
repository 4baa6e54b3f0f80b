import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';
import { columnFor } from '#data/siting/prepared.ts';
import type { Standing } from '#data/siting/ranking.ts';
import { sayPoints, sayScore, sayValue } from '#data/siting/words.ts';
import type { SitesDesk } from '../state/desk.ts';
import { EmptyRanking } from './empty-ranking.tsx';
import { RankingFoot } from './ranking-foot.tsx';
import { sayArea } from './say-site.ts';
import './ranking-table.css';
import { BY_RANK, type TableSort, tableOrder, turned } from './table-order.ts';
import { ViewSwitch } from './view-switch.tsx';

/** Rows shown at first, and with every press for more. */
const PAGE = 100;

/** The ranking as a table: every figure the slots stand for. */
export function RankingTable({ desk }: { readonly desk: SitesDesk }) {
  const { answer, ranking, finder, dispatch } = desk;
  const { search } = finder;
  const [sort, setSort] = useState<TableSort>(BY_RANK);
  const [pages, setPages] = useState(1);
  const rows = useMemo(
    () => (answer && ranking ? tableOrder({ answer, ranking, search }, sort) : []),
    [answer, ranking, search, sort],
  );
  const unshown = rows.length - pages * PAGE;
  return (
    <section className="under table-sheet" id="table" aria-label="Sites as a table" tabIndex={-1}>
      <div className="section-head table-head">
        <h2>{formatCount(rows.length)} sites</h2>
        <ViewSwitch view={finder.view} dispatch={dispatch} />
      </div>
      {ranking?.ranked.length === 0 && <EmptyRanking desk={desk} />}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is scrolled by keys
        <section className="table-scroll" aria-label="Table of sites" tabIndex={0}>
          <table className="ranking-table">
            <caption className="hidden">Sites that meet every must</caption>
            <Heads desk={desk} sort={sort} onSort={(by) => setSort(turned(sort, by))} />
            <tbody>
              {rows.slice(0, pages * PAGE).map((standing) => (
                <Row key={standing.index} desk={desk} standing={standing} />
              ))}
            </tbody>
          </table>
          {unshown > 0 && (
            <Button className="button" onPress={() => setPages(pages + 1)}>
              Show {formatCount(Math.min(PAGE, unshown))} more of {formatCount(rows.length)}
            </Button>
          )}
        </section>
      )}
      <RankingFoot desk={desk} />
    </section>
  );
}

type HeadsProps = {
  readonly desk: SitesDesk;
  readonly sort: TableSort;
  readonly onSort: (by: string) => void;
};

function Heads({ desk, sort, onSort }: HeadsProps) {
  const prefers = desk.finder.search.prefer;
  const head = { sort, onSort };
  return (
    <thead>
      <tr>
        <Head by="rank" words="Rank" isFigure {...head} />
        <Head by="site" words="Site" {...head} />
        <th scope="col" className="figures">
          Score
        </th>
        <Head by="area" words="Area" isFigure {...head} />
        {prefers.map(({ id, short }) => (
          <Head key={id} by={id} words={short} isFigure {...head} />
        ))}
        <th scope="col">Compare</th>
      </tr>
    </thead>
  );
}

type HeadProps = Omit<HeadsProps, 'desk'> & {
  readonly by: string;
  readonly words: string;
  readonly isFigure?: boolean;
};

function Head({ by, words, isFigure = false, sort, onSort }: HeadProps) {
  const isOn = sort.by === by;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={isFigure ? 'figures' : undefined}
      aria-sort={isOn ? order : undefined}
    >
      <button type="button" onClick={() => onSort(by)}>
        {words}
        {isOn && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} size={13} />}
      </button>
    </th>
  );
}

type RowProps = { readonly desk: SitesDesk; readonly standing: Standing };

function Row({ desk, standing }: RowProps) {
  const { answer, finder, dispatch } = desk;
  const site = answer?.sites[standing.index];
  if (answer === undefined || site === undefined) return null;
  const isSelected = finder.site === site.key;
  const isTicked = finder.compare.includes(site.key);
  return (
    <tr
      className={isSelected ? 'selected' : undefined}
      data-key={site.key}
      onClick={() => dispatch({ kind: 'select', key: site.key })}
    >
      <td className="figures">{standing.rank}</td>
      <th scope="row">
        <button
          type="button"
          className="ranked-main table-site"
          onClick={() => dispatch({ kind: 'open', key: site.key })}
        >
          {site.title}
        </button>{' '}
        {site.synthetic && <SyntheticBadge />}
      </th>
      <td className="figures">
        <b>{sayScore(standing)}</b>
      </td>
      <td className="figures">{sayArea(site) ?? 'not known'}</td>
      {finder.search.prefer.map((prefer, at) => {
        const column = columnFor(answer, prefer);
        const points = standing.points[at];
        const isOpen = points !== undefined && points.high - points.low > 0.05;
        return (
          <td key={prefer.id} className={isOpen ? 'figures unknown' : 'figures'}>
            {column ? sayValue(column, standing.index, 'list') : 'being measured'}
            <small>{points && points.of > 0 ? sayPoints(points) : 'not tested'}</small>
          </td>
        );
      })}
      <td className="table-tick">
        <label className="tick">
          <input
            type="checkbox"
            checked={isTicked}
            disabled={!isTicked && finder.compare.length >= 4}
            onChange={() => dispatch({ kind: 'compare', key: site.key, on: !isTicked })}
          />
          <span className="hidden">Compare {site.title}</span>
        </label>
      </td>
    </tr>
  );
}
