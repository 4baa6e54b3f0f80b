import { isForename } from './forenames.ts';
import type { Sign } from './sign.ts';

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})/gu;

/** Words of addresses that belong to an office, not to a person. */
const OFFICE =
  /lib|info|enquir|contact|admin|office|recept|sales|help|support|customer|service|planning|council|team|mail|hello|press|web|clerk|manager|general|booking|school|park|data|gis|noreply|no-reply|highway|street|environment|property|estate|asset|housing|licens|policy|development|regener|open|feedback|complain|foi|dpo|secretar|treasur|chair|church|centre|center|club|hall|surgery|pharmac|practice|reserv|event|market|museum|leisure|sport|swim|cemeter|waste|recycl|energy|connection|network|grid|wayleave|diversion|plant|north|south|east|west|group/i;

/** Mail anybody may open for themselves. */
const FREE_MAIL =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|btopenworld|sky|talktalk|ntlworld|virginmedia|blueyonder|tiscali|protonmail|proton|gmx|mail|plus|zoho)\./i;

/** E-mail addresses in a text; those of offices (`info@`, `sale.library@`) are none. */
export function emailSigns(text: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (const [found, domain = ''] of text.matchAll(EMAIL)) {
    const local = found.slice(0, found.length - domain.length - 1);
    if (OFFICE.test(local)) continue;
    signs.push({ kind: 'email', strength: isPersons(local, domain) ? 'strong' : 'weak', found });
  }
  return signs;
}

/** `jane.smith@…`, `j.smith@…` and any address of free mail are a person's; `sale@…` may be a place. */
function isPersons(local: string, domain: string): boolean {
  if (FREE_MAIL.test(domain)) return true;
  const [first = '', ...rest] = local.split(/[._-]/);
  return rest.length > 0 && rest.every((part) => /^\p{L}/u.test(part) || /^\d+$/.test(part))
    ? first.length === 1 || isForename(first)
    : isForename(local);
}

/** A number as it is written in Britain: `07700 900123`, `+44 (0)161 496 0123`, `0161-496-0123`. */
const PHONE =
  /(?<![\w.,/-]|\d:)(?:\+44\s?(?:\(0\)\s?)?|0044\s?|\(?0)[1-37-9](?:[\s().-]{0,2}\d){8,9}(?![\w-]|[.,]\d)/g;
/** Mobile numbers begin 071–075 and 077–079; 070 and 076 are personal numbering and pagers (Ofcom numbering plan). */
const MOBILE = /^(?:\+44(?:0)?|0044|0)7[1-57-9]\d{8}$/;

/** Telephone numbers in a text: mobiles are a person's, others as a rule an office's; 03 and 08 are always an office's. */
export function phoneSigns(text: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (const [found] of text.matchAll(PHONE)) {
    const digits = found.replaceAll(/[^\d+]/g, '');
    if (/^(?:\+44|0044|0)[38]/.test(digits)) continue;
    signs.push({ kind: 'phone', strength: MOBILE.test(digits) ? 'strong' : 'weak', found });
  }
  return signs;
}
