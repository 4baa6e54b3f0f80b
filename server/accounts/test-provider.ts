import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is wrong with a token the provider makes. */
export type Forgery = {
  /** Claims in place of the right ones; times in seconds from now; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: 'RS256' | 'HS256' | 'none';
  readonly key?: 'foreign';
  readonly tampered?: boolean;
};

/** A provider of single sign-on on this machine, which signs everybody in as the same person. */
export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where it sends a person back to who was sent to `asked`. */
  readonly answer: (asked: string, forgery?: Forgery) => URL;
  readonly close: () => void;
};

type Granted = { readonly asked: URLSearchParams; readonly forgery: Forgery };

const CLIENT = { clientId: 'odin', clientSecret: 'a secret that the two share, 32 bytes' } as const;

/** Start it on a free port of this machine. */
export async function startProvider(): Promise<Provider> {
  const [own, foreign] = [keyPair(), keyPair()];
  const grants = new Map<string, Granted>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer());
    if (pathname === '/.well-known/openid-configuration') json(response, describe(issuer()));
    else if (pathname === '/keys') {
      json(response, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig' }],
      });
    } else {
      let body = '';
      request.on('data', (bytes) => {
        body += bytes;
      });
      request.on('end', () => {
        const sent = new URLSearchParams(body);
        const grant = grants.get(sent.get('code') ?? '');
        grants.delete(sent.get('code') ?? '');
        const proof = createHash('sha256')
          .update(sent.get('code_verifier') ?? '')
          .digest('base64url');
        if (!grant || proof !== grant.asked.get('code_challenge')) {
          return json(response, { error: 'invalid_grant' }, 400);
        }
        const key = grant.forgery.key === 'foreign' ? foreign.privateKey : own.privateKey;
        const token = idToken(issuer(), grant, key);
        json(response, {
          access_token: 'a',
          token_type: 'Bearer',
          expires_in: 60,
          id_token: token,
        });
      });
    }
  });
  const issuer = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer: issuer(),
    ...CLIENT,
    answer(asked, forgery = {}) {
      const query = new URL(asked).searchParams;
      const code = randomBytes(16).toString('hex');
      grants.set(code, { asked: query, forgery });
      const back = new URL(query.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.get('state') ?? '');
      return back;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2_048 });

/** It claims to sign in any way, so that refusing is left to whoever reads the token. */
const describe = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorise`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  code_challenge_methods_supported: ['S256'],
});

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

const TIMES = new Set(['exp', 'iat', 'nbf']);

function idToken(issuer: string, { asked, forgery }: Granted, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1_000);
  const right = { iss: issuer, aud: CLIENT.clientId, sub: 'person-1', nonce: asked.get('nonce') };
  const person = { email: 'Ada@council.example', email_verified: true, name: 'Ada Example' };
  const wrong = Object.entries(forgery.claims ?? {}).map(([name, value]) => [
    name,
    TIMES.has(name) ? now + Number(value) : value === 'SLASH' ? `${issuer}/` : value,
  ]);
  const claims = { ...right, ...person, iat: now, exp: now + 300, ...Object.fromEntries(wrong) };
  const { alg = 'RS256' } = forgery;
  const head = encode({ alg, kid: 'k' });
  const signed = `${head}.${encode(claims)}`;
  const signature = signatureOf(signed, alg, key);
  const shown = forgery.tampered ? `${head}.${encode({ ...claims, sub: 'person-2' })}` : signed;
  return `${shown}.${signature}`;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signatureOf(text: string, alg: 'RS256' | 'HS256' | 'none', key: KeyObject): string {
  if (alg === 'none') return '';
  if (alg === 'HS256')
    return createHmac('sha256', CLIENT.clientSecret).update(text).digest('base64url');
  return sign('sha256', Buffer.from(text), key).toString('base64url');
}
