import type { DraftProgress } from '#data/schema/desk.ts';
import { FileStep } from '../file/file-step.tsx';

export function ReadbackStep({ progress }: { readonly progress: DraftProgress }) {
  return <FileStep progress={progress} />;
}
