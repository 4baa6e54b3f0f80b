import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { readWebAddress } from './web-address.ts';

const NONE = new Set<string>();

/** Ways to write an address of this machine, its network or its cloud, and addresses that are none. */
const LED_ASTRAY = [
  ...['https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.1/'],
  ...['https://0177.0.0.1/', 'https://0/', 'https://0.0.0.0/', 'https://localhost/'],
  ...['https://a.localhost/', 'https://LOCALHOST./', 'https://[::1]/', 'https://[::]/'],
  ...['https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[::127.0.0.1]/'],
  ...['https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://[fe80::1]/'],
  ...['https://[fc00::1]/', 'https://[fd12:3456::1]/', 'https://[ff02::1]/'],
  ...['https://10.0.0.1/', 'https://172.16.5.4/', 'https://192.168.1.1/', 'https://100.64.0.1/'],
  ...['https://169.254.169.254/latest/meta-data/', 'https://metadata.google.internal/'],
  ...[
    'https://192.0.2.7/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
  ],
  ...[
    'https://printer.local/',
    'https://intranet/',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
  ],
  ...['https://user:secret@example.org/', 'https://example.org:22/', 'http://example.org/a.csv'],
  ...['ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'javascript:alert(1)'],
  ...[
    'data:text/csv,a',
    'example.org/a.csv',
    '//example.org/',
    'https://',
    '',
    ' ',
    'https://[::1',
  ],
];

describe('threat 30: an address to fetch from', () => {
  it.each(LED_ASTRAY)('%s is refused with a sentence', (address) => {
    expect(readWebAddress(address, NONE)).toEqual({
      refusal: expect.stringMatching(/^This address is not fetched: .+\.$/),
    });
  });

  it.each([
    'https://example.org/a.csv',
    'https://example.org:8443/',
    'https://[2606:4700::1111]/',
    'https://1.1.1.1/',
  ])('%s is taken', (address) => {
    expect(readWebAddress(address, NONE)).toHaveProperty('url');
  });

  it('of this deployment’s own network is taken where it was named, with its port alone', () => {
    const own = new Set(['gis.council.internal', '127.0.0.1:8600']);
    expect(readWebAddress('http://gis.council.internal/wfs', own)).toHaveProperty('url');
    expect(readWebAddress('http://127.0.0.1:8600/wfs', own)).toHaveProperty('url');
    expect(readWebAddress('http://127.0.0.1:8601/wfs', own)).toHaveProperty('refusal');
    expect(readWebAddress('file://gis.council.internal/wfs', own)).toHaveProperty('refusal');
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        expect(Object.keys(readWebAddress(text, NONE))).toHaveLength(1);
      }),
    );
  });
});

describe('isPublicAddress', () => {
  it('knows no address of a private network, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), (v4, v6) => {
        const [a = 0, b = 0] = v4.split('.').map(Number);
        const isPrivate = a === 10 || a === 127 || (a === 192 && b === 168) || a >= 224;
        if (isPrivate) expect(isPublicAddress(v4)).toBe(false);
        expect(isPublicAddress(`::ffff:${v4}`)).toBe(false);
        if (isPublicAddress(v6)) expect(v6).toMatch(/^[23][0-9a-f]{3}:/i);
      }),
    );
  });

  it.each(['', 'example.org', 'fe80::1%eth0', '1.2.3', '01.2.3.4'])('%s is none', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});
