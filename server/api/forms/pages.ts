import { ACCESS_PAGES } from './access.ts';
import { ACCOUNT_PAGES } from './account.ts';
import { AGREEMENT_FORMS } from './agreements.ts';
import type { FormPage } from './form.ts';
import { INVITATION_PAGES } from './invitation.ts';
import { ORGANISATION_PAGES } from './organisations.ts';
import { REGISTER_PAGES } from './register.ts';
import { REQUEST_PAGES } from './requests.ts';
import { SIGN_IN_PAGES } from './sign-in.ts';
import { SIGN_ON_PAGES } from './sign-on.ts';

/** Every page with a form. */
export const FORM_PAGES: readonly FormPage[] = [
  ...SIGN_IN_PAGES,
  ...SIGN_ON_PAGES,
  ...INVITATION_PAGES,
  ...ACCOUNT_PAGES,
  ...ORGANISATION_PAGES,
  ...REGISTER_PAGES,
  ...ACCESS_PAGES,
  ...AGREEMENT_FORMS,
  ...REQUEST_PAGES,
];
