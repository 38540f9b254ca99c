/** A YAML scalar for a front matter value of a Slidev slide. */
export function escapeYaml(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  // Slidev's front matter ends at the first `---`, wherever that stands, and the rest it looks for there too.
  return JSON.stringify(text).replaceAll(
    /-(?=-)|<(?=Tweet|BlueSky)|\{(?=monaco)|[\u2028\u2029]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/** A letter first, or a relative path; then nothing that YAML or Slidev look at; no blank at the end. */
const PLAIN = new RegExp(
  String.raw`^(?:\.{1,2}\/)*\p{L}(?:(?:[\p{L}\p{N}${wide()} ,_/.+]|-(?!-))*[\p{L}\p{N}${wide()}])?$`,
  'u',
);
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Middle dot, curly quotes, ellipsis, and Chinese punctuation with the full-width forms. */
function wide(): string {
  return String.raw`\u00B7\u2014\u2018-\u201D\u2026\u3001-\u3011\uFF01-\uFF5E`;
}
