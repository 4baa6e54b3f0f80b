import { expect, it } from 'vitest';
import { toldFields } from './told-fields.ts';

it('toldFields() words attributes and codes, adds units, and leaves other columns as they are', () => {
  const fields = [
    { name: 'planning-status', from: 'not-permissioned', to: 'permissioned' },
    { name: 'area-ha', to: 1.84 },
    { name: 'Remarks', from: 'old', to: 'new' },
    { name: '__proto__', to: 'x' },
  ];
  const [status, area, ...others] = toldFields(fields, 'land/brownfield-site');
  expect(status).toMatchObject({ title: 'Planning status', to: 'Permissioned' });
  expect(area).toMatchObject({ to: '1.84 ha' });
  expect(area?.from).toBeUndefined();
  expect(others).toEqual(fields.slice(2));
});
