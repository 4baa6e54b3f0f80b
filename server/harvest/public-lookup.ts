import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A name leads into a private network, or nowhere. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/**
 * Resolve names to public addresses alone: with one private address among them, none is given. Connections go to
 * what this answers, so a name cannot mean another address a moment later.
 */
export function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (fault, found) => {
      const addresses = fault ? [] : listOf(found);
      const [first] = addresses;
      if (fault) done(fault, '', 0);
      else if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        done(new PrivateAddress(hostname), '', 0);
      } else give(options, addresses, first, done);
    });
  };
}

const listOf = (found: string | LookupAddress[]): LookupAddress[] =>
  Array.isArray(found) ? found : [{ address: found, family: 4 }];

type Done = Parameters<LookupFunction>[2];

function give(
  { all }: LookupOptions,
  addresses: LookupAddress[],
  first: LookupAddress,
  done: Done,
): void {
  if (all) done(null, addresses);
  else done(null, first.address, first.family);
}
