import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, inline } from '@css-inline/css-inline-wasm';
import type { FileToWrite } from '../base/files.ts';
import { mediaType } from '../base/media-type.ts';
import { type Assets, assetPath, isVideo } from '../content/summary/asset.ts';
import type { ImageRef } from '../content/summary/markup.ts';
import type { Labels } from '../deck/labels.ts';
import { assetFile } from '../render/look-css.ts';
import { Footnotes } from '../site/footnotes.ts';
import { Html, html } from '../site/html.ts';
import { blocksHtml, inlineHtml, type Picture, type ProseContext } from '../site/prose-html.ts';
import { shapeView } from '../site/shape-view.ts';
import { absoluteAddress } from '../site/site-head.ts';
import { PLACES } from '../site/site-places.ts';
import { type EveningToTell, eveningView, type Writers } from './evening-view.ts';

export interface ArticleSources {
  readonly assets: Assets;
  /** Pictures of the meetup, by path below slides/. */
  readonly media: readonly FileToWrite[];
  /** Colour of rules and borders. */
  readonly accent: string;
  readonly styles: string;
  /** Renders the template `evening.html`, or one of a kind. */
  render(template: string, view: object): Html;
}

/**
 * The evening as one HTML document with inline styles, suitable for editors of newsletters and chat services. Pictures
 * are linked from the meetup's site if it has one, and embedded otherwise.
 * @param path of the document, with forward slashes
 */
export async function articleDocument(
  evening: EveningToTell,
  sources: ArticleSources,
  path: string,
): Promise<readonly FileToWrite[]> {
  const view = eveningView(evening, htmlWriters(evening, sources));
  const styles = Html.rendered(sources.styles.replaceAll('var(--accent)', sources.accent));
  const page = sources.render('evening', { ...view, styles }).toHTML();
  await ready();
  return [{ path, content: inline(page, { keepStyleTags: false, loadRemoteStylesheets: false }) }];
}

let started: Promise<void> | null = null;

function ready(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@css-inline/css-inline-wasm/index_bg.wasm');
  // Plain bytes are accepted too, but with a warning on the terminal.
  started ??= initWasm({ module_or_path: readFileSync(wasm) } as never);
  return started;
}

function htmlWriters(
  { meetup: { event } }: EveningToTell,
  { assets, media, render }: ArticleSources,
): Writers<Html> {
  const notes = new Footnotes<ProseContext>();
  const contextOf = (file: string, labels: Labels): ProseContext => {
    const context: ProseContext = {
      labels,
      // Editors drop the anchors that such links need.
      sectionHref: () => null,
      picture: (ref) => pictureOf(file, ref, event.site, assets, media),
      // Editors drop MathML.
      formula: (tex, isBlock) =>
        isBlock ? html`<p><code>${tex.trim()}</code></p>` : html`<code>${tex}</code>`,
      cites: () => null,
      footnote: (label, note) => notes.numberOf(file, label, note, context),
    };
    return context;
  };
  return {
    of(file, { lang, labels }) {
      const context = contextOf(file, labels);
      return {
        text: (text) => html`${text}`,
        inlines: (inlines) => inlineHtml(inlines, context),
        blocks: (blocks) => blocksHtml(blocks, context),
        shape: (shape) => render(`kinds/${shape.kind}`, shapeView(shape, lang, context)),
      };
    },
    footnotes: () => notes.all().map(({ note, context }) => inlineHtml(note.inlines, context)),
  };
}

/** Null for a video that is not on a site, which is replaced by its description. */
function pictureOf(
  file: string,
  ref: ImageRef,
  site: string | null,
  assets: Assets,
  media: readonly FileToWrite[],
): Picture | null {
  const path = assetPath(file, ref);
  const asset = assets.get(path);
  if (asset?.state !== 'ok') return null;
  const below = assetFile(path);
  const size = { width: asset.width, height: asset.height, isVideo: isVideo(ref.src), poster: null };
  if (site !== null) return { ...size, src: absoluteAddress(site, PLACES.media(below)) ?? '' };
  const content = media.find((each) => each.path === below)?.content;
  if (content === undefined || size.isVideo) return null;
  const data = Buffer.from(content).toString('base64');
  return { ...size, src: `data:${mediaType(below)};base64,${data}` };
}
