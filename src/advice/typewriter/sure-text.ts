/** Placeholder for names of the meetup and of files, which are not examined. */
export const NAME = '\uE000';
export const FILE = '\uE001';

/** Names that contain typewriter characters; they stay as they are, in texts and on covers. */
export function signedNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => /['"]|\.{3}|--| - |\d-\d/.test(name)).toSorted((a, b) => b.length - a.length);
}

/**
 * The text with names and file names masked, of the same length; empty if it may be code, a command or an equation,
 * where each character has its literal meaning.
 * @param names from `signedNames`
 */
export function sureText(text: string, names: readonly string[]): string {
  if (!/['"]|-|\.{3}|\u3002{3}/.test(text) || CODE.some((sign) => sign.test(text))) return '';
  let sure = text;
  for (const name of names) sure = sure.replaceAll(name, NAME.repeat(name.length));
  return sure.replaceAll(WORD, (word) => (FILE_NAME.test(word) ? FILE.repeat(word.length) : word));
}

/** Whether a hyphen in a text may be a minus. */
export function isArithmetic(text: string): boolean {
  return /(?:^|\s)[+*/<>^](?:\s|\d)|\s%\s?\d/m.test(text);
}

const WORD = /[^\s"'()\u3000-\u303F\uFF00-\uFFEF]+/g;
const FILE_NAME = /[^.]\.[A-Za-z][A-Za-z\d]{1,4}(?![\p{L}\d])/u;

const CODE: readonly RegExp[] = [
  /[=\u00D7\u00F7\u2248\u2264\u2265]/,
  // Brackets and signs of programs; a call; a name in two cases or with underscores.
  /[\\{}]|<\/|\/>|&&|\|\||::|->|<-|[\w\]]\[|\[\s*["']|["']\s*\]/,
  /[A-Za-z\d_]\((?!\p{Script=Han})|[\p{L}\d]_[\p{L}\d]/u,
  // A key and its value.
  /(?:^|,)[ \t]*["'][^"'\n]{0,80}["']\s*:|^[ \t]*[a-z][\w.-]*:[ \t]*["'].*["'],?[ \t]*$/m,
  /(?:^|\s)(?:import|from|require|include|echo|print|puts|return|throw|raise|const|let|var|def|export|case)\s+["'{*]/m,
  /\b(?:SELECT|INSERT|UPDATE|DELETE|WHERE)\b/,
  // A command: its prompt, an option, or its name.
  /^[ \t]*[$>#%]\s|(?:^|\s)--?\p{L}/mu,
  /(?:^|[\s:\uFF1A])(?:git|npm|npx|pnpm|yarn|pip3?|docker|kubectl|curl|wget|sudo|brew|apt|apt-get|cargo|deno|helm|terraform|ssh|scp|rsync|grep|sed|awk|chmod|mkdir)\s+[\w.-]/m,
  /^[ \t]*(?:cd|ls|cat|echo|make|node|python3?|go|rm|cp|mv|export|source|bash|sh)\s/m,
];
