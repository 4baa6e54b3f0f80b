import type { TestServer } from './test-server.ts';

/** A page as a browser without scripts has it. */
export type Landed = {
  readonly status: number;
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
};

/** Something that keeps cookies, follows redirects and sends forms as a browser does. */
export type Browser = {
  readonly open: (path: string, headers?: Record<string, string>) => Promise<Landed>;
  /** Send the form of a page that goes to `action`, its hidden fields with what is filled in. */
  readonly send: (
    page: Landed,
    action: string,
    filled?: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Landed>;
  readonly cookies: Map<string, string>;
};

/** Open a browser with nothing in it. */
export function openBrowser(server: TestServer): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Landed> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), accept: 'text/html', ...init.headers };
    const response = await server.get(path, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) keep(cookies, set);
    const location = response.headers.get('location');
    if (location?.startsWith('/')) return await ask(location);
    return {
      status: response.status,
      path,
      text: await response.text(),
      headers: response.headers,
    };
  };
  return {
    cookies,
    open: (path, headers = {}) => ask(path, { headers }),
    send: (page, action, filled = {}, headers = {}) =>
      ask(action, {
        method: 'POST',
        body: new URLSearchParams({ ...hiddenIn(page.text, action), ...filled }),
        headers: { origin: server.origin(), 'sec-fetch-site': 'same-origin', ...headers },
      }),
  };
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split('; ');
  const [name = '', value = ''] = pair.split('=');
  if (attributes.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, value);
}

/** Hidden fields of the form that goes to `action`. @throws {RangeError} when the page has none */
function hiddenIn(text: string, action: string): Record<string, string> {
  const [, form] = new RegExp(`<form[^>]* action="${action}"[^>]*>([^]*?)</form>`).exec(text) ?? [];
  if (form === undefined) throw new RangeError(`No form goes to ${action}`);
  const fields = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
