import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DeskRoute, isDesk, readRoute, writeRoute } from './route.ts';

const ROUTES: readonly (readonly [string, DeskRoute])[] = [
  ['/desk', { kind: 'home' }],
  ['/desk?publisher=rochdale&show=due', { kind: 'home', publisher: 'rochdale', show: 'due' }],
  [
    '/desk/rochdale/new?type=land%2Fbrownfield-site',
    { kind: 'new', publisher: 'rochdale', featureType: 'land/brownfield-site' },
  ],
  ['/desk/drafts/abc', { kind: 'draft', draft: 'abc' }],
  [
    '/desk/drafts/abc/issues?issue=k1&line=96',
    { kind: 'step', draft: 'abc', step: 'issues', issue: 'k1', line: 96 },
  ],
  ['/desk/drafts/abc/receipt', { kind: 'receipt', draft: 'abc' }],
];

const read = (address: string) => {
  const { pathname, search } = new URL(address, 'http://odin.example');
  return readRoute(pathname, search);
};

it.each(ROUTES)('readRoute() and writeRoute() agree on %s', (address, route) => {
  expect(read(address)).toEqual(route);
  expect(writeRoute(route)).toBe(address);
});

it('readRoute() leads nowhere for pages there are not, and passes over lines that are none', () => {
  expect(read('/desk/drafts/abc/colour')).toEqual({ kind: 'nowhere' });
  expect(read('/desk/drafts')).toEqual({ kind: 'nowhere' });
  expect(read('/desk/rochdale')).toEqual({ kind: 'nowhere' });
  expect(read('/desk/drafts/abc/issues?line=0x10&issue=')).toEqual({
    kind: 'step',
    draft: 'abc',
    step: 'issues',
  });
});

it('readRoute() never throws, whatever the address', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, search) => {
      readRoute(`/desk/${path}`, search);
    }),
  );
});

it('isDesk() takes no neighbour for the desk', () => {
  expect(isDesk('/desk')).toBe(true);
  expect(isDesk('/desk/drafts/a')).toBe(true);
  expect(isDesk('/desktop')).toBe(false);
});
