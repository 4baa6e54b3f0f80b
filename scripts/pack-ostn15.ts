/**
 * Pack Ordnance Survey's OSTN15 shift grid into `data/geodesy/ostn15.bin.gz`.
 *
 *     node scripts/pack-ostn15.ts FOLDER
 *
 * FOLDER holds `ostn_east_shift_82140` and `ostn_north_shift_-84180`, 701 × 1251 little-endian
 * 16-bit millimetres each, as Debian's libgeo-coordinates-osgb-perl installs them
 * (/usr/share/perl5/auto/share/dist/Geo-Coordinates-OSGB). Only OS's figures are taken.
 * The packed file is in the repository: run this again only to check where it came from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packGrid } from '#data/geodesy/packed-grid.ts';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: node scripts/pack-ostn15.ts FOLDER');
  process.exit(2);
}

const east = readFileSync(join(folder, 'ostn_east_shift_82140'));
const north = readFileSync(join(folder, 'ostn_north_shift_-84180'));
const shiftsMm = new Uint16Array(east.length);
for (let i = 0; i < east.length; i += 2) {
  shiftsMm[i] = east.readUInt16LE(i);
  shiftsMm[i + 1] = north.readUInt16LE(i);
}

const packed = packGrid({ shiftsMm });
writeFileSync(new URL('../data/geodesy/ostn15.bin.gz', import.meta.url), packed);
console.log(`data/geodesy/ostn15.bin.gz: ${packed.length} bytes`);
