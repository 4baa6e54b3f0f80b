import { describe, expect, it } from 'vitest';
import { read, valuesOf } from './testing/read.ts';
import { readText, wholeText } from './text.ts';

const TEXT = 'id,price\n1,£5 Château ’s\n';
const cp1252 = Buffer.from('id,price\n1,\xa35 Ch\xe2teau \x92s\n', 'latin1');
const utf16be = Buffer.from(TEXT, 'utf16le').swap16();

describe('readText()', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8', []],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${TEXT}`), 'utf-8', ['text.bom']],
    ['UTF-16LE with BOM', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', ['text.bom']],
    ['UTF-16LE without', Buffer.from(TEXT, 'utf16le'), 'utf-16le', ['text.encoding-guessed']],
    ['UTF-16BE without', utf16be, 'utf-16be', ['text.encoding-guessed']],
    ['windows-1252', cp1252, 'windows-1252', ['text.encoding-guessed']],
  ])('reads %s: £, â and ’ survive', (_name, bytes, encoding, codes) => {
    const file = readText(bytes);
    expect(file.encoding).toBe(encoding);
    expect(wholeText(file)).toBe(TEXT);
    expect(file.issues.map(({ code }) => code)).toEqual(codes);
  });

  it('reads lines of UTF-8 and of windows-1252 in one file each in its own way', () => {
    const found = read(Buffer.concat([Buffer.from('a\n“é”\n'), Buffer.from('\xa35\n', 'latin1')]));
    expect(valuesOf(found)).toEqual([['“é”'], ['£5']]);
    expect(found.issues[0]).toMatchObject({ code: 'text.encoding-guessed', line: 3 });
  });

  it('notices text encoded twice, with the line', () => {
    const found = read('id,name\n1,ok\n2,CafÃ© Â£3\n');
    expect(found.issues[0]).toMatchObject({ code: 'text.mojibake', line: 3 });
  });

  it('leaves NUL bytes out and says so', () => {
    const found = read(`id,name\n1,A\0B${'x'.repeat(200)}\n`);
    expect(found.codes).toContain('text.nul-bytes');
    expect(valuesOf(found)[0]?.[1]).toMatch(/^ABx/);
  });
});

describe('a file of two encodings', () => {
  const accents = (text: string): Buffer => Buffer.from(`${text}\n`, 'latin1');

  it('is called by the one most of its lines are in, and each line is read in its own', () => {
    const proper = Buffer.from('Café\n', 'utf8');
    const read = readText(Buffer.concat([accents('é'), accents('£5'), proper]));
    expect(read.encoding).toBe('windows-1252');
    expect(wholeText(read)).toBe('é\n£5\nCafé\n');
    expect(readText(Buffer.concat([accents('é'), proper, proper])).encoding).toBe('utf-8');
  });
});
