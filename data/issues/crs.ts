import type { IssueKind } from './issue-kind.ts';

/** Issues of `crs.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const CRS_ISSUES = {
  'crs.declared': {
    severity: 'info',
    mender: 'both',
    meaning: 'The file says which coordinate system it uses, and ODIN used that.',
    mend: 'Nothing need be done.',
  },
  'crs.missing': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The file does not say which coordinate system it uses.',
    mend: 'Name it in the file: a .prj beside a shapefile, or a column or note that says British National Grid or WGS 84.',
  },
  'crs.detected': {
    severity: 'info',
    mender: 'both',
    meaning: 'The coordinate system was worked out from the coordinates themselves.',
    mend: 'Nothing need be done; name it in the file to be certain.',
  },
  'crs.conflict': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The coordinates cannot be in the coordinate system the file names.',
    mend: 'Correct the name of the coordinate system, or export the file again in the one it names.',
  },
  'crs.mixed-within-file': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Some records are in one coordinate system and some in another.',
    mend: 'Convert all records to one coordinate system.',
  },
  'crs.axes-swapped-fixed': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'East and north (or longitude and latitude) stand in each other’s place throughout, and ODIN put them right.',
    mend: 'Exchange the two columns, or their headings, in the file.',
  },
  'crs.axes-ambiguous': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'The coordinates fit the area either way round, so ODIN cannot tell which is east and which is north.',
    mend: 'Say which column is which: head them Easting and Northing, or Longitude and Latitude.',
  },
  'crs.datum-suspect': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The positions look shifted as a whole, as when one datum is taken for another (up to about 100 m in Britain).',
    mend: 'Check that the file was exported in the coordinate system it names.',
  },
  'crs.low-precision-coordinates': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The coordinates are rounded so far that a position may be many metres out.',
    mend: 'Publish coordinates to the metre (British National Grid) or to six decimals (degrees).',
  },
  'crs.out-of-country': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The position is outside the United Kingdom and its seas.',
    mend: 'Check the coordinates, and the coordinate system the file names.',
  },
  'crs.out-of-provider-area': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The position is outside the area the publisher covers.',
    mend: 'Check the coordinates; if the record is rightly outside, confirm it.',
  },
  'crs.null-island': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The coordinates are zero, which means they were never filled in.',
    mend: 'Give the record its coordinates, or leave the cells empty.',
  },
  'crs.unsupported': {
    severity: 'critical',
    mender: 'publisher',
    meaning: 'ODIN cannot convert from the coordinate system of this file.',
    mend: 'Export the file in British National Grid (EPSG:27700) or WGS 84 (EPSG:4326).',
  },
  'crs.transform-grid-used': {
    severity: 'info',
    mender: 'both',
    meaning:
      'Positions were converted with Ordnance Survey’s OSTN15 grid, which is right to about a centimetre.',
    mend: 'Nothing need be done.',
  },
  'crs.transform-fallback': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The position is outside Ordnance Survey’s OSTN15 grid, so it was converted by formula and may be 5 metres out.',
    mend: 'Check that the position is right; far offshore this is the best that can be done.',
  },
  'crs.axes-from-definition': {
    severity: 'info',
    mender: 'both',
    meaning:
      'The file’s coordinate system puts north (or latitude) first, and the coordinates were read in that order.',
    mend: 'Nothing need be done.',
  },
  'crs.swapped-row': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'This record has its two coordinates the other way round from the others, and ODIN put them right.',
    mend: 'Exchange the two coordinates of this record in the file.',
  },
  'crs.digit-lost': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'A coordinate is far too short or too long, as when a digit was lost or added; the record is kept but not drawn.',
    mend: 'Type the coordinate again.',
  },
  'crs.false-origin': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The position is the corner of a grid, which means that nobody filled it in.',
    mend: 'Give the record its coordinates, or leave the cells empty.',
  },
  'crs.unit-converted': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The coordinates are right but for their unit, such as millimetres for metres or degrees without their decimal point, and ODIN converted them.',
    mend: 'Publish eastings and northings in metres, longitudes and latitudes in degrees.',
  },
  'crs.not-finite': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'A coordinate is not a usable number.',
    mend: 'Type the coordinate again, in figures only.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
