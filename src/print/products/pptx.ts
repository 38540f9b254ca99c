import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { APIRequestContext, APIResponse, Page } from 'playwright-core';
import { metadataText } from '../../pdf/metadata-text.ts';
import { loadPptxWriter, type PptxContext } from '../../slidev/pptx-writer.ts';
import { finishPptx } from '../finish-pptx.ts';
import { makeMarksReal } from '../page/make-marks-real.ts';
import { nameForPptx } from '../page/prepare-pptx.ts';
import { readNotes } from '../page/read-notes.ts';
import { showDeck } from '../page/show-deck.ts';
import { unmakeMarks } from '../page/unmake-marks.ts';
import { pptxProblems } from '../pptx-problems.ts';
import { readServed, type ServedFile } from '../read-served.ts';
import { temporaryError } from '../temporary-error.ts';
import type { SlideProblem } from '../types.ts';
import type { ShownDeck } from '../visit/visit-batch.ts';

/**
 * A PowerPoint file of the deck that is shown: editable where Slidev can, with notes. The page is as before
 * afterwards, unless this fails.
 */
export async function writePptx(
  visited: ShownDeck,
): Promise<{ pptx: Uint8Array; wrong: readonly SlideProblem[] }> {
  const { page, deck, span, bundle } = visited;
  const write = await loadPptxWriter();
  const notes = await page.evaluate(readNotes, span);
  // Beside the bundle, with which it goes whatever happens.
  const file = join(dirname(bundle.outDir), `deck-${span.first + 1}.pptx`);
  await page.evaluate(nameForPptx, span.first);
  await page.evaluate(makeMarksReal);
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
  await page.evaluate(unmakeMarks);
  await page.evaluate(showDeck, span);
  return { pptx: finishPptx(await readFile(file), deck), wrong: pptxProblems(report, span.first) };
}

/** Slidev fetches pictures past the page: they, too, come from the folder and nowhere else. */
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
