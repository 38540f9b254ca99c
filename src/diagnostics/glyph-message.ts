import type { FindingArgs } from './diagnostic.ts';
import type { Message } from './message.ts';

const BOX = 'It would be an empty box on the slide, in the notes and in the PDF.';
const OWN_FONT = 'name a font that has it in event.md ("font: assets/name.ttf")';

/** The wording of `missing-glyph`. */
export function glyphMessage({ char, problem, count }: FindingArgs['missing-glyph']): Message {
  const code = codeOf(char);
  const times = count === 1 ? '' : `; it stands here ${count} times`;
  switch (problem.type) {
    case 'script':
      return {
        what: `No bundled font has this script: ${problem.script}, as "${char}" (${code})${count === 1 ? '' : ` and ${count - 1} more of its characters`}.`,
        why: 'Each would be an empty box on the slide, in the notes and in the PDF.',
        fix: `Write it in Latin letters or translate it; or ${OWN_FONT}.`,
      };
    case 'han':
      return {
        what: `No bundled font has the Chinese character "${char}" (${code})${times}.`,
        why: BOX,
        fix: `Write ${variant(char)}, or say how it is made, such as "\u91D1 with \u5149"; or ${OWN_FONT}.`,
      };
    case 'sign':
      return {
        what: `No bundled font has "${char}" (${code})${times}.`,
        why: BOX,
        fix: `Write a commoner sign or a word in its place; or ${OWN_FONT}.`,
      };
    case 'control':
      return {
        what: `${code} is a control character${times}.`,
        why: 'It says nothing to a reader, and would be an empty box on the slide.',
        fix: 'Delete it; text copied from a terminal or a PDF may hold some that no editor shows.',
      };
    case 'private':
      return {
        what: `"${char}" (${code}) is a private character: it has no meaning of its own${times}.`,
        why: 'Only the font that it was typed in draws it, as icon fonts do; here it would be an empty box.',
        fix: 'Write the word or the sign that it should be.',
      };
    case 'unassigned':
      return {
        what: `${code} is no character${times}.`,
        why: BOX,
        fix: 'Delete it, or write the character that was meant.',
      };
    case 'surrogate':
      return {
        what: `${code} is half a character${times}.`,
        why: BOX,
        fix: 'Write the character itself, or both halves of it as one escape such as "\\U0001F600".',
      };
    case 'replacement':
      return {
        what: `"${char}" (${code}) stands where a character was lost${times}.`,
        why: 'A program that wrote or copied this text did not know its encoding.',
        fix: 'Put back the character that stood here.',
      };
  }
}

/** Many a rare character is a second code for a common one. */
function variant(char: string): string {
  const common = char.normalize('NFKC');
  return common === char ? 'its common variant' : `"${common}" (${codeOf(common)}), which looks the same`;
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
