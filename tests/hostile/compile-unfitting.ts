import { NO_MEMORY } from '../../src/base/memory.ts';
import type { Project } from '../../src/base/project.ts';
import { checkContent } from '../../src/build/check-content.ts';
import { type OutputFile, outputFiles } from '../../src/build/output-files.ts';
import { readContent } from '../../src/content/read/read.ts';
import { modelDecks } from '../../src/deck/model/model.ts';
import { modelFront } from '../../src/deck/model/model-front.ts';
import { paginate } from '../../src/deck/paginate/paginate.ts';
import { ownFonts } from '../../src/deck/typeset/page.ts';
import { hasErrors, type Result } from '../../src/findings/finding.ts';
import { type RenderedDeck, renderDecks } from '../../src/render/render-decks.ts';
import { loadTemplates } from '../../src/render/templates.ts';

/** Like src/build/compile.ts, but for content that does not fit: here one field holds a dozen texts. */
export function compileUnfitting(project: Project): Result<{
  readonly decks: readonly RenderedDeck[];
  readonly files: readonly OutputFile[];
} | null> {
  const { meetup, assets, findings } = checkContent(project.root, readContent(project.root), NO_MEMORY);
  if (hasErrors(findings)) return { value: null, findings };
  const fonts = ownFonts(meetup.event.look, new Map());
  const models = modelDecks(meetup);
  const decks = renderDecks(
    [...models, modelFront(meetup, models)].map((deck) => paginate(deck, fonts).value),
    loadTemplates(project.templateFolders),
    project.theme,
  );
  return { value: { decks, files: outputFiles(decks, meetup.event.look, assets, new Map()) }, findings };
}
