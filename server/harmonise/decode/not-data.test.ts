import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './index.ts';
import { jsonErrorMessage, textWithoutData } from './not-data.ts';
import { read } from './testing/read.ts';

const told = (content: string | Uint8Array, fileName = 'register.csv') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const found = decode({ fileName, sha256: '', bytes });
  return 'layers' in found ? 'read' : `${found.issues[0]?.code}: ${found.issues[0]?.message}`;
};

describe('decode() of what is no data', () => {
  it.each([
    [
      'a page that was not found',
      '<!DOCTYPE html><html><head><title>Page not found</title>',
      'web page (“Page not found”)',
    ],
    [
      'a sign-in page',
      '<html><title>Sign in to your account</title><input type="password">',
      'asks for a name and password',
    ],
    [
      'the error of a WFS',
      '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:ExceptionText>Unknown typename brownfield</ows:ExceptionText>',
      'Unknown typename brownfield',
    ],
    [
      'the error of a file store',
      '<Error><Code>x</Code><Message>Access Denied</Message></Error>',
      'Access Denied',
    ],
    [
      'a news feed',
      '<rss version="2.0"><channel><title>News</title></channel></rss>',
      'news feed (“News”)',
    ],
    [
      'a shortcut',
      '[InternetShortcut]\r\nURL=https://example.org/a.csv\r\n',
      'shortcut to https://example.org/a.csv',
    ],
    [
      'a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 1\n',
      'placeholder',
    ],
    [
      'the error of a server',
      "Runtime Error\nServer Error in '/' Application.\n",
      'error message of a server',
    ],
    [
      'the error of an ArcGIS service',
      '{"error":{"code":499,"message":"Token Required"}}',
      '“Token Required (499)”. The service wants a sign-in',
    ],
    ['the error of a service in one word', '{"error":"Not found"}', 'It says: “Not found”'],
    [
      'a letter',
      'Dear all,\n\nPlease find the register attached.\n\nRegards\n',
      'running text (“Dear all,”)',
    ],
    ['blank lines', '\n \n\n', 'file.empty'],
    [
      'text with binary after it',
      'name,lon\n\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007',
      'begins as text (“name,lon”)',
    ],
    [
      'bytes of nothing known',
      Uint8Array.from({ length: 64 }, (_, index) => index % 7),
      'cannot tell what kind of file',
    ],
  ])('says what %s is, and what to send', (_what, content, words) => {
    expect(told(content)).toContain(words);
  });

  it.each([
    ['a table whose heading is Error', 'Error,Easting\nnone,381429\n'],
    ['a table of one column', 'Name\nOak Street\nElm Street\n'],
    ['a table with sentences in it', 'Ref,Notes\n1,"The gate is locked. Ring first."\n'],
    ['a letter in a cell', 'Ref|Notes\n1|Dear all, hello\n'],
  ])('reads %s', (_what, content) => {
    expect(told(content)).toBe('read');
  });
});

it('textWithoutData() and jsonErrorMessage() never throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (head, value) => {
      textWithoutData(head);
      expect(jsonErrorMessage(value)).toContain('not data');
    }),
  );
});

it('decode() says what to send in place of the lock file of an open workbook', () => {
  const lock = Buffer.alloc(165, ' ');
  lock.write('\u0008A. Clerk', 0, 'latin1');
  Buffer.from('\u0008A. Clerk'.padEnd(55), 'utf16le').copy(lock, 55);
  const [found] = read(lock, '~$register.xlsx').issues;
  expect(found).toMatchObject({ code: 'fetch.not-data-format', severity: 'critical' });
  expect(found?.message).toContain('without ~$');
});

it('decode() takes no row for the greeting of a letter', () => {
  const table = 'name,address,x\nHi-Tech House,1 Road,384000\nHello Nursery,2 Road,384100\n';
  expect(read(`${table}Dear Street,3 Road,384200\n`, 'a.csv').records).toHaveLength(3);
});
