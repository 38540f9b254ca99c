import type { Person, ProgrammeEntry, SlideOf } from '../deck.ts';
import { type Breakable, mapBreakable, solid } from '../flow/breakable.ts';
import { stack } from '../stack.ts';
import { text } from '../text.ts';
import { textWidth } from '../text-width.ts';
import { PROGRAMME, type Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';

/** A row for each deck: what it is called, and beside it who speaks. */
export function programmeFlow(slide: SlideOf<'programme'>, page: Page): Breakable<SlideOf<'programme'>> {
  const { indent, speaker, columnGap, padding, number } = PROGRAMME;
  const { body, small } = page.scale;
  const width = page.box.width - indent - columnGap - speaker;
  const heightOf = (entry: ProgrammeEntry) => {
    const title = textHeight(text(entry.title), { ...body, bold: true }, width, page);
    const beside = entry.speaker ? speakerHeight(entry.speaker, page) : small.lineHeight;
    const cells: readonly Cell[] = [
      { type: { ...body, size: number }, height: body.lineHeight },
      { type: body, height: title },
      { type: small, height: beside },
    ];
    return rowHeight(cells) + padding;
  };
  const rows = stack(
    slide.entries.map((entry) => solid(entry, heightOf(entry))),
    { gap: () => 0 },
  );
  return mapBreakable(rows, (layers) => ({ ...slide, entries: layers.map(({ value }) => value) }));
}

interface Cell {
  readonly type: Type;
  readonly height: number;
}

/** Cells stand on one line with their first lines, so that a smaller text hangs lower than a larger one. */
function rowHeight(cells: readonly Cell[]): number {
  const above = Math.max(...cells.map(({ type }) => baseline(type)));
  const below = Math.max(...cells.map(({ type, height }) => height - baseline(type)));
  return above + below;
}

/** From the top of a line to what its letters stand on, in px: Inter's ascent less its descent, halved, is 0.364. */
function baseline({ size, lineHeight }: Type): number {
  return lineHeight / 2 + 0.364 * size;
}

/** The organisation stands behind the name, or below it where there is no room. */
function speakerHeight({ name, org }: Person, page: Page): number {
  const { speaker: width, orgGap } = PROGRAMME;
  const { small } = page.scale;
  const bold = { ...small, bold: true };
  const nameHeight = textHeight(text(name), bold, width, page);
  if (org === null) return nameHeight;
  const joint = textWidth(text(name), bold, page).most + orgGap + textWidth(text(org), small, page).most;
  return joint <= width ? nameHeight : nameHeight + textHeight(text(org), small, width, page);
}
