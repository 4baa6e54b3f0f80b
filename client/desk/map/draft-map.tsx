import type { DraftMapWishes } from './wishes.ts';

type DraftMapProps = { readonly wishes: DraftMapWishes };

/** The draft on the map. */
export function DraftMap({ wishes }: DraftMapProps) {
  return <div className="draft-map" data-show={wishes.show} />;
}
