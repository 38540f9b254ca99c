import { replaceInvisible } from '../replace-invisible.ts';

/**
 * A text for what a document says about itself, which readers show on one line, beside words of their own: in a
 * window's title, in lists of files, in an outline. Nothing in it may turn the rest of that line around.
 */
export function metadataText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const line = text.replaceAll(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ');
  return replaceInvisible(line, () => '').trim();
}
