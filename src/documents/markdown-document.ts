import { posix } from 'node:path';
import type { FileToWrite } from '../base/files.ts';
import { type Assets, assetPath } from '../content/summary/asset.ts';
import type { ImageRef } from '../content/summary/markup.ts';
import type { Labels } from '../deck/labels.ts';
import { assetFile } from '../render/look-css.ts';
import { Footnotes } from '../site/footnotes.ts';
import type { EveningToTell, Writers } from './evening-view.ts';
import { eveningView } from './evening-view.ts';
import {
  blockNodes,
  inlineNodes,
  type MarkdownContext,
  markdownOf,
  markdownText,
  paragraph,
} from './markdown-prose.ts';
import { shapeNodes } from './markdown-shapes.ts';

/** Folder of the pictures, beside the document. */
const MEDIA = 'media';

/**
 * The evening as one Markdown document, with its pictures beside it.
 * @param media pictures of the meetup, by path below slides/
 * @param render renders the template `evening.md`
 * @param path of the document, with forward slashes
 */
export function markdownDocument(
  evening: EveningToTell,
  assets: Assets,
  media: readonly FileToWrite[],
  render: (view: object) => string,
  path: string,
): readonly FileToWrite[] {
  const shown = new Set<string>();
  const writers = markdownWriters(assets, shown);
  const content = `${render(eveningView(evening, writers)).trim()}\n`;
  const folder = posix.dirname(path);
  const pictures = media
    .filter((file) => shown.has(file.path))
    .map((file) => ({ path: `${folder}/${MEDIA}/${file.path}`, content: file.content }));
  return [{ path, content }, ...pictures];
}

/** @param shown collects the paths of pictures below slides/ */
function markdownWriters(assets: Assets, shown: Set<string>): Writers<string> {
  const notes = new Footnotes<MarkdownContext>();
  const contextOf = (file: string, labels: Labels, depth: 4 | 5): MarkdownContext => {
    const context: MarkdownContext = {
      labels,
      depth,
      picture: (ref) => pictureAddress(file, ref, assets, shown),
      footnote: (label, note) => notes.numberOf(file, label, note, context),
    };
    return context;
  };
  return {
    of(file, { lang, labels }, depth) {
      const context = contextOf(file, labels, depth);
      return {
        text: markdownText,
        inlines: (inlines) => markdownOf([paragraph(inlineNodes(inlines, context))]),
        blocks: (blocks) => markdownOf(blockNodes(blocks, context)),
        shape: (shape) => markdownOf(shapeNodes(shape, lang, context)),
      };
    },
    footnotes: () =>
      notes.all().map(({ number, note, context }) =>
        markdownOf([
          {
            type: 'footnoteDefinition',
            identifier: `${number}`,
            label: `${number}`,
            children: [paragraph(inlineNodes(note.inlines, context))],
          },
        ]),
      ),
  };
}

function pictureAddress(file: string, ref: ImageRef, assets: Assets, shown: Set<string>): string | null {
  const path = assetPath(file, ref);
  if (assets.get(path)?.state !== 'ok') return null;
  const below = assetFile(path);
  shown.add(below);
  return [MEDIA, ...below.split('/')].map(encodeURIComponent).join('/');
}
