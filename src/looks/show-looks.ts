import { digestOfAll } from '../base/changed.ts';
import { writeFiles } from '../base/files.ts';
import type { Project } from '../base/project.ts';
import { sharedFolder } from '../base/store.ts';
import { compile } from '../build/compile.ts';
import { slideFindings } from '../export/slide-findings.ts';
import type { Finding } from '../findings/finding.ts';
import { auditDecks } from '../print/audit-decks.ts';
import type { AuditOptions, AuditResult } from '../print/types.ts';
import { chooseSamples, type Sample } from './choose-slides.ts';
import { type CutMeetup, type CutPlace, cutDecks } from './cut-decks.ts';
import { type DressedMeetup, dressMeetup } from './dress.ts';
import { looksPage, type ShownLook } from './looks-page.ts';

/** Path of the page, below out/. */
const PAGE = 'looks.html';
/** Sharp enough for three side by side, and for one alone. */
const SCALE = 1.5;

export interface LooksRequest extends Pick<AuditOptions, 'onProgress' | 'signal'> {
  /** Path of a browser; searched for by default. */
  readonly browser: string | undefined;
}

export interface ShownLooks {
  /** Below out/; null if content has errors: then nothing was written. */
  readonly page: string | null;
  readonly samples: readonly Sample[];
  readonly looks: readonly ShownLook[];
  /** About the content as it is. */
  readonly findings: readonly Finding[];
}

/**
 * Writes a page that shows slides of the meetup in every look, side by side.
 * @throws as `compile` and `auditDecks` do; CliError if out/ cannot be written
 */
export async function showLooks(project: Project, request: LooksRequest): Promise<ShownLooks> {
  const chosen = compile(project);
  const { value, findings, meetup } = chosen;
  if (!value) return { page: null, samples: [], looks: [], findings };
  const samples = chooseSamples(value);
  const dressed = dressMeetup(project, chosen).map((look) => ({
    look,
    cut: look.value && cutDecks(look, look.value, samples),
  }));
  const seen = await audit(
    dressed.flatMap(({ cut }) => cut ?? []),
    request,
  );
  const looks = dressed.map(({ look, cut }) => shownLook(look, cut, seen));
  const content = looksPage({ title: meetup.event.title, samples, looks }, project.templateFolders);
  writeFiles(project.outFolder, [{ path: PAGE, content }]);
  return { page: PAGE, samples, looks, findings };
}

type Seen = Pick<AuditResult, 'failures' | 'pictures'>;

/** Looks that differ only in their decks are shown in one run. */
async function audit(
  cuts: readonly CutMeetup[],
  { browser, onProgress, signal }: LooksRequest,
): Promise<Seen> {
  const runs = new Map<string, CutMeetup['printable']>();
  for (const { printable } of cuts) {
    const key = runKey(printable);
    const decks = [...(runs.get(key)?.decks ?? []), ...printable.decks];
    runs.set(key, { ...printable, decks });
  }
  const slidesOf = ({ decks }: CutMeetup['printable']) =>
    decks.reduce((sum, { origins }) => sum + origins.length, 0);
  const total = [...runs.values()].reduce((sum, run) => sum + slidesOf(run), 0);
  const seen: AuditResult[] = [];
  let before = 0;
  for (const run of runs.values()) {
    const done = before;
    seen.push(
      await auditDecks(
        {
          ...run,
          shellFolder: sharedFolder('shell'),
          ...(browser === undefined ? {} : { browserPath: browser }),
          onProgress: (event) => {
            if (event.stage === 'browser') onProgress?.(event);
            else onProgress?.({ ...event, done: done + event.done, total });
          },
          ...(signal && { signal }),
        },
        SCALE,
      ),
    );
    before += slidesOf(run);
  }
  return {
    failures: seen.flatMap(({ failures }) => failures),
    pictures: seen.flatMap(({ pictures }) => pictures),
  };
}

/** What a bundle can have only one of: the theme, the style sheet, and the files of decks. */
function runKey({ themeRoot, assets }: CutMeetup['printable']): string {
  return digestOfAll([themeRoot, ...assets.flatMap(({ path, bytes }) => [path, bytes])], 'hex');
}

function shownLook(
  { name, isChosen, dropsColors, findings }: DressedMeetup,
  cut: CutMeetup | null,
  { failures, pictures }: Seen,
): ShownLook {
  const places = cut?.places ?? [];
  const isAt = (place: CutPlace | null) => (at: { readonly slug: string; readonly slide: number }) =>
    at.slug === place?.slug && at.slide === place.slide;
  const ofSlides = places.flatMap((place) =>
    failures
      .filter(isAt(place))
      // The slides that it leads to were cut out.
      .filter(({ kind }) => kind !== 'dead-link')
      .map((failure) => ({ ...failure, slug: place?.of.deck ?? '', slide: place?.of.slide ?? 0 })),
  );
  return {
    ...{ name, isChosen, dropsColors },
    pictures: places.map((place) => pictures.find(isAt(place))?.png ?? null),
    findings: cut
      ? slideFindings({ failures: ofSlides, pictures: [], blocked: [] })
      : findings.filter(isError),
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
