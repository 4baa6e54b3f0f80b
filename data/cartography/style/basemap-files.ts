/** What the basemap is drawn from: our own files, no street and no tile server. */
export const BASEMAP_FILES = ['districts', 'watercourses', 'places', 'grid'] as const;
export type BasemapFile = (typeof BASEMAP_FILES)[number];

/** Name of a file's source in the style. */
export const sourceName = (file: BasemapFile): string => `odin-${file}`;
