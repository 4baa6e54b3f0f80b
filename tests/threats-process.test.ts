import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gpkgOf } from '../server/harmonise/decode/geopackage/tiny.ts';
import { zipOf } from '../server/harmonise/decode/testing/zip.ts';

// The threats of the threat table that are about time, memory and what a process may touch, each against the
// command a user runs, in a process of its own; the numbers are the table's.

const ODIN = fileURLToPath(new URL('../scripts/odin/index.ts', import.meta.url));
const MB = 1 << 20;
let folder: string;
let hits = 0;
const canary = createServer((_request, response) => {
  hits++;
  response.end('TOPSECRET');
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-threats-'));
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  canary.close();
  rmSync(folder, { recursive: true });
});

type Ran = {
  readonly exitCode: number | null;
  /** Processor time, which a busy machine does not stretch. */
  readonly cpuS: number;
  /** Largest resident memory of the process alone; 0 where the system does not tell. */
  readonly peakMb: number;
  readonly text: string;
};

/** `odin harmonise` on these bytes, and how much memory the process took at its worst. */
async function harmonise(name: string, bytes: Uint8Array | string): Promise<Ran> {
  const [path, out] = [join(folder, name), join(folder, `${name}.out`)];
  writeFileSync(path, bytes);
  const code = `import { readFileSync } from 'node:fs';
    const { main } = await import(${JSON.stringify(ODIN)});
    process.exitCode = await main(['harmonise', ${JSON.stringify(path)}, '--out', ${JSON.stringify(out)}]);
    const { user, system } = process.cpuUsage();
    let status = '';
    try { status = readFileSync('/proc/self/status', 'utf8'); } catch {}
    process.stderr.write(JSON.stringify([(user + system) / 1e6, Number(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? 0) / 1024]));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  let [said, report] = ['', ''];
  child.stderr.on('data', (text) => {
    said += text;
  });
  child.stdout.on('data', (text) => {
    report += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const [cpuS, peakMb] = JSON.parse(said);
  return { exitCode, cpuS, peakMb, text: report + readFileSync(out, 'utf8') };
}

describe('odin harmonise on files made to harm', { timeout: 120_000 }, () => {
  it('threat 1: a bomb is refused within five seconds and half a gigabyte', async () => {
    const bomb = zipOf([{ name: 'a.csv', bytes: Buffer.alloc(200 * MB, 'a,b\n') }]);
    const ran = await harmonise('bomb.zip', bomb);
    expect([ran.exitCode, ran.text.includes('file.archive-bomb')]).toEqual([2, true]);
    expect(ran.cpuS).toBeLessThan(5);
    expect(ran.peakMb).toBeLessThan(512);
  });

  it('threat 6: a workbook of very many cells is refused within its limits', async () => {
    const row = (index: number): string => `<row r="${index}"><c r="A${index}"><v>1</v></c></row>`;
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index + 1)).join('');
    const sheet = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`;
    const book = zipOf([
      { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="S"/></sheets></workbook>' },
      { name: 'xl/worksheets/sheet1.xml', bytes: sheet },
    ]);
    const ran = await harmonise('cells.xlsx', book);
    expect(ran.cpuS).toBeLessThan(10);
    expect(ran.peakMb).toBeLessThan(512);
  });

  it('threats 8 and 9: no file makes it read another file or ask another machine', async () => {
    const { port } = canary.address() as AddressInfo;
    const [url, secret] = [`http://127.0.0.1:${port}/x`, join(folder, 'secret.csv')];
    writeFileSync(secret, 'name,lat,lon\nTOPSECRET,53.4,-2.3\n');
    const vrt = `<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>${secret}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>`;
    const files: readonly (readonly [string, string])[] = [
      ['innocent.csv', vrt],
      ['innocent.geojson', `{"type":"FeatureCollection","features":[],"url":"${url}"}`],
      ['ssrf.geojson', url],
      ['x.gml', `<!DOCTYPE r SYSTEM "${url}"><r/>`],
      [
        'schema.gml',
        `<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${url} ${url}.xsd"/>`,
      ],
      ['link.kml', `<kml><NetworkLink><Link><href>${url}</href></Link></NetworkLink></kml>`],
      [
        'crs.geojson',
        `{"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"${url}"}},"features":[]}`,
      ],
    ];
    for (const [name, text] of files) {
      const ran = await harmonise(name, text);
      expect([name, ran.text.includes('TOPSECRET')]).toEqual([name, false]);
    }
    expect(hits).toBe(0);
  });

  it('threat 10: an endless view ends at once', async () => {
    const bytes = gpkgOf(`
      CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;
      INSERT INTO gpkg_contents VALUES ('endless', 'attributes', '', '', 0);`);
    const ran = await harmonise('endless.gpkg', bytes);
    expect([ran.exitCode, ran.cpuS < 5]).toEqual([2, true]);
  });

  it('threat 18: two million brackets are refused in seconds', async () => {
    const ran = await harmonise('deep.geojson', '['.repeat(2_000_000));
    expect([ran.exitCode, ran.text.includes('RangeError')]).toEqual([2, false]);
    expect(ran.cpuS).toBeLessThan(5);
  });

  it('threat 56: a line of an eighth of a gigabyte is refused in seconds', async () => {
    const ran = await harmonise('line.csv', Buffer.alloc(128 * MB, 'name,lat,lon;'));
    expect(ran.cpuS).toBeLessThan(10);
    expect(ran.text).toMatch(/"line": 1|critical/);
  });
});
