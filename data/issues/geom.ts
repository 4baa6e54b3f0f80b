import type { IssueKind } from './issue-kind.ts';

/** Issues of `geom.*`. Source: ODIN issue catalogue; see docs/issues.md. */
export const GEOM_ISSUES = {
  'geom.missing': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The record has no position or shape.',
    mend: 'Give it coordinates, a grid reference or a shape; until then it is listed and not drawn.',
  },
  'geom.parse-failed': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The shape is written in a way that cannot be read.',
    mend: 'Export the shape again as WKT or GeoJSON.',
  },
  'geom.type-unexpected': {
    severity: 'error',
    mender: 'publisher',
    meaning:
      'The shape is not of the kind these features have, such as a point where an area is expected.',
    mend: 'Check that the right layer was exported.',
  },
  'geom.collection-split': {
    severity: 'info',
    mender: 'both',
    meaning: 'The record holds shapes of different kinds together, and ODIN took them apart.',
    mend: 'Nothing need be done.',
  },
  'geom.mixed-types': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The file mixes points, lines and areas in one layer.',
    mend: 'Give each kind a layer of its own.',
  },
  'geom.invalid-fixed': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The shape crossed itself or was built wrongly, and ODIN repaired it.',
    mend: 'Compare the shape before and after, and correct the original.',
  },
  'geom.fix-changed-area': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'Repairing the shape changed its size by more than is allowed.',
    mend: 'Redraw the shape: the repair may not be what was meant.',
  },
  'geom.invalid-unfixable': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The shape is built so wrongly that it cannot be repaired.',
    mend: 'Redraw the shape.',
  },
  'geom.self-intersection': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The outline crosses itself.',
    mend: 'Move the corners so that the outline does not cross.',
  },
  'geom.ring-not-closed': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The outline does not end where it began, so ODIN closed it.',
    mend: 'Close the outline in the original.',
  },
  'geom.winding-fixed': {
    severity: 'info',
    mender: 'both',
    meaning: 'The outline ran the wrong way round, and ODIN turned it.',
    mend: 'Nothing need be done.',
  },
  'geom.duplicate-vertices': {
    severity: 'info',
    mender: 'both',
    meaning: 'The shape repeats the same corner, and ODIN dropped the repeats.',
    mend: 'Nothing need be done.',
  },
  'geom.spike-or-sliver': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The shape has a needle-thin part, which is usually a drawing slip.',
    mend: 'Look at the shape there and remove the spike.',
  },
  'geom.over-antimeridian': {
    severity: 'notice',
    mender: 'publisher',
    meaning: 'The shape runs over the 180° meridian, where longitudes jump from east to west.',
    mend: 'Cut the shape at the meridian into two parts, as RFC 7946 asks; or check its longitudes.',
  },
  'geom.zero-length-or-area': {
    severity: 'error',
    mender: 'publisher',
    meaning: 'The line has no length or the area no size.',
    mend: 'Redraw the shape, or give a point in its place.',
  },
  'geom.area-mismatch': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The stated area and the drawn shape differ by more than a tenth.',
    mend: 'Check which is right: the figure, its unit or the shape.',
  },
  'geom.length-mismatch': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The stated length and the drawn line differ by more than a tenth.',
    mend: 'Check which is right: the figure, its unit or the line.',
  },
  'geom.z-dropped': {
    severity: 'info',
    mender: 'both',
    meaning: 'The shape carries heights, which the map leaves out; the original keeps them.',
    mend: 'Nothing need be done.',
  },
  'geom.curve-linearised': {
    severity: 'info',
    mender: 'both',
    meaning: 'The shape has true curves, which were drawn as many short straight lines.',
    mend: 'Nothing need be done.',
  },
  'geom.point-outside-own-polygon': {
    severity: 'warning',
    mender: 'publisher',
    meaning: 'The point given for the record lies outside its own area.',
    mend: 'Move the point, or leave it out.',
  },
  'geom.too-many-vertices': {
    severity: 'notice',
    mender: 'both',
    meaning: 'The shape has an unusual number of corners; all of them are kept.',
    mend: 'Nothing need be done; a simpler shape opens faster.',
  },
  'geom.rectangle-or-placeholder': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'Many records share one position or a plain rectangle, such as the town hall standing in for sites not yet placed.',
    mend: 'Give each record its own position.',
  },
  'geom.snapped-to-postcode': {
    severity: 'notice',
    mender: 'both',
    meaning:
      'The record has no coordinates, so it was placed by its postcode and may be a street away.',
    mend: 'Give coordinates or a UPRN for an exact place.',
  },
  'geom.snapped-to-uprn': {
    severity: 'notice',
    mender: 'both',
    meaning:
      'The record has no coordinates, so it was placed where a gazetteer says its UPRN stands.',
    mend: 'Give coordinates if the thing itself does not stand where the property does.',
  },
  'geom.unplaced': {
    severity: 'warning',
    mender: 'publisher',
    meaning:
      'The record is kept and listed, and it is not on the map: it says where it is only by an address, part of a postcode, or a postcode or UPRN that no gazetteer loaded here knows.',
    mend: 'Add coordinates, a grid reference, a UPRN or a full postcode; or load a gazetteer of postcodes or UPRNs.',
  },
} as const satisfies Readonly<Record<string, IssueKind>>;
