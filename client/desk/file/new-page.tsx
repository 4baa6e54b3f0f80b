import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { DeskHome } from '#data/schema/desk-home.ts';
import { homeQuery } from '../api/home.ts';
import { Link } from '../frame/link.tsx';
import type { DeskRoute } from '../state/route.ts';
import { HandIn } from './hand-in.tsx';
import './new-page.css';

type NewRoute = Extract<DeskRoute, { readonly kind: 'new' }>;

type NewPageProps = { readonly route: NewRoute };

/** Largest file taken where the server has not told yet, bytes; it judges again. */
const UNTOLD_BYTES = 500_000_000;

/** The beginning of a draft: a file for a dataset, for a kind of data, or for what the file will say itself. */
export function NewPage({ route }: NewPageProps) {
  const { data: home, isPending } = useQuery(homeQuery(route.publisher));
  const task = home && taskOf(home, route);
  const title = task === undefined ? 'A new dataset' : task.title;
  useEffect(() => {
    document.title = `${title} · Publish · ODIN`;
  }, [title]);
  return (
    <main className="desk-page new-page" id="work" tabIndex={-1}>
      <p className="crumbs">
        <Link to={{ kind: 'home' }}>Publish</Link>
        <span aria-hidden="true"> › </span>
        <Link to={{ kind: 'home', publisher: route.publisher }}>
          {home?.publisher?.name ?? 'Your datasets'}
        </Link>
      </p>
      {isPending ? (
        <Skeleton label="The dataset" rows={3} rowPx={56} />
      ) : (
        <>
          <h1>{title}</h1>
          <p className="new-lead">{leadOf(task)}</p>
          <HandIn to={route} mostBytes={home?.limits.fileBytes ?? UNTOLD_BYTES} isMain />
          <section>
            <h2>What happens then</h2>
            <ol>
              <li>We read the file and say what we found. You can change any of it.</li>
              <li>You match its columns, settle what is wrong and choose a licence.</li>
              <li>You see what will change on the map, and publish in one step.</li>
            </ol>
          </section>
        </>
      )}
    </main>
  );
}

const taskOf = ({ tasks }: DeskHome, { dataset, featureType }: NewRoute) =>
  tasks.find(({ key, datasetId }) => dataset !== undefined && (datasetId ?? key) === dataset) ??
  tasks.find((task) => dataset === undefined && task.featureType === featureType);

function leadOf(task: DeskHome['tasks'][number] | undefined): string {
  if (task === undefined) return 'Send the file as you hold it: what it is about is read from it.';
  if (task.live === undefined)
    return 'Any table with a place in it will do: a grid reference, coordinates, postcodes or shapes.';
  return `Send the next edition. Edition ${task.live.edition} stays live until you publish, and what you settled for it is applied again.`;
}
