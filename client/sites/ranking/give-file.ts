/** Hand a text to the reader as a file. */
export function giveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken the file by the next turn
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
