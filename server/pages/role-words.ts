import type { Choice } from './form.ts';

/** What a member may do, in words. */
export const ROLES: readonly Choice[] = [
  {
    value: 'publisher',
    label: 'Publisher',
    hint: 'Prepares, publishes and withdraws data of the organisation',
  },
  {
    value: 'owner',
    label: 'Owner',
    hint: 'The same, and says who belongs to it and who has an agreement with it',
  },
  {
    value: 'viewer',
    label: 'Viewer',
    hint: 'Sees what the organisation may see, and changes nothing',
  },
];

const WORDS: Readonly<Record<string, string>> = {
  owner: 'an owner',
  publisher: 'a publisher',
  viewer: 'a viewer',
};

/** `an owner`, as it stands in a sentence. */
export const roleWord = (role: string): string => WORDS[role] ?? role;

/** `Owner`, as it stands alone. */
export const roleTitle = (role: string): string =>
  ROLES.find(({ value }) => value === role)?.label ?? role;
