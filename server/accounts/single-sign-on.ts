import * as client from 'openid-client';
import type { AccountDeps } from './deps.ts';
import { hashSecret, newSecret } from './secret.ts';

/** How ODIN is known to the provider of an organisation’s sign-in. */
export type SignOnConfig = {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of e-mail whose people may come without invitation; none: the invited alone. */
  readonly domains: readonly string[];
};

/** Whom a provider says it has signed in. */
export type SignedOn = {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case. */
  readonly email: string;
  /** Whether the provider says that the address is theirs. */
  readonly isVerified: boolean;
  readonly name: string;
};

export type SignOn = {
  readonly domains: readonly string[];
  /** Where to send a person, and what their cookie must hold when they come back. */
  readonly begin: (going: Going) => Promise<{ readonly goTo: string; readonly secret: string }>;
  /**
   * Who came back, and where they were going.
   *
   * @throws {SignOnFault} whenever anything is not as it should be
   */
  readonly finish: (
    came: URL,
    secret: string,
  ) => Promise<{ readonly person: SignedOn; readonly back: string }>;
};

export type Going = { readonly back: string; readonly returnTo: string };

/** A person could not be signed in; the message is for the log. */
export class SignOnFault extends Error {
  override readonly name = 'SignOnFault';
}

/** Furthest two clocks may be apart, seconds. */
const CLOCK_S = 60;
/** Longest the provider may take to answer, seconds. */
const ANSWER_S = 10;
/** Longest a person may take at the provider, ms. */
const UNDER_WAY_MS = 10 * 60_000;

/** Signatures with a key of the provider’s alone: never `none`, never one made with a secret we share. */
const SIGNED = /^(?:RS|PS|ES)(?:256|384|512)$/;

/**
 * Single sign-on by OpenID Connect: authorisation code with PKCE, state and nonce, each good once and bound to the
 * browser by a cookie. The provider is asked about when first needed.
 */
export function openSignOn(config: SignOnConfig, { store, now }: AccountDeps): SignOn {
  let asked: Promise<client.Configuration> | undefined;
  const provider = (): Promise<client.Configuration> => {
    const asking = asked ?? discover(config);
    asked = asking;
    asking.catch(() => {
      // it may be there when the next person asks
      asked = undefined;
    });
    return asking;
  };
  return {
    domains: config.domains,
    async begin({ back, returnTo }) {
      const [secret, verifier] = [newSecret(), client.randomPKCECodeVerifier()];
      const [state, nonce] = [client.randomState(), client.randomNonce()];
      const goTo = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: returnTo,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...{ state, nonce },
      });
      const madeAt = now().toISOString();
      await store.putSignOn({ hash: hashSecret(secret), state, nonce, verifier, back, madeAt });
      return { goTo: goTo.href, secret };
    },
    async finish(came, secret) {
      const begun = await store.takeSignOn(hashSecret(secret));
      if (!begun || now().getTime() - Date.parse(begun.madeAt) > UNDER_WAY_MS) {
        throw new SignOnFault('not begun in this browser, used before, or too long ago');
      }
      const person = await exchange(came, begun, await provider());
      return { person, back: begun.back };
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: SignOnConfig) {
  const server = new URL(issuer);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname);
  const metadata = { client_secret: clientSecret, [client.clockTolerance]: CLOCK_S };
  const found = await client.discovery(server, clientId, metadata, undefined, {
    timeout: ANSWER_S,
    // a provider on this machine may do without https; no other
    execute: isHere ? [client.allowInsecureRequests] : [],
  });
  if (found.serverMetadata().issuer !== issuer) {
    throw new SignOnFault(`the provider calls itself ${found.serverMetadata().issuer}`);
  }
  // the signature is checked although the token comes straight from the provider
  client.enableNonRepudiationChecks(found);
  return found;
}

type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string };

async function exchange(
  came: URL,
  { state, nonce, verifier }: Begun,
  provider: client.Configuration,
): Promise<SignedOn> {
  const answer = await client
    .authorizationCodeGrant(provider, came, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    .catch((cause: unknown) => {
      throw new SignOnFault('the provider’s answer is not accepted', { cause });
    });
  const claims = answer.claims();
  const algorithm = algorithmOf(answer.id_token ?? '');
  if (!claims || !SIGNED.test(algorithm)) {
    throw new SignOnFault(`the token is signed by "${algorithm}"`);
  }
  const { iss, sub, email, email_verified: verified, name } = claims;
  if (typeof email !== 'string' || !email.includes('@')) {
    throw new SignOnFault('the provider tells no e-mail address');
  }
  return {
    ...{ issuer: iss, subject: sub, email: email.trim().toLowerCase() },
    isVerified: verified === true,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : email,
  };
}

function algorithmOf(token: string): string {
  const [header = ''] = token.split('.');
  try {
    return String(JSON.parse(Buffer.from(header, 'base64url').toString()).alg);
  } catch {
    return '';
  }
}
