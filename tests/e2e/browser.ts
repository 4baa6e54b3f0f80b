import { existsSync } from 'node:fs';

const PLACES = [process.env.ODIN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Path of the Chromium the tests drive; undefined when there is none, and they are skipped. */
export const BROWSER = PLACES.find((path) => path !== undefined && existsSync(path));

/** Said for every test that is skipped for want of a browser. */
export const NO_BROWSER = 'No Chromium found: set ODIN_CHROMIUM to the path of one';
