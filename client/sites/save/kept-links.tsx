import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { KeptSearch } from '#data/schema/sites.ts';

/** Where a search that is kept tells what changes. */
export function KeptLinks({ kept }: { readonly kept: KeptSearch }) {
  const address = `/searches/${encodeURIComponent(kept.id)}`;
  return (
    <section className="save-form" role="status">
      <h3>
        <Icon name="check-circle" size={18} /> Saved: {kept.title}
      </h3>
      <p>{countOf(kept.meets, 'site')} meet every must now. What changes is told here:</p>
      <ul className="kept-links">
        <li>
          <a href={address}>Its page</a>
        </li>
        <li>
          <a href={`${address}/feed.atom`}>Atom feed</a>, for feed readers
        </li>
        <li>
          <a href={`${address}/feed.json`}>JSON feed</a>, for programs
        </li>
      </ul>
    </section>
  );
}
