import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edit, without } from './control.ts';

/** A copy of the project as it was last committed, to break. */
export type Copy = {
  readonly folder: string;
  /** Do something without a control; it is put back whatever comes of it. */
  readonly lacking: <T>(edits: readonly Edit[], work: () => Promise<T>) => Promise<T>;
  readonly remove: () => void;
};

/** Check the last commit out beside the project, in a folder of its own, with the project's packages. */
export function openCopy(project: string): Copy {
  const parent = mkdtempSync(join(tmpdir(), 'odin-controls-'));
  const folder = join(parent, 'project');
  const git = (...words: readonly string[]): void => {
    execFileSync('git', words, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  git('worktree', 'add', '--quiet', '--detach', folder);
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  const remove = (): void => {
    git('worktree', 'remove', '--force', folder);
    rmSync(parent, { recursive: true });
  };
  return { folder, remove, lacking: (edits, work) => lacking(folder, edits, work) };
}

async function lacking<T>(
  folder: string,
  edits: readonly Edit[],
  work: () => Promise<T>,
): Promise<T> {
  const whole = new Map<string, string>();
  try {
    for (const edit of edits) {
      const path = join(folder, edit.file);
      const text = readFileSync(path, 'utf8');
      const left = without(text, edit);
      if (!whole.has(path)) whole.set(path, text);
      writeFileSync(path, left);
    }
    return await work();
  } finally {
    for (const [path, text] of whole) writeFileSync(path, text);
  }
}
