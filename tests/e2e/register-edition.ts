import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { Explorer, expect } from './explorer.ts';
import { invite, joinAs } from './sign-in.ts';

/** The made-up register of the demonstration's Manchester. */
const REGISTER = {
  publisher: 'demonstration-manchester',
  dataset: 'demonstration-manchester--brownfield-register',
  fileName: 'brownfield-register.csv',
} as const;

const SAMPLE = new URL(
  `../../data/samples/${REGISTER.publisher}/${REGISTER.fileName}`,
  import.meta.url,
);

/** The sample with some of its words changed, each of which stands in it. */
export function changedRegister(changes: readonly (readonly [was: string, is: string])[]): Buffer {
  let text = readFileSync(fileURLToPath(SAMPLE), 'utf8');
  for (const [was, is] of changes) {
    if (!text.includes(was)) throw new RangeError(`Cannot change “${was}”: the sample has it not`);
    text = text.replace(was, is);
  }
  return Buffer.from(text);
}

/** The token of a program that may publish for the register's publisher, made by one of its officers. */
export async function tokenToPublish(page: Page): Promise<string> {
  const email = `program-${Date.now()}@council.example`;
  const where = ['--organisation', REGISTER.publisher, '--role', 'publisher'];
  await joinAs(page, `${Explorer.address}${invite(email, ...where)}`, 'Made-up Officer');
  await page.goto(`${Explorer.address}/account`);
  await page.getByRole('textbox', { name: 'What it is for' }).fill('The register, every quarter');
  await page.getByRole('radio', { name: /^Read and publish/u }).check();
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByRole('main')).toContainText('odin_');
  const [token = ''] = /odin_\w+/u.exec(await page.getByRole('main').innerText()) ?? [];
  return token;
}

const answered = async (response: APIResponse): Promise<Record<string, unknown>> => {
  expect(response.status(), await response.text()).toBe(200);
  return (await response.json()) as Record<string, unknown>;
};

/** Publish an edition of the register as a program does: hand the file in, have it read, publish what was read. */
export async function publishRegister(
  request: APIRequestContext,
  token: string,
  file: Buffer,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const desk = `${Explorer.address}/api/desk/drafts`;
  const handed = await answered(
    await request.post(`${desk}?${new URLSearchParams(REGISTER)}`, {
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      data: file,
    }),
  );
  const draft = `${desk}/${handed.id}`;
  const read = async () => await answered(await request.get(`${draft}/progress`, { headers }));
  await expect.poll(async () => (await read()).state).toBe('ready');
  const { left } = await answered(await request.get(draft, { headers }));
  expect(left).toEqual([]);
  const { reading } = await read();
  await answered(await request.post(`${draft}/publish`, { headers, data: { reading } }));
}
