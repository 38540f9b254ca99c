import type { Edit } from '../../../findings/finding.ts';
import type { Spot } from '../../../spot.ts';
import type { Change } from './change.ts';
import { OPAQUE, type Passage } from './passage.ts';
import { spotAt } from './spot-at.ts';

/** A passage that knows the places of its characters, and what changes them. */
export class PlacedPassage {
  readonly passage: Passage;
  readonly text: string;

  constructor(passage: Passage) {
    this.passage = passage;
    this.text = passage.text;
  }

  /** Where the units from `start` to `end` stand, marks between them included. */
  spot(start: number, end: number): Spot {
    const { offsets } = this.passage;
    const first = offsets[start] ?? 0;
    const stop = end > start ? (offsets[end - 1] ?? first) + 1 : first;
    return spotAt(this.passage.file, first, stop - first);
  }

  /** Whether nothing but these units stands there. */
  isPlain(start: number, end: number): boolean {
    return this.spot(start, end).length === end - start;
  }

  /** What makes a change in the file; nothing where marks stand between the units, or a backslash in front. */
  edit({ start, end, right }: Change): readonly Edit[] {
    if (start === end)
      return [{ at: spotAt(this.passage.file, this.passage.seams[start] ?? 0, 0), text: right }];
    const isEscaped = this.passage.file.text[(this.passage.offsets[start] ?? 0) - 1] === '\\';
    return this.isPlain(start, end) && !isEscaped ? [{ at: this.spot(start, end), text: right }] : [];
  }

  /** The first of `changes`, which are in order, with what stands around it and the next ones, before and after. */
  around(changes: readonly Change[]): { readonly text: string; readonly right: string } {
    const [first = { start: 0, end: 0, right: '' }] = changes;
    const lineStart = this.text.lastIndexOf('\n', first.start - 1) + 1;
    const from = this.#wholeWord(Math.max(first.start - AROUND, lineStart), -1);
    let to = first.end;
    let right = '';
    let at = from;
    for (const change of changes) {
      if (change.start > to + AROUND || change.start < at) break;
      right += this.text.slice(at, change.start) + change.right;
      at = change.end;
      to = change.end;
    }
    const end = this.#wholeWord(to + (this.text.slice(to, to + AROUND).split('\n')[0] ?? '').length, 1);
    const show = (text: string): string => text.replaceAll(OPAQUE, '\u2026').trim();
    return { text: show(this.text.slice(from, end)), right: show(right + this.text.slice(at, end)) };
  }

  #wholeWord(edge: number, step: 1 | -1): number {
    for (let moved = 0; moved < REST_OF_WORD; moved += 1) {
      const at = edge + moved * step;
      if (!/^[A-Za-z\d]{2}$/.test(this.text.slice(at - 1, at + 1))) return at;
    }
    return edge;
  }
}

/** Units on either side, for a message, and how many more where that would cut a word. */
const AROUND = 4;
const REST_OF_WORD = 12;
