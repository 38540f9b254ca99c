import { plainText } from '../../content/inline.ts';
import type { Bar, SlideOf, Text } from '../deck.ts';
import { type Breakable, mapBreakable, solid } from '../flow/breakable.ts';
import { stack } from '../stack.ts';
import { BAR } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';

/** What the longest bar leaves for its value, in pixels. */
const VALUE_WIDTH = 146;

/** Between what is measured and the bars, in pixels. */
const MEASURE_GAP = 8;

/** Every page says what is measured, and has the axis. */
export function barsFlow(slide: SlideOf<'bars'>, page: Page): Breakable<SlideOf<'bars'>> {
  const { small } = page.scale;
  const unit: Text = slide.unit === null ? [] : [{ type: 'text', text: ` ${slide.unit}` }];
  const heightOf = ({ label, value }: Bar) =>
    Math.max(
      BAR.height,
      textHeight(label, small, BAR.label, page),
      textHeight([...value, ...separators(value), ...unit], { ...small, tabular: true }, VALUE_WIDTH, page),
    );
  const bars = stack(
    slide.bars.map((bar) => solid(bar, heightOf(bar))),
    { gap: () => 0 },
  );
  const fixed =
    textHeight([...slide.measure, ...unit], { ...small, bold: true }, page.box.width, page) +
    MEASURE_GAP +
    BAR.axis;
  return mapBreakable(bars, (layers) => ({ ...slide, bars: layers.map(({ value }) => value) }), fixed);
}

/** As many as figures get between their thousands. */
function separators(value: Text): Text {
  const digits = plainText(value).match(/\d{4,}/g) ?? [];
  const count = digits.reduce((sum, each) => sum + Math.floor((each.length - 1) / 3), 0);
  return count > 0 ? [{ type: 'text', text: ','.repeat(count) }] : [];
}
