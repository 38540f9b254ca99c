import { type Memory, NO_MEMORY } from '../base/memory.ts';
import type { Project } from '../base/project.ts';
import type { Transcript } from '../content/claims/check-claim.ts';
import { transcriptPath } from '../content/read/assets.ts';
import { type ContentFiles, readContent, withTexts } from '../content/read/read.ts';
import type { Assets } from '../content/summary/asset.ts';
import type { Meetup } from '../content/summary/meetup.ts';
import type { OtherLook } from '../content/summary/other-look.ts';
import type { Recording } from '../content/summary/recording.ts';
import { normalizeText } from '../content/summary/source-file.ts';
import type { Deck } from '../deck/deck.ts';
import { modelDecks } from '../deck/model/model.ts';
import { modelFront } from '../deck/model/model-front.ts';
import type { Measured } from '../deck/paginate/measured.ts';
import { paginate } from '../deck/paginate/paginate.ts';
import { type OwnFonts, ownFonts } from '../deck/typeset/page.ts';
import { hasErrors, type Result, sortFindings } from '../findings/finding.ts';
import { type RenderedDeck, renderDecks } from '../render/render-decks.ts';
import { loadTemplates } from '../render/templates.ts';
import { checkContent } from './check-content.ts';
import { foreignFiles } from './foreign-files.ts';
import { measuredFile, readMeasured } from './measured-slides.ts';
import { type OutputFile, outputFiles } from './output-files.ts';

export interface Compilation {
  readonly decks: readonly RenderedDeck[];
  /** The cover of all decks as one document, which is named after it; not in slides/. */
  readonly front: RenderedDeck;
  /** Whether the first deck opens the evening and so replaces `front`. */
  readonly hasOpening: boolean;
  /** Everything that belongs in slides/. */
  readonly files: readonly OutputFile[];
  /** Absolute path of the transcript for checking claims, which may be missing. */
  readonly transcript: string | null;
  /** Null unless event.md has one, and the times of the transcript's lines are known. */
  readonly recording: Recording | null;
  /** Measurements from a browser that the slides were laid out by. */
  readonly measured: Measured;
  /** Fonts of the organiser that text was measured with. */
  readonly fonts: OwnFonts;
}

export interface Compiled extends Result<Compilation | null> {
  /** Possibly incomplete if there are errors. */
  readonly meetup: Meetup;
  /** The pictures in the meetup. */
  readonly assets: Assets;
  /** Null if there is none, or it cannot be read. */
  readonly transcript: Transcript | null;
}

/**
 * Text of summaries open in an editor, in place of the saved text, by path: relative to the root, with forward slashes.
 */
export type Unsaved = Readonly<Record<string, string>>;

/**
 * Content in, decks out: read, parse, validate, model, paginate, render. Writes nothing. The value is null if there are
 * errors.
 * @param measured slide measurements from a browser; by default those stored in slides/
 * @throws CliError for problems of the environment: no content folder, a broken template
 */
export function compile(project: Project, unsaved: Unsaved = {}, measured?: Measured): Compiled {
  const content = readTyped(project.root, unsaved);
  const compiled = compileContent(project, content, NO_MEMORY, measured);
  const foreign = foreignFiles(project);
  if (foreign.length === 0) return compiled;
  return { ...compiled, value: null, findings: sortFindings([...compiled.findings, ...foreign]) };
}

/**
 * Reads content as it is in editors.
 * @param memory of earlier runs
 * @throws CliError if there is no content folder
 */
export function readTyped(root: string, unsaved: Unsaved, memory: Memory = NO_MEMORY): ContentFiles {
  const typed = new Map(Object.entries(unsaved));
  return withTexts(readContent(root, memory), ({ path, text }) => {
    const now = typed.get(path);
    return now === undefined ? text : normalizeText(now);
  });
}

/** Like `compile`, as if event.md chose another look, without measurements. @throws what it throws */
export function compileInLook(project: Project, look: OtherLook): Compiled {
  return compileContent(project, readContent(project.root), NO_MEMORY, {}, look);
}

/**
 * Like `compile`, for content that was already read.
 * @param memory of earlier runs
 * @param look instead of the one event.md chooses
 */
export function compileContent(
  project: Project,
  content: ContentFiles,
  memory: Memory,
  measured: Measured = readMeasured(project),
  look: OtherLook | null = null,
): Compiled {
  const { meetup, complete, assets, fontFiles, transcript, recording, ...checked } = checkContent(
    project.root,
    content,
    memory,
    look,
  );
  const sorted = sortFindings(checked.findings);
  if (!complete || hasErrors(sorted)) return { value: null, findings: sorted, meetup, assets, transcript };

  const fonts = ownFonts(meetup.event.look, fontFiles);
  const models = modelDecks(meetup, memory);
  const pages = (deck: Deck) =>
    memory.recall(`pages ${deck.kind} ${deck.slug}`, { deck, fonts, measured }, () =>
      paginate(deck, fonts, measured),
    );
  const hasOpening = models[0]?.kind === 'opening';
  const front = modelFront(meetup, models);
  const paginated = (hasOpening ? models : [front, ...models]).map(pages);
  const ofPages = paginated.flatMap(({ findings }) => findings);
  const all = sortFindings([...checked.findings, ...ofPages]);
  if (hasErrors(all)) return { value: null, findings: all, meetup, assets, transcript };

  const rendered = renderDecks(
    paginated.map(({ value }) => value),
    loadTemplates(project.templateFolders),
    project.theme,
    memory,
    recording,
  );
  const [first, ...others] = rendered;
  if (!first) throw new Error('a meetup has no front deck');
  const decks = hasOpening ? rendered : others;
  const { kind, slug } = front;
  const value = {
    decks,
    front: hasOpening ? { ...first, deck: { ...first.deck, kind, slug } } : first,
    hasOpening,
    files: [...outputFiles(decks, meetup.event.look, assets, fontFiles, memory), ...measuredFile(measured)],
    measured,
    fonts,
    recording,
    transcript: transcriptPath(project.root, meetup.event),
  };
  return { value, findings: all, meetup, assets, transcript };
}
