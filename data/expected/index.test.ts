import { expect, it } from 'vitest';
import { findFeatureType } from '#data/features/index.ts';
import { EXPECTED_OF_DISTRICTS } from './index.ts';

it.each(
  EXPECTED_OF_DISTRICTS,
)('EXPECTED_OF_DISTRICTS names a type ODIN knows: $featureType', (expected) => {
  expect(findFeatureType(expected.featureType)).toBeDefined();
  expect(expected.because).not.toBe('');
});
