import { createContext, useContext } from 'react';
import type { LayerSummary } from '#data/schema/api.ts';
import { barFor, type Use } from './commercial.ts';

/** What the reader wants the data for, for what names layers outside the catalogue. */
export const UseContext = createContext<Use | undefined>(undefined);

/** Why a layer may not be used for what the reader wants it for; undefined when it may. */
export const useBar = (summary: LayerSummary | undefined): string | undefined =>
  barFor(useContext(UseContext), summary);
