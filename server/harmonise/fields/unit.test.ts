import { describe, expect, it } from 'vitest';
import { unitOfHeading } from './unit.ts';

describe('unitOfHeading()', () => {
  it.each([
    ['Site area (m2)', 'm2'],
    ['area_ha', 'ha'],
    ['Point of Connection (POC) Voltage (kV)', 'kV'],
    ['Location (Y-coordinate) [m]', 'm'],
    ['MW Connected', 'MW'],
    ['Peak MW required', 'MW'],
    ['connector1RatedOutputKW', 'kW'],
    ['Average download speed (Mbit/s)', 'Mbit/s'],
  ])('reads the unit of %j', (heading, unit) => {
    expect(unitOfHeading(heading)).toBe(unit);
  });

  it.each([
    'Name',
    'Reference (site)',
    'mwanza',
    'Framework',
    'MWC register',
  ])('hears none in %j', (heading) => {
    expect(unitOfHeading(heading)).toBeUndefined();
  });
});
