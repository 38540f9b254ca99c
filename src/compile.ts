import { readContent } from './content/read.ts';
import { readAssets } from './content/read-assets.ts';
import { readFonts } from './content/read-fonts.ts';
import { readTranscript, transcriptPath } from './content/read-transcript.ts';
import { RULES } from './content/rules/index.ts';
import { validate } from './content/validate.ts';
import { modelDecks } from './deck/model.ts';
import { ownFonts } from './deck/own-fonts.ts';
import { paginate } from './deck/paginate.ts';
import { type Diagnostic, hasErrors, type Result, sortDiagnostics } from './diagnostics/diagnostic.ts';
import { type OutputFile, outputFiles } from './output/output-files.ts';
import type { Project } from './project.ts';
import { loadTemplates } from './render/load-templates.ts';
import { type RenderedDeck, renderDecks } from './render/render-decks.ts';

export interface Compilation {
  readonly decks: readonly RenderedDeck[];
  /** Everything that belongs into slides/. */
  readonly files: readonly OutputFile[];
  /** Absolute path of the transcript that claims were checked against, whether it is there or not. */
  readonly transcript: string | null;
}

/**
 * Content in, decks out: read, parse, validate, model, paginate, render. Writes nothing.
 * The value is null while there are errors.
 * @throws CliError where the environment is at fault: no content folder, a broken template
 */
export function compile(project: Project): Result<Compilation> {
  const diagnostics: Diagnostic[] = [];
  const content = readContent(project.root);
  diagnostics.push(...content.diagnostics);

  const { meetup, people, complete } = validate(content, diagnostics);
  const assets = readAssets(project.root, meetup);
  const transcript = readTranscript(project.root, meetup.event);
  const fontFiles = readFonts(project.root, meetup.event);
  const context = { meetup, people, assets, fontFiles, transcript };
  diagnostics.push(...RULES.flatMap((rule) => rule(context)));
  const sorted = sortDiagnostics(diagnostics);
  if (!complete || hasErrors(sorted)) return { value: null, diagnostics: sorted };

  const fonts = ownFonts(meetup.event.look, fontFiles);
  const paginated = modelDecks(meetup).map((deck) => paginate(deck, fonts));
  diagnostics.push(...paginated.flatMap((result) => result.diagnostics));
  const all = sortDiagnostics(diagnostics);
  if (hasErrors(all)) return { value: null, diagnostics: all };

  const decks = paginated.map(({ deck }) => deck);
  const rendered = renderDecks(decks, loadTemplates(project.templateFolders), project.theme);
  const value = {
    decks: rendered,
    files: outputFiles(rendered, meetup.event.look, assets, fontFiles),
    transcript: transcriptPath(project.root, meetup.event),
  };
  return { value, diagnostics: all };
}
