import type { Express } from 'express';
import type { Services } from './services.ts';

/** The documents: plain HTML that works without scripts and prints. */
export function mountPages(_app: Express, _services: Services): void {}
