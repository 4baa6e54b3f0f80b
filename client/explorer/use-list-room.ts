import { useMemo } from 'react';
import { LIST_WIDTHS, type ListWidth } from '#client/state/columns.ts';
import type { Explore } from '#client/state/explore.ts';
import { useMedia } from '#client/ui/use-media.ts';
import type { Layout } from './use-layout.ts';

/** How wide the list stands, and how wide it could. */
export type ListRoom = {
  readonly width: ListWidth;
  /** What the window has room for. */
  readonly widths: readonly ListWidth[];
  /** The width a list without map goes back to. */
  readonly besideMap: ListWidth;
};

/** From here on a wide list is what a reader first sees; and with a card beside it. Half the window stays map. */
const ROOMY = '(width >= 1280px)';
const ROOMY_WITH_CARD = '(width >= 1416px)';

/** The list's width: as chosen where the window has the room, wide where nothing was chosen. Other tabs are narrow. */
export function useListRoom(state: Explore, { kind }: Layout): ListRoom {
  const isRoomy = useMedia(ROOMY);
  const isRoomyWithCard = useMedia(ROOMY_WITH_CARD);
  const { tab, table, selection } = state;
  const hasCard = selection !== undefined;
  const chosen = table?.width;
  return useMemo(() => {
    const widths = WIDTHS_OF[kind];
    const besideMap = isRoomy ? 'wide' : 'narrow';
    const wanted = chosen ?? besideMap;
    const isTooWide = wanted === 'wide' && hasCard && !isRoomyWithCard;
    const width = tab !== 'list' || isTooWide || !widths.includes(wanted) ? 'narrow' : wanted;
    return { width, widths, besideMap };
  }, [kind, tab, chosen, hasCard, isRoomy, isRoomyWithCard]);
}

/** Between phone and desktop a table leaves no map beside it; on a phone rows are cards. */
const WIDTHS_OF: Readonly<Record<Layout['kind'], readonly ListWidth[]>> = {
  bare: ['narrow'],
  phone: ['narrow'],
  tablet: ['narrow', 'full'],
  desktop: LIST_WIDTHS,
};
