import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { findCrs } from '#data/geodesy/crs.ts';
import { codes, pointOf, table } from '#tests/support/locate.ts';

/** About a place in degrees, so that a town's worth of points fits around it. */
const round = (lng: number, lat: number): [number, number][] =>
  Array.from({ length: 20 }, (_, i) => [
    lng + 0.02 * Math.cos(i * 2.4) * Math.sqrt(i / 20),
    lat + 0.012 * Math.sin(i * 2.4) * Math.sqrt(i / 20),
  ]);
const BELFAST = round(-5.94, 54.59);
const LONDONDERRY = round(-7.3, 54.98);
const DOUGLAS = round(-4.52, 54.18);
const BIRKENHEAD = round(-3.05, 53.38);

const to = (id: string, position: readonly number[]): [number, number] =>
  proj4('EPSG:4326', findCrs(id)?.definition ?? '', [...position]).map(Math.round) as [
    number,
    number,
  ];
const irish = (position: readonly number[]) => to('EPSG:29903', position);
const british = (position: readonly number[]) => to('EPSG:27700', position);

const expectAt = (positions: readonly number[][], places: Parameters<typeof pointOf>[0][]) => {
  for (const [i, place] of places.entries()) {
    const [lng = 0, lat = 0] = pointOf(place);
    const [east = 0, north = 0] = positions[i] ?? [];
    expect(Math.hypot(lng - east, lat - north)).toBeLessThan(1e-4);
  }
};
const HEADINGS = ['Easting', 'Northing'];

describe('eastings and northings of Northern Ireland without a word of their grid', () => {
  it.each([
    ['a postcode', 'Postcode', 'BT7 1NN'],
    ['a postcode in an address', 'Address', '12 High Street, Belfast BT1 2AA'],
    ['a name', 'Town', 'Belfast'],
    ['a county', 'County', 'Co. Antrim'],
    ['an ONS code', 'LAD', 'N09000003'],
    ['a heading', 'Irish Grid ref', 'see map'],
  ])('are read on the Irish Grid by %s', (_, heading, cell) => {
    const { places, locator } = table(
      [...HEADINGS, heading],
      BELFAST.map((position) => [...irish(position), cell]),
    );
    expectAt(BELFAST, [...places]);
    expect(locator.verdict.id).toBe('EPSG:29903');
    expect(codes(locator)).toContain('crs.detected');
    expect(codes(locator)).not.toContain('crs.axes-ambiguous');
  });

  it('are read on the Irish Grid for a publisher of Northern Ireland', () => {
    const hints = { publisher: { name: 'Belfast City Council', districts: ['N09000003'] } };
    const { places } = table(HEADINGS, BELFAST.map(irish), hints);
    expectAt(BELFAST, [...places]);
  });

  it('are read on Irish Transverse Mercator where those are the figures', () => {
    const { places, locator } = table(
      [...HEADINGS, 'Postcode'],
      BELFAST.map((position) => [...to('EPSG:2157', position), 'BT7 1NN']),
    );
    expectAt(BELFAST, [...places]);
    expect(locator.verdict.id).toBe('EPSG:2157');
  });

  it('are never silently the Wirral’s when nothing tells', () => {
    const { locator } = table(HEADINGS, BELFAST.map(irish));
    const told = locator.issues.find(({ code }) => code === 'crs.axes-ambiguous');
    expect(told?.message).toMatch(/Northern Ireland.*name the publisher/);
    expect(locator.verdict.confidence).toBeLessThanOrEqual(0.5);
  });

  it('are read on the Irish Grid, and doubted, where the National Grid has sea', () => {
    const { places, locator } = table(HEADINGS, LONDONDERRY.map(irish));
    expectAt(LONDONDERRY, [...places]);
    expect(codes(locator)).toContain('crs.axes-ambiguous');
  });
});

describe('eastings and northings of Great Britain that could be Irish', () => {
  it.each([
    ['CH41 6DF', 'Postcode'],
    ['E08000015', 'LAD code'],
  ])('are read without a doubt beside %s', (cell, heading) => {
    const { places, locator } = table(
      [...HEADINGS, heading],
      BIRKENHEAD.map((position) => [...british(position), cell]),
    );
    expectAt(BIRKENHEAD, [...places]);
    expect(codes(locator)).not.toContain('crs.axes-ambiguous');
  });

  it('are not taken to Ireland by a street named after one of its towns', () => {
    const { locator } = table(
      [...HEADINGS, 'Street'],
      BIRKENHEAD.map((position) => [...british(position), 'Belfast Road']),
    );
    expect(locator.verdict.id).toBe('EPSG:27700');
  });
});

describe('the Isle of Man with its axes exchanged', () => {
  const exchanged = DOUGLAS.map(british).map(([e, n]) => [n, e]);

  it.each(['IM1 2AB', 'Isle of Man'])('is put right by “%s”', (cell) => {
    const { places, locator } = table(
      [...HEADINGS, 'Where'],
      exchanged.map((row) => [...row, cell]),
    );
    expectAt(DOUGLAS, [...places]);
    expect(codes(locator)).toContain('crs.axes-swapped-fixed');
  });

  it('is doubted when nothing tells', () => {
    expect(codes(table(HEADINGS, exchanged).locator)).toContain('crs.axes-ambiguous');
  });
});
