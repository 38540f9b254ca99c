import { type Block, type Inline, isPictureAlone, plainText } from '../../content/summary/markup.ts';
import type { Text, Voice } from '../slide.ts';
import { VOICES } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight } from '../typeset/size.ts';

/** The only text of a slide: an item of a list, or a paragraph. */
export interface SingleText {
  readonly text: Text;
  readonly isPoint: boolean;
}

/** How the only text of a slide is set in the largest type, and its height in pixels. */
export interface Spoken {
  readonly voice: Voice;
  readonly height: number;
}

/** A statement with more lines is set as a sentence; several sentences as text. */
const MOST_LINES = 2;
const MOST_SENTENCES = 2;

/** Null if there are several texts, or in any but the largest type. */
export function speak(single: SingleText | null, page: Page): Spoken | null {
  if (!single || page.density > -2) return null;
  const { text, isPoint } = single;
  const { width } = page.box;
  if (isPoint && countTextLines(text, VOICES.statement, width, page) <= MOST_LINES) {
    return { voice: 'statement', height: textHeight(text, VOICES.statement, width, page) };
  }
  if (sentencesOf(text) > MOST_SENTENCES) return null;
  return { voice: 'sentence', height: textHeight(text, VOICES.sentence, width, page) };
}

/** The only text of an answer or of a slide of text; null if there is more. */
export function singleText(blocks: readonly Block[]): SingleText | null {
  const [block, ...others] = blocks.filter(({ type }) => type !== 'note');
  if (!block || others.length > 0) return null;
  if (block.type === 'paragraph') return single(block.prose.inlines, false);
  if (block.type !== 'list' || block.ordered || block.items.length !== 1) return null;
  const inner = block.items[0] && singleText(block.items[0].blocks);
  return inner && !inner.isPoint ? single(inner.text, true) : null;
}

export function single(text: Text, isPoint: boolean): SingleText | null {
  const isWords = text.length > 0 && !isPictureAlone(text) && text.every(isSpoken);
  return isWords ? { text, isPoint } : null;
}

function isSpoken(inline: Inline): boolean {
  if (inline.type === 'image' || inline.type === 'formula') return false;
  return 'children' in inline ? inline.children.every(isSpoken) : true;
}

/** The end of a sentence that another one follows. */
const BETWEEN = /[\u3002\uff01\uff1f](?=[^\u201d\u300d\uff09])|[.!?](?=\s+\p{Lu})/gu;

function sentencesOf(text: Text): number {
  return (plainText(text).trim().match(BETWEEN)?.length ?? 0) + 1;
}
