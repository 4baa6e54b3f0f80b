import { useCallback, useMemo, useState } from 'react';
import { useBasemaps, useHostedStyle } from '#client/api/basemaps.ts';
import { readHostedStyle } from '#client/state/hosted-style.ts';
import type { HostedBase, MapMode } from '#data/cartography/picture.ts';
import type { Basemap } from '#data/schema/basemap.ts';

/** What the map stands on. */
export type Base = {
  /** Base maps of others that may be chosen. */
  readonly basemaps: readonly Basemap[];
  /** The one shown; undefined: our own. */
  readonly hosted: HostedBase | undefined;
  /** Why the one asked for is not shown, in a sentence. */
  readonly trouble: string | undefined;
  /** It does not come: show our own. */
  readonly lose: () => void;
  /** Ask for it again. */
  readonly retry: () => void;
};

/** The base map of an id, as far as it comes; our own in its place where it does not. */
export function useBase(id: string | undefined): Base {
  const { data: basemaps = NONE, isSuccess } = useBasemaps();
  const [lost, setLost] = useState<string>();
  const asked = basemaps.find((each) => each.id === id);
  const styleUrl = asked && 'styleUrl' in asked ? asked.styleUrl : undefined;
  const { data, isError, refetch } = useHostedStyle(styleUrl);
  const found = useMemo(() => asked && hostedOf(asked, data), [asked, data]);
  const isUnreadable = styleUrl !== undefined && data !== undefined && found === undefined;
  const hasFailed = asked !== undefined && (lost === asked.id || isError || isUnreadable);
  return {
    basemaps,
    hosted: hasFailed ? undefined : found,
    trouble: hasFailed
      ? `“${asked.title}” does not load. ODIN’s own base map stands in for it.`
      : sayUnknown(id, isSuccess && asked === undefined),
    lose: useCallback(() => setLost(id), [id]),
    retry: useCallback(() => {
      setLost(undefined);
      if (styleUrl !== undefined) void refetch();
    }, [styleUrl, refetch]),
  };
}

const NONE: readonly Basemap[] = [];

const sayUnknown = (id: string | undefined, isUnknown: boolean): string | undefined =>
  id !== undefined && isUnknown
    ? `The base map “${id}” of this address is not offered here. ODIN’s own stands in for it.`
    : undefined;

function hostedOf(basemap: Basemap, given: unknown): HostedBase | undefined {
  if ('tiles' in basemap) return basemap;
  const { attribution, isDark, styleUrl } = basemap;
  const style = readHostedStyle(given, styleUrl);
  return style && { attribution, isDark, style };
}

/** What the map stands on and how it is coloured there: for dark ground or light; black on white stays what it is. */
export function groundOf({ hosted }: Base, mode: MapMode) {
  const isAsGround = hosted?.isDark !== undefined && mode !== 'contrast';
  const ground: MapMode = hosted?.isDark ? 'dark' : 'light';
  return { base: hosted, mode: isAsGround ? ground : mode };
}
