/** Longest wait for a sign of life, ms. */
const WAIT_MS = 4_000;

/** Whether our own server answers now. */
export async function isReachable(): Promise<boolean> {
  try {
    const asked = { cache: 'no-store', signal: AbortSignal.timeout(WAIT_MS) } as const;
    return (await fetch('/api/health', asked)).ok;
  } catch {
    return false;
  }
}
