import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COUNCIL_SAMPLES } from './councils.ts'; //   one publisher a district, synthetic
import { DIGITAL_SAMPLES } from './digital.ts'; //    fibre, masts, cabinets, synthetic
import { ENERGY_SAMPLES } from './energy.ts'; //      lines, primaries, gas, heat, synthetic
import { FACT_SAMPLES } from './facts.ts'; //         what is fact, in its publishers' formats
import { LAND_SAMPLES } from './land.ts'; //          brownfield registers and allocations, synthetic
import { WATER_SAMPLES } from './water.ts'; //        sewers, mains, overflows, flood zones, synthetic

const FOLDER = 'data/samples';

const samples = [
  ...FACT_SAMPLES,
  ...COUNCIL_SAMPLES,
  ...LAND_SAMPLES,
  ...ENERGY_SAMPLES,
  ...WATER_SAMPLES,
  ...DIGITAL_SAMPLES,
];
for (const { path, make } of samples) {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  const bytes = await make();
  writeFileSync(file, bytes);
  console.log(`${file}  ${bytes.length.toLocaleString('en-GB')} bytes`);
}
