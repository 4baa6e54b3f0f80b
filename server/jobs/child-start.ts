import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// How the process that reads files begins. Making JavaScript of four hundred modules takes it longer than most files
// do, so what it compiled is kept in a folder, which its parent names. It may write there until all is loaded and no
// longer: a file that took the process over could else leave code behind for the next one.

/** `process.permission`, of which the types do not know that rights can be given up. */
type Permission = {
  readonly has: (scope: string, path: string) => boolean;
  readonly drop: (scope: string, path: string) => void;
};

const folder = process.argv[2];
if (folder !== undefined) enableCompileCache(folder);
const { listen } = await import('./harmonise-child.ts');
if (folder !== undefined) {
  flushCompileCache();
  const { permission } = process as unknown as { readonly permission: Permission };
  permission.drop('fs.write', folder);
  if (permission.has('fs.write', join(folder, 'any'))) {
    throw new Error('Cannot read files: the process may still write where its code is kept');
  }
}
listen();
