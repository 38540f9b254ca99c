import { digestOf } from '../base/changed.ts';
import { CliError, wording } from '../base/errors.ts';

/** Comment syntax by kind of file, and the line that must precede the comment. */
const REMARKS = {
  md: { after: '---\n', open: '# ', close: '' },
  css: { after: '', open: '/* ', close: ' */' },
} as const;

const WORDS = 'Made by talkdeck from content/; edit there.';
const REMARK = /^(?:# |\/\* )Made by talkdeck from content\/; edit there\. Digest: ([\w-]{16})(?: \*\/)?\n/m;

/** Origin of a text: this tool; this tool, but edited since; somebody else. */
export type TextOrigin = 'made' | 'edited' | 'foreign';

/**
 * Inserts a comment that names the origin of a text, with a digest that reveals edits.
 * @param kind of text: a Slidev deck, which begins with front matter, or a style sheet
 * @throws CliError if a deck does not begin with front matter, because of a custom template
 */
export function signText(text: string, kind: keyof typeof REMARKS): string {
  const { after, open, close } = REMARKS[kind];
  if (!text.startsWith(after)) {
    const [line = ''] = text.split('\n');
    throw new CliError(
      wording`A deck begins with "${line.slice(0, 60)}", not with front matter.`,
      wording`Let the templates speaker.md.hbs and qa.md.hbs begin with a line of three hyphens (docs/templates.md).`,
    );
  }
  const remark = `${open}${WORDS} Digest: ${digestOf(text).slice(0, 16)}${close}\n`;
  return `${after}${remark}${text.slice(after.length)}`;
}

/** Line ends changed by version control do not count as an edit. */
export function originOf(signed: string): TextOrigin {
  const text = signed.replaceAll('\r\n', '\n');
  const [remark, digest] = REMARK.exec(text) ?? [];
  if (remark === undefined) return 'foreign';
  return digestOf(text.replace(remark, '')).slice(0, 16) === digest ? 'made' : 'edited';
}
