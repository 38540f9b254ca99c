import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, type ZipOptions, zipSync } from 'fflate';
import type { APIRequestContext, APIResponse, Page } from 'playwright-core';
import { temporaryError } from '../../base/temporary-folder.ts';
import { loadPptxWriter, type PptxContext, type PptxReport } from '../../slidev/pptx-writer.ts';
import { readServed, type ServedFile } from '../browser/serve-folder.ts';
import { drawPictures, undrawPictures } from '../page/draw-pictures.ts';
import { keepLines, loosenLines } from '../page/keep-lines.ts';
import { makeMarksReal, nameForPptx, unmakeMarks } from '../page/prepare-pptx.ts';
import { showDeck } from '../page/show-deck.ts';
import { readNotes } from '../page/show-sheets.ts';
import { slidesFile } from '../pdf/links.ts';
import { metadataText } from '../pdf/objects.ts';
import type { PrintableDeck, SlideProblem } from '../types.ts';
import type { ShownDeck } from '../visit/visit-batch.ts';

/**
 * A PowerPoint file of the deck on the page: editable where Slidev supports it, with notes. The page is unchanged
 * afterwards, unless this fails.
 */
export async function writePptx(
  visited: ShownDeck,
): Promise<{ pptx: Uint8Array; wrong: readonly SlideProblem[] }> {
  const { page, deck, span, bundle } = visited;
  const write = await loadPptxWriter();
  const notes = await page.evaluate(readNotes, span);
  // Beside the bundle, to be removed with it in any case; other bundles are there, too.
  const file = join(dirname(bundle.outDir), `${basename(bundle.outDir)}-${span.first + 1}.pptx`);
  await page.evaluate(nameForPptx, span.first);
  await page.evaluate(makeMarksReal);
  await page.evaluate(keepLines);
  await page.evaluate(drawPictures, { whole: false });
  const context: PptxContext = {
    go: async () => {},
    page: servedFrom(page, bundle.outDir),
    pages: notes.map((_, index) => index + 1),
    slides: notes.map((note, index) => ({
      note,
      ...(index === 0
        ? {
            title: metadataText(deck.title),
            frontmatter: { author: metadataText(deck.author), info: metadataText(deck.subject) },
          }
        : {}),
    })),
    width: bundle.width,
    height: bundle.height,
  };
  const report = await write(context, file).catch((cause) => {
    throw temporaryError(cause);
  });
  await page.evaluate(undrawPictures);
  await page.evaluate(loosenLines);
  await page.evaluate(unmakeMarks);
  await page.evaluate(showDeck, span);
  return { pptx: finishPptx(await readFile(file), deck), wrong: pptxProblems(report, span.first) };
}

const EPOCH_TEXT = '1980-01-01T00:00:00Z';
/** Compressed already. */
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;
const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;

/**
 * Completes Slidev's PowerPoint file: fonts available on other machines, links to slides and to other decks' files, the
 * deck's language, and no timestamps.
 */
export function finishPptx(bytes: Uint8Array, { lang }: Pick<PrintableDeck, 'lang'>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(files)) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    let text = strFromU8(content);
    if (path === 'docProps/core.xml') text = text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, EPOCH_TEXT);
    text = nameFonts(text, lang);
    if (SLIDE.test(path))
      text = nameEmoji(indentCode(placeSmallSigns(keepHeights(keepWidths(styleOnce(text))))));
    if (SLIDE.test(path)) {
      // The library's placeholder for a picture without a description.
      text = text.replaceAll(' descr="preencoded.png"', ' descr=""');
      const relations = path.replace('slides/', 'slides/_rels/').replace(/$/, '.rels');
      const links = files[relations];
      if (links) {
        const { rels, jumps } = pointLinks(strFromU8(links));
        files[relations] = strToU8(rels);
        text = text.replaceAll(/<a:hlinkClick r:id="(\w+)"[^>]*>/g, (tag, id: string) =>
          jumps.has(id) ? tag.replace(/ action="[^"]*"|(?=\/?>$)/, ' action="ppaction://hlinksldjump"') : tag,
        );
      }
    }
    files[path] = path.includes('/_rels/') ? (files[path] ?? content) : strToU8(text);
  }
  const entries = Object.entries(files).map(([path, content]): [string, [Uint8Array, ZipOptions]] => [
    path,
    [content, { level: PICTURE.test(path) ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: ZIP_EPOCH });
}

/**
 * Problems of a PowerPoint file written by Slidev. It does not say from which slides pictures are missing, so the
 * deck's first slide gets that problem.
 *
 * @param first 0-based slide of the bundle with which the deck begins
 */
export function pptxProblems(
  { fallbackSlides, imagesDropped, rastersFailed }: PptxReport,
  first: number,
): readonly SlideProblem[] {
  const missing = imagesDropped + rastersFailed;
  return [
    ...(missing > 0 ? [{ slide: first, kind: 'picture-lost' as const, detail: lost(missing) }] : []),
    ...fallbackSlides.map(({ no, reason }) => ({
      slide: first + no - 1,
      kind: 'flattened' as const,
      detail: reason,
    })),
  ];
}

/** The earliest time that a zip archive can store, so that the same content gives the same bytes. */
export const ZIP_EPOCH = new Date(1980, 0, 1);

/** Slidev fetches pictures without the page: these, too, must come from the folder and nowhere else. */
function servedFrom(page: Page, folder: string): Page {
  const respond = (served: ServedFile | null): Pick<APIResponse, 'ok' | 'headers' | 'body'> => ({
    ok: () => served !== null,
    headers: () => ({ 'content-type': served?.contentType ?? '' }),
    body: async () => Buffer.from(served?.body ?? []),
  });
  const request: Pick<APIRequestContext, 'get'> = {
    get: async (url) => respond(await readServed(new URL(String(url)).pathname, folder)) as APIResponse,
  };
  const context = new Proxy(page.context(), {
    get: (target, key) => (key === 'request' ? request : bound(target, key)),
  });
  return new Proxy(page, {
    get: (target, key) => (key === 'context' ? () => context : bound(target, key)),
  });
}

function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key);
  return typeof value === 'function' ? value.bind(target) : value;
}

