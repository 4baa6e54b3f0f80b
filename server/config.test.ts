import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('readConfig() listens on this machine only unless told otherwise', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8080, dataFolder: '.odin' });
  expect(readConfig({ HOST: '0.0.0.0', PORT: '0' })).toMatchObject({ host: '0.0.0.0', port: 0 });
});

it('readConfig() names every setting it cannot use', () => {
  expect(() => readConfig({ PORT: 'eighty', ODIN_JOB_MEMORY: '1' })).toThrow(
    /PORT: .+; ODIN_JOB_MEMORY: /,
  );
});
