import { announce } from '#client/ui/announcer.tsx';

/** Put words on the clipboard and say so; where the browser forbids it, say that. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(said);
  } catch {
    announce('It could not be copied: select it and copy it by hand.');
  }
}
