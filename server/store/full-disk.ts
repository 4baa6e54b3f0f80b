/** Codes of a full disk, quota or database. Source: errno(3); SQLite result codes. */
const FULL_CODES = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/** Whether something failed because there was no room left to write. */
export const isDiskFull = (error: unknown): boolean => FULL_CODES.has(codeOf(error) ?? '');

/** The code an error carries beside its message, which does not cross from one thread to another by itself. */
export const codeOf = (error: unknown): string | undefined => {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
};
