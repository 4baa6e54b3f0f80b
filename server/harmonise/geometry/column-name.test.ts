import { describe, expect, it } from 'vitest';
import { isCrsName, isGridReferenceName, readAxisName, wordsOf } from './column-name.ts';

describe('readAxisName()', () => {
  it.each([
    ['Easting', 'x', 'metres', ''],
    ['NORTHINGS', 'y', 'metres', ''],
    ['OS_Easting (m)', 'x', 'metres', 'os m'],
    ['Longitude', 'x', 'degrees', ''],
    ['lat', 'y', 'degrees', ''],
    ['GPSLAT', 'y', 'degrees', ''],
    ['Start Longitude', 'x', 'degrees', 'start'],
    ['GeoX', 'x', undefined, 'geo'],
    ['GEOY', 'y', undefined, ''],
    ['x_coord', 'x', undefined, 'coord'],
    ['X-coordinate', 'x', undefined, 'coordinate'],
    ['Supply Point Y Coordinates', 'y', undefined, 'supply point coordinates'],
    ['POINT_X', 'x', undefined, 'point'],
  ])('reads %s', (heading, axis, unit, stem) => {
    expect(readAxisName(heading)).toEqual({ axis, stem, ...(unit && { unit }) });
  });

  it.each([
    '',
    'Name',
    'Latest',
    'Platform',
    'Flat',
    'Next',
    'Extent',
    'Type',
    'Eastleigh',
  ])('finds no axis in %j', (heading) => {
    expect(readAxisName(heading)).toBeUndefined();
  });
});

it('wordsOf() parts camel case and punctuation', () => {
  expect(wordsOf('GeoX_coord-Ref (m)')).toEqual(['geo', 'x', 'coord', 'ref', 'm']);
});

it.each([
  'CoordinateReferenceSystem',
  'COORDINATE REFERENCE SYSTEM',
  'crs',
  'SRID',
  'EPSG code',
  'GridType',
])('isCrsName() knows %s', (heading) => {
  expect(isCrsName(heading)).toBe(true);
});

it('isGridReferenceName() knows the customary headings and no site codes', () => {
  expect(
    ['NGR', 'Grid Ref', 'site_ngr', 'OS Ref', 'GridReference'].every(isGridReferenceName),
  ).toBe(true);
  expect(isGridReferenceName('LA SITE REF')).toBe(false);
});