/**
 * A paragraph has its properties once, first: Slidev's library repeats them before each run, which the format does not
 * allow (ECMA-376, 21.1.2.2.6), so that PowerPoint may call the file damaged. A break looks like the text before it,
 * without its link. LibreOffice gives a link the weight of the preceding text and the colour of the following one: a
 * space before a link that is less bold than the text in front of it becomes a run that looks like the link.
 */
function styleOnce(xml: string): string {
  return xml
    .replaceAll(/(<a:br\/>|<\/a:r>)<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gs, '$1')
    .replaceAll(
      /(<a:rPr\b(?:(?!<a:rPr|<\/a:rPr>).)*<\/a:rPr>)(<a:t>[^<]*<\/a:t><\/a:r>)<a:br\/>/gs,
      (_, look: string, text: string) => `${look}${text}<a:br>${withoutLink(look)}</a:br>`,
    )
    .replaceAll(
      /<a:r>(<a:rPr\b(?:(?!<a:rPr|<\/a:rPr>).)*<\/a:rPr>)<a:t>([^<]*) <\/a:t><\/a:r>(?=<a:r>(<a:rPr\b(?:(?!<\/a:rPr>).)*<a:hlinkClick\b.*?<\/a:rPr>))/gs,
      (run, look: string, text: string, link: string) =>
        look.includes(' b="1"') === link.includes(' b="1"')
          ? run
          : `<a:r>${look}<a:t>${text}</a:t></a:r><a:r>${withoutLink(link)}<a:t> </a:t></a:r>`,
    );
}

/** The look of a run in place of a link's. */
function withoutLink(look: string): string {
  return look.replace(/<a:hlinkClick\b(?:[^>]*\/>|.*?<\/a:hlinkClick>)/s, '').replace(' u="sng"', '');
}

/**
 * Starts the box of a multi-line text at the top of its first line: Slidev starts it at the top of the first line's
 * letters, which places the text too low by the difference.
 */
function keepHeights(xml: string): string {
  return xml.replaceAll(/<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>/gs, (shape) => {
    const [, points] = /<a:lnSpc><a:spcPts val="(\d+)"/.exec(shape) ?? [];
    if (points === undefined) return shape;
    const lines = shape.match(/<a:br\b|<\/a:p>/g)?.length ?? 1;
    const height = lines * Number(points) * EMU_PER_POINT_PART;
    return shape.replace(
      /(<a:off x="-?\d+" y=")(-?\d+)("\/><a:ext cx="\d+" cy=")(\d+)/,
      (_, before: string, y: string, between: string, cy: string) =>
        `${before}${Number(y) + Number(cy) - height}${between}${height}`,
    );
  });
}

/** EMU per hundredth of a point, the unit of line heights. */
const EMU_PER_POINT_PART = 127;

/**
 * Keeps the line breaks of the slide (page/keep-lines.ts) even if a program's font is wider. Not for centred or
 * right-aligned text, which is placed by the width of its box.
 */
function keepWidths(xml: string): string {
  return xml.replaceAll(/<p:sp>(?:(?!<\/p:sp>).)*<\/p:sp>/gs, (shape) =>
    /\balgn="(?!l")/.test(shape) ? shape : shape.replace('<a:bodyPr wrap="square"', '<a:bodyPr wrap="none"'),
  );
}

/** The theme's relative size of `sub` and `sup`, and their baseline shift, in 1/1000 of a per cent. */
const SMALL_SIGNS = { scale: 0.7, '\u2062': 30_000, '\u2063': -25_000 } as const;

