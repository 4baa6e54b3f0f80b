import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('readConfig() listens on this machine only unless told otherwise', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8080, dataFolder: '.odin' });
  expect(readConfig({ HOST: '0.0.0.0', PORT: '0' })).toMatchObject({ host: '0.0.0.0', port: 0 });
});

it('readConfig() takes an address to write to, and no other text', () => {
  expect(readConfig({}).operator).toEqual({});
  const said = { ODIN_OPERATOR: 'Test Council', ODIN_CONTACT: 'map@council.example' };
  expect(readConfig(said).operator).toEqual({
    name: 'Test Council',
    contact: 'map@council.example',
  });
  expect(() => readConfig({ ODIN_CONTACT: 'javascript:alert(1)' })).toThrow(/ODIN_CONTACT/);
});

it('readConfig() names every setting it cannot use', () => {
  expect(() => readConfig({ PORT: 'eighty', ODIN_JOB_MEMORY: '1' })).toThrow(
    /PORT: .+; ODIN_JOB_MEMORY: /,
  );
});
