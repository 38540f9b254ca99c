import type { LineSpan, Spot } from '../../base/text.ts';
import type { Edit } from '../../findings/finding.ts';
import { isRemote } from '../summary/asset.ts';
import { nameOf } from './remote-pictures.ts';
import { hideCode } from './typed-text.ts';

/** Markdown marks around the text of an element. */
const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  mark: '==',
  i: '*',
  em: '*',
  s: '~~',
  del: '~~',
  strike: '~~',
  summary: '**',
  figcaption: '*',
  code: '`',
  kbd: '`',
  samp: '`',
  tt: '`',
};

/** Elements without a Markdown equivalent; only their text stays. */
const EMPTY: ReadonlySet<string> = new Set(['span', 'font', 'o:p', 'small', 'big']);
/** Block elements; handled only when alone on a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p, div, center, section, article, details, picture, source, figure'.split(', '),
);

const TAG = /<(\/?)([a-z][a-z\d:-]{0,20})((?:\s[^<>]{0,500})?)>/g;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces tags of obvious meaning with Markdown; across lines, only links. */
export function htmlEdits(lines: readonly string[], { first, last }: LineSpan): readonly Edit[] {
  const edits: Edit[] = [];
  let link: OpenLink | null = null;
  for (let line = first; line <= last; line += 1) {
    const found = ofLine(lines[line - 1] ?? '', line, link);
    edits.push(...found.edits);
    link = found.link;
  }
  return edits;
}

/** A link that ends on a later line. */
interface OpenLink {
  readonly at: Spot;
  readonly href: string;
}

function ofLine(
  typed: string,
  line: number,
  before: OpenLink | null,
): { readonly edits: readonly Edit[]; readonly link: OpenLink | null } {
  const edits: Edit[] = [];
  const open: Tag[] = [];
  let link = before;
  const at = ({ start, end }: Pick<Tag, 'start' | 'end'>): Spot => ({
    line,
    column: start + 1,
    length: end - start,
  });
  const tags = [...hideCode(typed).matchAll(TAG)].map(
    ({ 0: whole, 1: slash, 2: name = '', 3: attributes = '', index }): Tag => ({
      name,
      closes: slash === '/',
      attributes,
      start: index,
      end: index + whole.length,
    }),
  );
  for (const tag of tags) {
    if (/^v-(?:clicks?|after)$/.test(tag.name) || BLOCKS.has(tag.name)) {
      // Alone on its line, or around all of it.
      const [before, after] = [typed.slice(0, tag.start), typed.slice(tag.end)];
      if ((tag.closes ? after : before).trim() === '') edits.push({ at: at(tag), text: '' });
    } else if (tag.name === 'br' && !tag.closes && typed.trim() === typed.slice(tag.start, tag.end)) {
      // A line break between paragraphs has no effect.
      edits.push({ at: at(tag), text: '' });
    } else if (tag.name === 'img') {
      const isInLink = link !== null || open.some(({ name }) => name === 'a');
      const picture = pictureOf(tag, isInLink);
      if (picture !== null) edits.push({ at: at(tag), text: picture });
    } else if (!tag.closes) {
      open.push(tag);
    } else if (tag.name === 'a' && link && open.length === 0) {
      edits.push({ at: link.at, text: '[' }, { at: at(tag), text: `](${link.href})` });
      link = null;
    } else {
      const begin = open.at(-1);
      if (begin?.name !== tag.name) continue;
      open.pop();
      const inside = typed.slice(begin.end, tag.start);
      // Markdown marks with a space inside have no effect.
      const isTight = EMPTY.has(tag.name) || (inside.trim() === inside && inside !== '');
      const pair = isTight ? around(begin, inside, typed.charAt(begin.start - 1)) : null;
      if (pair) edits.push({ at: at(begin), text: pair[0] }, { at: at(tag), text: pair[1] });
    }
  }
  const last = open.at(-1);
  const href = last?.name === 'a' ? attribute(last.attributes, 'href') : null;
  if (last && href !== null && !typed.slice(last.end).includes('[')) link = { at: at(last), href };
  edits.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return { edits, link };
}

/** Markdown before and after an element's text. @param before the character in front of the element */
function around({ name, attributes }: Tag, inside: string, before: string): readonly [string, string] | null {
  if (name === 'sub' || name === 'sup') {
    const isRead = /[\p{L}\p{N})]/u.test(before) && /^[\p{L}\p{N}+-]{1,20}$/u.test(inside);
    return isRead ? (name === 'sub' ? ['~', '~'] : ['^', '^']) : null;
  }
  const mark = MARKS[name];
  if (mark === '`') return /[`<>\\]/.test(inside) ? null : [mark, mark];
  if (mark !== undefined) return [mark, mark];
  if (EMPTY.has(name)) return ['', ''];
  const href = name === 'a' ? attribute(attributes, 'href') : null;
  return href === null || /[[\]]/.test(inside) ? null : ['[', `](${href})`];
}

/** A remote picture becomes a link, as with `--fix` in Markdown. */
function pictureOf({ attributes }: Tag, isInLink: boolean): string | null {
  const src = attribute(attributes, 'src');
  const alt = attribute(attributes, 'alt') ?? '';
  if (src === null || /[[\]\\]/.test(alt)) return null;
  if (!isRemote(src)) return `![${alt}](${src})`;
  const words = alt.trim() || nameOf(src);
  return isInLink ? words : `[${words}](${src})`;
}

/** A quoted attribute usable in Markdown, or null. */
function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? null;
  if (value === null || value === '') return null;
  return name === 'alt' || !/[\s()<>\\]/.test(value) ? value : null;
}
