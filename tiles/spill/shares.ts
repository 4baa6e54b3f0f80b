import type { Room } from '../options.ts';

/** What the runtime, its code and its threads take before there is any data, bytes. */
const RUNTIME_BYTES = 160 * 2 ** 20;

/** Shares of the memory left for data. */
const RUN_SHARE = 1 / 4;
const RANGE_SHARE = 1 / 6;

const dataBytes = ({ memoryBytes }: Room): number =>
  Math.max(memoryBytes - RUNTIME_BYTES, memoryBytes / 4);

/** Bytes features may fill before they are put away: they are sorted into as much again. */
export const runBytes = (room: Room): number => RUN_SHARE * dataBytes(room);

/** Bytes of one range: several stand in memory while ranges are put together. */
export const rangeBytes = (room: Room): number => RANGE_SHARE * dataBytes(room);
