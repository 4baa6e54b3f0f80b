import { Icon } from '#client/ui/icon.tsx';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { Link } from '../frame/link.tsx';
import { go } from '../state/navigate.ts';
import { STATUS_ORDER, STATUS_SIGNS, type TaskStatus } from './statuses.ts';

type HomeHeadProps = {
  readonly home: DeskHome;
  readonly publisher: NonNullable<DeskHome['publisher']>;
  readonly status: TaskStatus | undefined;
  readonly name: string;
};

/** Whose list it is, what stands out, and the statuses to narrow it by. */
export function HomeHead({ home, publisher, status, name }: HomeHeadProps) {
  const shown = STATUS_ORDER.filter((each) => home.counts[each] > 0);
  return (
    <header className="home-head">
      <div className="home-names">
        <p className="crumbs">Publish</p>
        <a className="home-account" href="/account">
          {name}
        </a>
        <h1>{publisher.name}</h1>
        {home.publishers.length > 1 && <PublisherChoice {...{ home, publisher }} />}
      </div>
      <p className="home-summary">
        <b>{home.summary.lead}</b> {home.summary.words}
      </p>
      <nav className="home-filter" aria-label="Datasets by status">
        <ul>
          <li>
            <FilterLink
              publisher={publisher.id}
              status={undefined}
              count={home.tasks.length}
              isOn={status === undefined}
            />
          </li>
          {shown.map((each) => (
            <li key={each}>
              <FilterLink
                publisher={publisher.id}
                status={each}
                count={home.counts[each]}
                isOn={status === each}
              />
            </li>
          ))}
        </ul>
        <span className="home-order">Most urgent first</span>
      </nav>
    </header>
  );
}

type FilterLinkProps = {
  readonly publisher: string;
  readonly status: TaskStatus | undefined;
  readonly count: number;
  readonly isOn: boolean;
};

function FilterLink({ publisher, status, count, isOn }: FilterLinkProps) {
  return (
    <Link
      className={isOn ? 'filter-pill on' : 'filter-pill'}
      to={{ kind: 'home', publisher, ...(status && { show: status }) }}
      isCurrentStep={isOn}
    >
      {status === undefined ? 'All' : STATUS_SIGNS[status].word} <small>{count}</small>
    </Link>
  );
}

/** One organisation may publish for several: each has a list of its own. */
function PublisherChoice({ home, publisher }: Pick<HomeHeadProps, 'home' | 'publisher'>) {
  return (
    <label className="publisher-choice">
      <span>Publish for</span>
      <span className="select">
        <select
          value={publisher.id}
          onChange={({ target }) => go({ kind: 'home', publisher: target.value })}
        >
          {home.publishers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={16} />
      </span>
    </label>
  );
}
