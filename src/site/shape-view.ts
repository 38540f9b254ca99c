import type { Shape } from '../content/kinds/shapes.ts';
import type { ImageRef, Inline, Prose } from '../content/summary/markup.ts';
import { barAxis, withSeparators } from '../render/chart.ts';
import { type Html, html } from './html.ts';
import {
  blocksHtml,
  citesHtml,
  codeHtml,
  inlineHtml,
  itemHtml,
  type ProseContext,
  pictureHtml,
  proseHtml,
  tableHtml,
} from './prose-html.ts';
import { readFlow, type Step } from './read-flow.ts';
import { siteWords } from './site-words.ts';

/** Context of the template of a kind of section, `templates/site/kinds/<kind>.html.hbs`. */
export type ShapeView = { readonly kind: Shape['kind'] } & Readonly<Record<string, unknown>>;

/** The main part of a section. @param lang BCP 47, for numbers */
export function shapeView(shape: Shape, lang: string, context: ProseContext): ShapeView {
  const { kind } = shape;
  const words = (inlines: readonly Inline[]) => inlineHtml(inlines, context);
  const prose = (text: Prose | null) => text && proseHtml(text, context);
  const cited = (inlines: readonly Inline[], { citations, lines }: Prose) =>
    proseHtml({ inlines, citations, lines }, context);
  const picture = (ref: ImageRef) => pictureHtml(ref, true, context);
  switch (shape.kind) {
    case 'points':
      return { kind, items: shape.items.map(({ blocks }) => itemHtml(blocks, context)) };
    case 'steps':
      return { kind, start: shape.start, items: shape.items.map(({ blocks }) => itemHtml(blocks, context)) };
    case 'text':
      return { kind, blocks: blocksHtml(shape.blocks, context) };
    case 'table':
      return { kind, table: tableHtml(shape, context) };
    case 'bars':
      return { kind, ...barsView(shape, lang, context) };
    case 'series': {
      const { header, align, table, scale, lines, points } = shape;
      const [measure] = lines;
      if (!measure || lines.length > 1) {
        return { kind, bars: null, table: tableHtml({ header, align, rows: table }, context) };
      }
      const bars = points.flatMap(({ when, cells }) => cells.map((cell) => ({ label: when, ...cell })));
      return { kind, table: null, ...barsView({ measure: measure.name, scale, bars }, lang, context) };
    }
    case 'stacks': {
      const { header, align, table } = shape;
      return { kind, table: tableHtml({ header, align, rows: table }, context) };
    }
    case 'timeline':
      return {
        kind,
        moments: shape.moments.map(({ when, what, prose }) => ({
          when: words(when),
          what: cited(what, prose),
        })),
      };
    case 'stats':
      return {
        kind,
        stats: shape.stats.map(({ value, label, prose }) => ({
          value: words(value),
          label: cited(label, prose),
        })),
      };
    case 'quote':
      return { kind, blocks: blocksHtml(shape.blocks, context), attribution: prose(shape.attribution) };
    case 'figure':
      return { kind, picture: picture(shape.image), caption: prose(shape.caption) };
    case 'full':
      return { kind, picture: picture(shape.image), caption: prose(shape.line) };
    case 'beside': {
      const { image, side, caption, blocks } = shape;
      return {
        kind,
        side,
        picture: picture(image),
        caption: prose(caption),
        blocks: blocksHtml(blocks, context),
      };
    }
    case 'pictures':
      return {
        kind,
        pictures: shape.pictures.map(({ image, caption }) => ({
          picture: picture(image),
          caption: prose(caption),
        })),
      };
    case 'code':
      return { kind, code: codeHtml({ ...shape, text: shape.code }, context) };
    case 'diagram':
      return diagramView(shape.source, lang, context);
    case 'columns':
      return {
        kind,
        columns: shape.columns.map(({ title, blocks }) => ({
          title: proseHtml(title, context),
          blocks: blocksHtml(blocks, context),
        })),
      };
    case 'video': {
      const { href, site, words: said } = shape;
      return {
        kind,
        href,
        site,
        // A link cannot contain links.
        words: said ? inlineHtml(said.inlines, context) : html`${site}`,
        cites: said ? citesHtml(said, context) : null,
      };
    }
    case 'divider':
      return { kind, line: prose(shape.line) };
  }
}

function diagramView(source: string, lang: string, context: ProseContext): ShapeView {
  const steps = readFlow(source)?.map(stepView) ?? null;
  const words = siteWords(lang);
  const said = steps?.map(({ from, to, label }) =>
    [from, label, to].filter((part) => part !== null).join(' → '),
  );
  const drawn = context.drawing?.(source.trim()) ?? null;
  const drawing = drawn && { ...drawn, alt: [words.diagram, ...(said ?? [])].join(' \u00b7 ') };
  return { kind: 'diagram', drawing, inWords: words.inWords, steps, source: source.trim() };
}

function stepView({ from, to, label }: Step): Readonly<Record<'from' | 'to' | 'label', string | null>> {
  return { from, to, label };
}

interface BarsView {
  readonly measure: Html;
  readonly isLog: boolean;
  readonly bars: readonly {
    readonly label: Html;
    readonly value: Html;
    /** Start and length of the bar, in per cent of the axis. */
    readonly from: number;
    readonly share: number;
  }[];
}

function barsView(
  { measure, scale, bars }: Pick<Extract<Shape, { kind: 'bars' }>, 'measure' | 'scale' | 'bars'>,
  lang: string,
  context: ProseContext,
): BarsView {
  const amounts = bars.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const axis = barAxis({ least: Math.min(...amounts), most: Math.max(...amounts) }, scale, lang);
  const isLog = scale === 'log';
  return {
    measure: proseHtml(measure, context),
    isLog,
    bars: bars.map(({ label, value, amount }) => {
      const end = amount === null ? 0 : axis.share(amount);
      const zero = isLog ? 0 : axis.share(0);
      return {
        label: proseHtml(label, context),
        value: proseHtml({ ...value, inlines: withSeparators(value.inlines, lang) }, context),
        from: Math.min(zero, end),
        share: Math.round(Math.abs(end - zero) * 100) / 100,
      };
    }),
  };
}
