import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../base/project.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import { type Compilation, type Compiled, compile } from '../build/compile.ts';
import { meetupNames } from '../content/summary/meetup.ts';
import { modelDecks } from '../deck/model/model.ts';
import { madeFiles } from '../export/made.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import { codeColors } from './code-colors.ts';
import { buildDecks } from './deck-files.ts';
import { drawingsOf } from './drawings.ts';
import { type ExpectedDecks, expectDecks } from './expect-decks.ts';
import type { OfferedFile } from './page-parts.ts';
import { previewPictures } from './preview-pictures.ts';
import { siteFiles } from './site-files.ts';
import { baseOf } from './site-head.ts';
import { slideNumbers } from './slide-numbers.ts';
import { type SiteReport, writeSite } from './write-site.ts';

export interface SiteRequest {
  /** Whether search engines are asked to leave the site out. */
  readonly isHidden: boolean;
  /** Whether slides can be presented from the site. */
  readonly hasSlides: boolean;
  /** Whether browsers store it for offline use. */
  readonly isKept: boolean;
  /** Browser to draw diagrams; by default one is searched for. */
  readonly browserPath?: string | undefined;
  /** Stops everything that was started. */
  readonly signal?: AbortSignal | undefined;
}

export interface BuiltSite extends SiteReport {
  /** False if errors in content prevented writing. */
  readonly isCompiled: boolean;
  /** Absolute. */
  readonly folder: string;
  /** Base path according to `site` in event.md, with a slash at both ends; `/` if it has none. */
  readonly base: string;
  readonly pages: number;
  /** Files of an export that are older than their deck, relative to out/; the site does not offer them. */
  readonly outdated: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Writes out/site/, or nothing if there are errors.
 * @throws CliError as `compile` does; if a template is broken, or the folder cannot be written
 */
export async function buildSite(project: Project, request: SiteRequest): Promise<BuiltSite> {
  const expected = request.hasSlides ? expectDecks(project) : null;
  try {
    return await build(project, request, expected);
  } finally {
    await expected?.dispose();
  }
}

async function build(
  project: Project,
  { isHidden, hasSlides, isKept, browserPath, signal }: SiteRequest,
  expected: ExpectedDecks | null,
): Promise<BuiltSite> {
  const compiled = compile(project);
  const { value, findings, meetup } = compiled;
  const folder = join(project.outFolder, 'site');
  const base = baseOf(meetup.event.site);
  const nothing = { folder, base, pages: 0, outdated: [], written: [], unchanged: [], removed: [] };
  if (!value) return { ...nothing, isCompiled: false, findings };
  const { publish } = meetup.event;
  const shows = {
    notes: publish.includes('notes'),
    sources: publish.includes('sources'),
    transcript: publish.includes('transcript') && compiled.transcript !== null,
  };
  const built = hasSlides
    ? await buildDecks(
        project,
        value,
        shows,
        { ...(browserPath !== undefined && { browserPath }), ...(signal && { signal }) },
        expected?.bundler,
      )
    : null;
  if (built && built.findings.length > 0) {
    return { ...nothing, isCompiled: false, findings: sortFindings([...findings, ...built.findings]) };
  }
  expected?.done();
  const { offered, outdated } = offeredFiles(project, value);
  const slides = built && slideNumbers(value.decks.map(({ deck }) => deck));
  const previews = await previewPictures(project, value, {
    // Link previews need absolute addresses.
    hasCovers: meetup.event.site !== null,
    slidesOf: (deck) => slides?.of(deck) ?? [],
  });
  const colors = await codeColors(deckTexts(value.files), project.themeFolder);
  try {
    const files = siteFiles({
      meetup,
      decks: modelDecks(meetup),
      front: value.front.deck.slug,
      assets: compiled.assets,
      recording: value.recording,
      drawings: drawingsOf(built?.decks ?? []),
      colors,
      transcript: compiled.transcript?.lines ?? null,
      shows,
      names: meetupNames(meetup),
      slides,
      built: built ?? { decks: [], files: [], findings: [] },
      offered,
      templateFolders: project.templateFolders,
      themeFolder: project.themeFolder,
      media: value.files.filter(({ content }) => typeof content !== 'string'),
      isHidden,
      isKept,
      previews,
      pictures: new Set(previews.map(({ path }) => path)),
    });
    const pages = files.filter(({ path }) => path.endsWith('.html') && !path.startsWith('slides/')).length;
    return { isCompiled: true, folder, base, pages, outdated, findings, ...writeSite(folder, files) };
  } finally {
    colors?.dispose();
  }
}

function deckTexts(files: Compilation['files']): readonly string[] {
  return files.flatMap(({ content }) => (typeof content === 'string' ? content : []));
}

const OFFERED = [
  { kind: 'pdf', path: (slug: string) => `pdf/${slug}.pdf` },
  { kind: 'handout', path: (slug: string) => `handout/${slug}.pdf` },
  { kind: 'pptx', path: (slug: string) => `pptx/${slug}.pptx` },
] as const;

/**
 * Files in out/ exported from decks that look the same now. Files from elsewhere are judged by their times: those older
 * than their deck are not offered.
 */
function offeredFiles(
  project: Project,
  compilation: Compilation,
): { readonly offered: readonly OfferedFile[]; readonly outdated: readonly string[] } {
  const { outFolder, slidesFolder } = project;
  const { decks, front, files } = compilation;
  const isCurrent = madeFiles(project, compilation);
  const offered: OfferedFile[] = [];
  const outdated: string[] = [];
  const written = (slug: string) => lastChange(slidesFolder, slug, files);
  const newest = Math.max(...decks.map(({ deck }) => written(deck.slug)));
  const slugs = new Set([...decks.map(({ deck }) => deck.slug), front.deck.slug]);
  for (const slug of slugs) {
    const isWhole = slug === front.deck.slug;
    for (const { kind, path } of OFFERED) {
      const name = path(slug);
      const stats = statSync(join(outFolder, name), { throwIfNoEntry: false });
      if (!stats?.isFile()) continue;
      const read = readFile(join(outFolder, name), {
        place: { within: outFolder },
        limit: FILE_LIMITS.other,
      });
      if (read.state !== 'ok') continue;
      const isLater = stats.mtimeMs >= (isWhole ? newest : written(slug));
      if (isCurrent(name, read.value, slug, isWhole) ?? isLater) {
        offered.push({ kind, slug, bytes: read.value });
      } else outdated.push(name);
    }
  }
  return { offered, outdated };
}

/** When the deck in slides/ last changed, in milliseconds; infinitely late if it is not what the content gives now. */
function lastChange(folder: string, slug: string, files: NonNullable<Compiled['value']>['files']): number {
  const path = `${slug}.md`;
  const now = files.find((file) => file.path === path);
  const there = readFile(join(folder, path), { place: { within: folder }, limit: FILE_LIMITS.other });
  const isSame = there.state === 'ok' && there.value.equals(Buffer.from(now?.content ?? ''));
  return isSame ? (statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) : Infinity;
}
