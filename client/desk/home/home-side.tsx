import { formatBytes } from '#client/ui/format.ts';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { HandIn } from '../file/hand-in.tsx';
import { Link } from '../frame/link.tsx';
import { dayAndTime } from '../state/say.ts';
import './home-side.css';

type HomeSideProps = {
  readonly home: DeskHome;
  readonly publisher: NonNullable<DeskHome['publisher']>;
};

/** Where a file is dropped, what happened meanwhile, and how much room is left. */
export function HomeSide({ home, publisher }: HomeSideProps) {
  const { limits, since } = home;
  return (
    <aside className="home-side" aria-label="Publish a dataset">
      <h2>Publish a dataset</h2>
      <HandIn to={{ kind: 'new', publisher: publisher.id }} mostBytes={limits.fileBytes} />
      {since.length > 0 && (
        <section>
          <h2>Since you were last here</h2>
          <ul className="since">
            {since.map(({ at, lead, words, href }) => (
              <li key={`${at} ${lead} ${words}`}>
                <p>
                  <b>{lead}</b> {words}
                </p>
                <small>
                  {dayAndTime(at, new Date())}
                  {href !== undefined && (
                    <>
                      {'. '}
                      <Link to={href} label={`Open: ${lead} ${words}`}>
                        Open
                      </Link>
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Room for your files</h2>
        <meter
          aria-label="Room used"
          min={0}
          max={limits.roomBytes}
          high={limits.roomBytes * 0.9}
          value={limits.usedBytes}
        />
        <small>
          {formatBytes(limits.usedBytes)} of {formatBytes(limits.roomBytes)} used by drafts and
          editions
        </small>
      </section>
    </aside>
  );
}
