import type { AccessState } from '#data/schema/access.ts';

/** Who, beside the owner of the data, may do a thing with a dataset in some state. */
type Audience = 'everybody' | 'signed-in' | 'holders' | 'nobody';

/**
 * What each state lets others do. Existence: to stand in the public register. Metadata: to be in the catalogue, with
 * pages of its own. Data: its features, tiles and files.
 */
const STATES: Readonly<
  Record<AccessState, Readonly<Record<'existence' | 'metadata' | 'data', Audience>>>
> = {
  open: { existence: 'everybody', metadata: 'everybody', data: 'everybody' },
  registered: { existence: 'everybody', metadata: 'signed-in', data: 'signed-in' },
  shared: { existence: 'everybody', metadata: 'holders', data: 'holders' },
  'by-agreement': { existence: 'everybody', metadata: 'holders', data: 'holders' },
  'metadata-only': { existence: 'everybody', metadata: 'nobody', data: 'nobody' },
  closed: { existence: 'nobody', metadata: 'nobody', data: 'nobody' },
};

/** Who may have one side of a dataset in a state, beside its owner. */
export const audienceOf = (state: AccessState, side: 'existence' | 'metadata' | 'data'): Audience =>
  STATES[state][side];
