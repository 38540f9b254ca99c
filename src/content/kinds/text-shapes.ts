import { blockStatements, blocksCode, ownStatements } from '../summary/block-statements.ts';
import { type Block, type BlockOf, type Inline, type Prose, plainText } from '../summary/markup.ts';
import { imageOf } from './picture-shapes.ts';
import type { ShapeKind } from './shape-kind.ts';

export interface TextShape {
  readonly kind: 'text';
  readonly blocks: readonly Block[];
}

/** Claims nothing: a body that no other kind claims is text. */
export const text: ShapeKind<TextShape> = {
  needs: 'paragraphs',
  isWhole: true,
  read: ({ blocks }) => (blocks.length > 0 ? { kind: 'text', blocks } : null),
  statements: ({ blocks }, inherited) => blockStatements(blocks, inherited),
  code: ({ blocks }) => blocksCode(blocks),
  lists: ({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? [block.items] : [])),
};

interface QuoteShape {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
  readonly attribution: Prose | null;
}

export const quote: ShapeKind<QuoteShape> = {
  needs: 'one block quote ("> ...")',
  claims: ({ main }) => main?.type === 'quote',
  read: ({ main }) => (main?.type === 'quote' ? attributed(main) : null),
  statements: ({ blocks, attribution }, inherited) => [
    ...blockStatements(blocks, inherited),
    ...ownStatements(attribution, inherited),
  ],
  code: ({ blocks }) => blocksCode(blocks),
};

interface DividerShape {
  readonly kind: 'divider';
  /** Text below the heading, if the marker asks for a divider. */
  readonly line: Prose | null;
}

/** A heading on its own: "Part two", or a statement that fills its slide. */
export const divider: ShapeKind<DividerShape> = {
  needs: 'no more than one paragraph below it',
  isWhole: true,
  claims: ({ blocks }) => blocks.length === 0,
  read({ blocks }) {
    const [only, ...more] = blocks;
    if (!only) return { kind: 'divider', line: null };
    const isLine = only.type === 'paragraph' && imageOf(only) === null && more.length === 0;
    return isLine ? { kind: 'divider', line: only.prose } : null;
  },
  statements: ({ line }, inherited) => ownStatements(line, inherited),
};

/**
 * The last paragraph or line gives the attribution: `—— name`, or a paragraph that is only a name, after a complete
 * sentence.
 */
function attributed({ blocks }: BlockOf<'quote'>): QuoteShape {
  const none: QuoteShape = { kind: 'quote', blocks, attribution: null };
  const [before, last] = [blocks.at(-2), blocks.at(-1)];
  if (last?.type !== 'paragraph') return none;
  const { inlines } = last.prose;
  const signed = withoutDash(inlines);
  if (signed && before) {
    return { kind: 'quote', blocks: blocks.slice(0, -1), attribution: { ...last.prose, inlines: signed } };
  }
  const end = inlines.findLastIndex(({ type }) => type === 'break');
  const lineSigned = end > 0 ? withoutDash(inlines.slice(end + 1)) : null;
  if (lineSigned) {
    const said = { ...last, prose: { ...last.prose, inlines: inlines.slice(0, end) } };
    const attribution = { ...last.prose, inlines: lineSigned };
    return { kind: 'quote', blocks: [...blocks.slice(0, -1), said], attribution };
  }
  const tail = inlines.at(-1);
  const [, words, name] = (tail?.type === 'text' && SIGNED.exec(tail.text)) || [];
  if (tail?.type === 'text' && words !== undefined && name !== undefined && NAME.test(name)) {
    // By now, a line break in the source is a space.
    const said: Inline = { ...tail, text: words };
    const prose = { ...last.prose, inlines: [...inlines.slice(0, -1), said] };
    const attribution: Prose = { ...last.prose, inlines: [{ type: 'text', text: name }] };
    return { kind: 'quote', blocks: [...blocks.slice(0, -1), { ...last, prose }], attribution };
  }
  if (before === undefined) return none;
  const isSaid = before.type === 'paragraph' && SENTENCE_END.test(plainText(before.prose.inlines).trim());
  if (!isSaid || !NAME.test(plainText(last.prose.inlines).trim())) return none;
  return { kind: 'quote', blocks: blocks.slice(0, -1), attribution: last.prose };
}

/** The name after a leading dash; null if there is no dash. */
function withoutDash([first, ...others]: readonly Inline[]): readonly Inline[] | null {
  const dash = first?.type === 'text' ? /^(?:——|--|—|–)\s*(?=\S|$)/.exec(first.text) : null;
  if (!dash || first?.type !== 'text') return null;
  const name: Inline = { type: 'text', text: first.text.slice(dash[0].length) };
  return [name, ...others];
}

const SENTENCE_END = /[.!?\u2026\u3002\uFF01\uFF1F]["'\u2019\u201D\u00BB\u201C\u300D\u300F)\uFF09]*$/;

/** A quotation up to the end of a sentence, then a dash and its author. */
const SIGNED =
  /^(.*[.!?\u2026\u3002\uFF01\uFF1F]["'\u2019\u201D\u00BB\u201C\u300D\u300F)\uFF09]*) ?(?:\u2014\u2014|--|\u2014|\u2013) ?(.+)$/su;

/**
 * A name used as a signature, optionally with a description or year after a comma or in brackets: `Grace Hopper, 1976`,
 * `Vincent van Gogh`, `鲁迅（1921）`. Unlike a sentence, it does not end in a full stop.
 */
const NAME = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}\p{M}.'\u2019-]*(?: (?:\p{Lu}[\p{L}\p{M}.'\u2019-]*|[a-z]{1,3}))* \p{Lu}[\p{L}\p{M}'\u2019-]*|[\p{Script=Han}\p{Script=Katakana}]{2,6}(?:[\u00B7\u30FB][\p{Script=Han}\p{Script=Katakana}]{1,8})?)` +
    String.raw`(?:[,\uFF0C\u3001] ?[^.!?\u3002\uFF01\uFF1F]{1,60}| ?[(\uFF08][^()\uFF08\uFF09]{1,60}[)\uFF09])?$`,
  'u',
);
