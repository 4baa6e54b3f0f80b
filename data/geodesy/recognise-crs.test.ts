import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseCrs } from './recognise-crs.ts';

const ESRI_BNG =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],UNIT["Meter",1.0]]';
const OGC_BNG =
  'PROJCS["OSGB 1936 / British National Grid",GEOGCS["OSGB 1936",DATUM["OSGB_1936",SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],AUTHORITY["EPSG","6277"]],AUTHORITY["EPSG","4277"]],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","27700"]]';

describe('recogniseCrs()', () => {
  it.each([
    ['EPSG:27700', 'EPSG:27700', 'xy'],
    ['epsg 27700', 'EPSG:27700', 'xy'],
    ['EPSG::27700', 'EPSG:27700', 'xy'],
    ['27700', 'EPSG:27700', 'xy'],
    ['4326.0', 'EPSG:4326', 'xy'],
    ['SRID=27700', 'EPSG:27700', 'xy'],
    ['EPSG:4326', 'EPSG:4326', 'xy'],
    ['urn:ogc:def:crs:EPSG::4326', 'EPSG:4326', 'yx'],
    ['urn:ogc:def:crs:EPSG:6.9:4326', 'EPSG:4326', 'yx'],
    ['urn:x-ogc:def:crs:EPSG:4258', 'EPSG:4258', 'yx'],
    ['urn:ogc:def:crs:EPSG::27700', 'EPSG:27700', 'xy'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326', 'yx'],
    ['http://www.opengis.net/gml/srs/epsg.xml#4326', 'EPSG:4326', 'xy'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'xy'],
    ['OGC:CRS84', 'EPSG:4326', 'xy'],
    ['EPSG:900913', 'EPSG:3857', 'xy'],
    ['EPSG:7405', 'EPSG:27700', 'xy'],
    ['EPSG:2154', 'EPSG:2154', 'xy'],
    [ESRI_BNG, 'EPSG:27700', 'xy'],
    [OGC_BNG, 'EPSG:27700', 'xy'],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984"]]]', 'EPSG:4326', 'xy'],
    ['GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936"]]', 'EPSG:4277', 'xy'],
    ['GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989"]]', 'EPSG:4258', 'xy'],
    ['PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984"]]', 'EPSG:3857', 'xy'],
    ['PROJCS["WGS_1984_UTM_Zone_30N",GEOGCS["GCS_WGS_1984"]]', 'EPSG:32630', 'xy'],
    ['PROJCS["ETRS_1989_UTM_Zone_30N",GEOGCS["GCS_ETRS_1989"]]', 'EPSG:25830', 'xy'],
    ['PROJCS["ED_1950_UTM_Zone_31N",GEOGCS["GCS_European_1950"]]', 'EPSG:23031', 'xy'],
    ['PROJCS["TM65_Irish_Grid",GEOGCS["GCS_TM65"]]', 'EPSG:29902', 'xy'],
    [
      'CoordSys Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000',
      'EPSG:27700',
      'xy',
    ],
    ['CoordSys Earth Projection 1, 104', 'EPSG:4326', 'xy'],
    ['CoordSys Earth Projection 8, 104, "m", -3, 0, 0.9996, 500000, 0', 'EPSG:32630', 'xy'],
    ['OSGB36', 'EPSG:27700', 'xy'],
    ['OSGB 1936', 'EPSG:27700', 'xy'],
    ['British National Grid', 'EPSG:27700', 'xy'],
    ['British Coordinate Systems', 'EPSG:27700', 'xy'],
    ['BNG', 'EPSG:27700', 'xy'],
    ['WGS84', 'EPSG:4326', 'xy'],
    ['WGS 84 (GPS)', 'EPSG:4326', 'xy'],
    ['ETRS89', 'EPSG:4258', 'xy'],
    ['ITM', 'EPSG:2157', 'xy'],
    ['Irish Grid', 'EPSG:29902', 'xy'],
  ])('reads %j', (text, id, axis) => {
    expect(recogniseCrs(text)).toEqual({ id, axis });
  });

  it.each([
    '',
    '1',
    'Manchester',
    'M60 2LA',
    'PROJCS["unknown",GEOGCS["WGS 84"]]',
    'CoordSys NonEarth Units "m"',
  ])('does not guess at %j', (text) => {
    expect(recogniseCrs(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void recogniseCrs(text)));
  });
});

const tmerc = (...[lat0, lon0, scale, east0, north0]: readonly number[]): string =>
  `PROJCS["unnamed",GEOGCS["unnamed",DATUM["unknown",SPHEROID["Airy 1830",6377563.396,299.325]]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",${lat0}],PARAMETER["central_meridian",${lon0}],PARAMETER["scale_factor",${scale}],PARAMETER["false_easting",${east0}],PARAMETER["false_northing",${north0}],UNIT["metre",1]]`;

describe('recogniseCrs() by numbers and by the names programs give', () => {
  it.each([
    [tmerc(49, -2, 0.9996012717, 400_000, -100_000), 'EPSG:27700'],
    [tmerc(53.5, -8, 1.000035, 200_000, 250_000), 'EPSG:29902'],
    [tmerc(53.5, -8, 0.99982, 600_000, 750_000), 'EPSG:2157'],
    [tmerc(0, -3, 0.9996, 500_000, 0), 'EPSG:32630'],
    [tmerc(0, 2, 0.9996, 500_000, 0), undefined],
    [
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy',
      'EPSG:27700',
    ],
    ['+proj=utm +zone=30 +datum=WGS84', 'EPSG:32630'],
    ['+proj=longlat +datum=WGS84 +no_defs', 'EPSG:4326'],
    ['Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000', 'EPSG:27700'],
    ['CoordSys Earth Projection 8, 1000, "m", -2, 49, 0.9996012717, 400000, -100000', 'EPSG:27700'],
    ['CoordSys Earth Projection 8, 13, "m", -8, 53.5, 1.000035, 200000, 250000', 'EPSG:29902'],
    ['PROJCS["OSGB_1936_British_National_Grid",GEOGCS["GCS_OSGB 1936"]]', 'EPSG:27700'],
    [
      'COMPOUNDCRS["OSGB36 / British National Grid + ODN height",PROJCRS["OSGB36 / British National Grid"]]',
      'EPSG:27700',
    ],
    ['urn:ogc:def:crs,crs:EPSG::27700,crs:EPSG::5701', 'EPSG:27700'],
    ['EPSG:27700+5701', 'EPSG:27700'],
    ['Ordnance Survey National Grid', 'EPSG:27700'],
    ['British Nat Grid', 'EPSG:27700'],
    ['OS GB 36', 'EPSG:27700'],
    ['Lat/Long', 'EPSG:4326'],
    ['ESRI:54004', 'EPSG:3395'],
    ['PROJCS["World_Mercator",GEOGCS["GCS_WGS_1984"]]', 'EPSG:3395'],
    ['PROJCS["WGS 84 / UTM zone 18N"]', 'EPSG:32618'],
    ['PROJCS["WGS_1984_UTM_Zone_55S",GEOGCS["GCS_WGS_1984"]]', 'EPSG:32755'],
    ['PROJCS["NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet"]', undefined],
  ])('%s', (text, id) => {
    expect(recogniseCrs(text)?.id).toBe(id);
  });
});
