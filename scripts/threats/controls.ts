import { ACCESS_CONTROLS } from './access.ts';
import { ACCOUNT_CONTROLS } from './accounts.ts';
import type { Control, Elsewhere } from './control.ts';
import { REQUEST_CONTROLS } from './requests.ts';
import { SUPPLY_CONTROLS, SUPPLY_ELSEWHERE } from './supply.ts';
import { WEB_CONTROLS } from './web.ts';

/** Every control that can be taken away, by row of the threat table. */
export const CONTROLS: readonly Control[] = [
  ...WEB_CONTROLS,
  ...REQUEST_CONTROLS,
  ...ACCOUNT_CONTROLS,
  ...ACCESS_CONTROLS,
  ...SUPPLY_CONTROLS,
].sort((one, other) => one.row - other.row);

/** What no edit of the program takes away, and why. */
export const ELSEWHERE: readonly Elsewhere[] = SUPPLY_ELSEWHERE;
