/** Longest name kept, characters. */
const LONGEST = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
/** Marks that turn the writing around, join or hide letters. */
const BIDI = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A file's name as metadata: the last part of a path, without characters that hide or turn what is written. It never
 * names anything on disk.
 */
export function fileNameOf(given: string): string {
  const last =
    given.normalize('NFC').replaceAll(CONTROL, '').replaceAll(BIDI, '').split(/[\\/]/).at(-1) ?? '';
  const name = last.trim().replace(/^\.+/, '');
  if (name === '') return 'file';
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = /\.[a-z\d]{1,8}$/i.exec(name)?.[0] ?? '';
  return letters.slice(0, LONGEST - ending.length).join('') + ending;
}