/** Programs shrink subscripts and superscripts themselves, so their size is that of the surrounding text. */
function placeSmallSigns(xml: string): string {
  return xml.replaceAll(
    /<a:rPr\b([^>]*)>((?:(?!<\/a:rPr>).)*<\/a:rPr><a:t>)([\u2062\u2063])/gs,
    (_, attributes: string, rest: string, sign: '\u2062' | '\u2063') => {
      const sized = attributes.replace(/\bsz="(\d+)"/, (__, size: string) => {
        return `sz="${Math.round(Number(size) / SMALL_SIGNS.scale / 50) * 50}"`;
      });
      return `<a:rPr${sized} baseline="${SMALL_SIGNS[sign]}">${rest}`;
    },
  );
}

/** Sequences shown as pictures, even if a program would draw a character in the colour of the text. */
const EMOJI =
  /((?:\p{RI}{2}|(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)\p{EMod}?\u20e3?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f)?)*)+)/u;
/** On Windows; other systems substitute their own. */
const EMOJI_FONT = 'Segoe UI Emoji';

/** Makes emoji separate runs in a font that has them: the text's font would show boxes. */
function nameEmoji(xml: string): string {
  return xml.replaceAll(
    /<a:r>(<a:rPr\b(?:(?!<a:r>).)*?<\/a:rPr>)<a:t>([^<]*)<\/a:t><\/a:r>/gs,
    (run, look: string, text: string) => {
      const pieces = text.split(EMOJI);
      if (pieces.length === 1) return run;
      const emoji = look.replaceAll(/(<a:(?:latin|ea|cs)\b[^>]*\btypeface=")[^"]*"/g, `$1${EMOJI_FONT}"`);
      return pieces
        .map((piece, index) =>
          piece === '' ? '' : `<a:r>${index % 2 ? emoji : look}<a:t>${piece}</a:t></a:r>`,
        )
        .join('');
    },
  );
}

/** Restores leading spaces in code, which keep-lines.ts had to replace. */
function indentCode(xml: string): string {
  return xml.replaceAll(/<a:t>\u00a0+/g, (text) => text.replaceAll('\u00a0', ' '));
}

const LINK = /<Relationship\b[^>]*\bTarget="([^"]*)"[^>]*\bTargetMode="External"[^>]*\/>/g;
const SLIDE_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide';

function nameFonts(xml: string, lang: string): string {
  return xml
    .replaceAll(
      /<a:(latin|ea|cs)\b([^>]*)\btypeface="([^"]*)"/g,
      (_, script: string, rest: string, name: string) => {
        const family = familyOfPptx(script === 'ea' ? 'ea' : 'latin', name, lang);
        return `<a:${script}${rest}typeface="${family}"`;
      },
    )
    .replaceAll(/(<a:(?:rPr|endParaRPr)\b[^>]*\blang=")en-US"/g, `$1${lang}"`);
}

/** Turns Slidev's names of slides into relationships to slides, and those of other decks into files. */
function pointLinks(xml: string): { rels: string; jumps: ReadonlySet<string> } {
  const jumps = new Set<string>();
  const rels = xml.replaceAll(LINK, (tag, target: string) => {
    const slide = /#slide-(\d+)$/.exec(target)?.[1];
    if (slide !== undefined) {
      const id = /\bId="(\w+)"/.exec(tag)?.[1] ?? '';
      jumps.add(id);
      return `<Relationship Id="${id}" Type="${SLIDE_TYPE}" Target="slide${slide}.xml"/>`;
    }
    const file = slidesFile(target);
    if (file !== null) return tag.replace(target, () => file);
    const other = /^talkdeck:([^/]+)\/(\d+)$/.exec(target);
    return other ? tag.replace(target, `${other[1]}.pptx#${other[2]}`) : tag;
  });
  return { rels, jumps };
}

/** Fonts of Windows, macOS or their office programs, for which WPS and LibreOffice have substitutes. */
const EAST_ASIAN: readonly (readonly [language: RegExp, family: string])[] = [
  [/^zh-(?:TW|HK|MO|Hant)\b/i, 'Microsoft JhengHei'],
  [/^ja\b/i, 'Yu Gothic'],
  [/^ko\b/i, 'Malgun Gothic'],
];

/** Fonts of the theme, which office programs do not have. */
const OF_THE_THEME = /^(?:Inter|Noto|DejaVu Sans)\b(?! ?Mono)/;
const CODE = /^(?:JetBrains Mono|DejaVu Sans Mono|DejaVu Mono)\b/;

/**
 * The font to name for text shown in `family`; an organiser's own font stays.
 * @param script whether for Chinese, Japanese and Korean text
 */
function familyOfPptx(script: 'latin' | 'ea', family: string, lang: string): string {
  const isCode = CODE.test(family);
  if (!isCode && !OF_THE_THEME.test(family)) return family;
  if (script === 'latin') return isCode ? 'Consolas' : 'Arial';
  return EAST_ASIAN.find(([language]) => language.test(lang))?.[1] ?? 'Microsoft YaHei';
}

function lost(pictures: number): string {
  return pictures === 1
    ? 'a picture of the deck is missing in its PowerPoint file'
    : `${pictures} pictures of the deck are missing in its PowerPoint file`;
}
