import { broken, fileNameOf, type Harvested, MOST_BYTES, type Said } from './harvested.ts';

/** Features of many pages as one GeoJSON file, one feature a line, so that equal data is equal bytes. */
export type FeaturePages = {
  readonly add: (features: readonly unknown[]) => void;
  readonly count: () => number;
  /** @returns the file, or why it is none */
  readonly finish: (name: string, crs: string | undefined, said: Said) => Harvested;
};

/** Start without features. */
export function openFeaturePages(): FeaturePages {
  const lines: string[] = [];
  let size = 0;
  return {
    add(features) {
      for (const feature of features) {
        const line = JSON.stringify(feature);
        size += line.length;
        if (size <= MOST_BYTES) lines.push(line);
      }
    },
    count: () => lines.length,
    finish(name, crs, said) {
      if (size > MOST_BYTES) {
        return broken(
          `The layer is larger than ${MOST_BYTES / 1e6} MB. Offer it as a file, or in parts.`,
        );
      }
      // the member of GeoJSON 2008 by which other systems than WGS 84 are told
      const system =
        crs === undefined
          ? ''
          : `"crs":{"type":"name","properties":{"name":${JSON.stringify(crs)}}},\n`;
      const text = `{"type":"FeatureCollection",\n${system}"features":[\n${lines.join(',\n')}\n]}\n`;
      return {
        status: 'harvested',
        fileName: fileNameOf(name, 'geojson'),
        bytes: Buffer.from(text),
        known: {},
        said,
      };
    },
  };
}
