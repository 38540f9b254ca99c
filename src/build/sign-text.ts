import { createHash } from 'node:crypto';
import { CliError } from '../base/errors.ts';

/** How a kind of file holds a remark, and after which line of its own it stands. */
const REMARKS = {
  md: { after: '---\n', open: '# ', close: '' },
  css: { after: '', open: '/* ', close: ' */' },
} as const;

const WORDS = 'Made by talkdeck from content/; edit there.';
const REMARK = /^(?:# |\/\* )Made by talkdeck from content\/; edit there\. Digest: ([\w-]{16})(?: \*\/)?\n/m;

/** Who made a text: this tool; this tool, and somebody edited it since; somebody else. */
export type TextOrigin = 'made' | 'edited' | 'foreign';

/**
 * Puts a remark into a text that says where it comes from, with a digest that tells an edited one.
 * @param kind of text: a Slidev deck, which begins with front matter, or a style sheet
 * @throws CliError where a deck does not begin so: a template of somebody's own makes it otherwise
 */
export function signText(text: string, kind: keyof typeof REMARKS): string {
  const { after, open, close } = REMARKS[kind];
  if (!text.startsWith(after)) {
    const [line = ''] = text.split('\n');
    throw new CliError(
      `A deck begins with "${line.slice(0, 60)}", not with front matter.`,
      'Let the templates speaker.md.hbs and qa.md.hbs begin with a line of three hyphens (docs/templates.md).',
    );
  }
  const remark = `${open}${WORDS} Digest: ${digestOf(text)}${close}\n`;
  return `${after}${remark}${text.slice(after.length)}`;
}

/** Line ends that version control has changed are no edit. */
export function originOf(signed: string): TextOrigin {
  const text = signed.replaceAll('\r\n', '\n');
  const [remark, digest] = REMARK.exec(text) ?? [];
  if (remark === undefined) return 'foreign';
  return digestOf(text.replace(remark, '')) === digest ? 'made' : 'edited';
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
