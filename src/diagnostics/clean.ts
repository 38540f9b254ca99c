/** Text from outside for a terminal: control characters could move the cursor or colour the screen. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, ' ');
}
