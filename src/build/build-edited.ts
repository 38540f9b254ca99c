import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { signatureOf } from '../base/changed.ts';
import { NO_MEMORY } from '../base/memory.ts';
import type { Project } from '../base/project.ts';
import { PathBelow } from '../base/store.ts';
import { CONTENT_FOLDER } from '../content/read/content-folder.ts';
import { readSummaries } from '../content/read/read.ts';
import { assetPath } from '../content/summary/asset.ts';
import { countCited } from '../content/summary/claims-of.ts';
import { type HexColor, type Meetup, meetupNames, type Talk } from '../content/summary/meetup.ts';
import { imagesOf } from '../content/summary/statements.ts';
import { answeredBy, questionsOf } from '../deck/model/model.ts';
import { modelTalk } from '../deck/model/model-talk.ts';
import { createPeople } from '../deck/model/parts.ts';
import { type DeckTargets, deckTargets, talkTargets } from '../deck/outline.ts';
import { paginate } from '../deck/paginate/paginate.ts';
import { ownFonts } from '../deck/typeset/page.ts';
import { type Finding, hasErrors, sortFindings } from '../findings/finding.ts';
import { renderDeck } from '../render/render-decks.ts';
import { compileTemplates, loadTemplates } from '../render/templates.ts';
import {
  type BuildRecord,
  isAsWritten,
  readBuildRecord,
  signInputs,
  stampsOf,
  writeBuildRecord,
} from './build-record.ts';
import { checkContent } from './check-content.ts';
import type { Compilation } from './compile.ts';
import { readMeasured } from './measured-slides.ts';
import { type OutputFile, outputFiles } from './output-files.ts';
import { writeEdited } from './write-decks.ts';

const KEY = 'talks.json';
const TALKS = 'talks';

const Color = v.custom<HexColor>((value) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value));
const Question = v.object({ question: v.string(), number: v.number(), askedBy: v.string() });
const Target = v.object({ deck: v.string(), slide: v.number() });

/** State of one talk's file, and what its deck and the rest of the meetup know of each other. */
const TalkRecord = v.object({
  path: PathBelow,
  slug: v.string(),
  /** Signature of the file. */
  state: v.string(),
  /** See `headOf`. */
  head: v.string(),
  speakers: v.array(
    v.object({
      name: v.string(),
      role: v.nullable(v.string()),
      org: v.nullable(v.string()),
      accent: v.nullable(v.union([v.number(), Color])),
      portrait: v.nullable(v.string()),
    }),
  ),
  /** Questions that the speakers answered. */
  questions: v.array(Question),
  /** Number of statements with citations. */
  claims: v.number(),
});

/** Stored beside the build record, for the next build after edits of talks. */
const MeetupRecord = v.object({
  /** `inputs` of the build record it belongs to. */
  inputs: v.string(),
  /** Signature of everything that the decks depend on, except the contents of the talks' files. */
  rest: v.string(),
  talks: v.array(TalkRecord),
  /** See `meetupNames`. */
  names: v.array(v.string()),
  questions: v.array(v.tuple([v.number(), Target])),
  qa: v.nullable(Target),
});

type TalkRecord = v.InferOutput<typeof TalkRecord>;
type MeetupRecord = v.InferOutput<typeof MeetupRecord>;

/** What may change during a build. */
interface InputState {
  readonly rest: string;
  /** Signatures of the talks' files, by path relative to the root. */
  readonly talks: Readonly<Record<string, string>>;
}

/** The current build record, with the files written. */
export interface EditedBuild extends Omit<BuildRecord, 'outputs'> {
  readonly written: readonly string[];
}

/**
 * Rebuilds only the decks of talks edited since the last build, if nothing else changed and other decks show nothing of
 * the edits. The result equals that of a full build.
 * @returns null if unsure, or if there are errors: then a full build is needed
 * @throws CliError as `compile` and `writeDecks` do
 */
export function buildEdited(project: Project): EditedBuild | null {
  const build = readBuildRecord(project);
  const meetup = build && stampsOf(project).getJson(KEY, MeetupRecord);
  if (!build || meetup?.inputs !== build.inputs || !isAsWritten(project, build)) return null;
  if (deckNames(project).some((name) => !build.files.includes(name))) return null;
  const paths = meetup.talks.map(({ path }) => path);
  const before = inputState(project, build.transcript, paths);
  if (before.rest !== meetup.rest) return null;
  const edited = meetup.talks.filter(({ path, state }) => before.talks[path] !== state);
  const made = compileEdited(project, build, meetup, edited);
  if (!made) return null;
  const { written } = writeEdited(project.slidesFolder, made.files);
  const inputs = signInputs(project, build.transcript);
  // What was saved meanwhile is not in these decks.
  if (!isDeepStrictEqual(before, inputState(project, build.transcript, paths))) return null;
  const record: Omit<BuildRecord, 'outputs'> = { ...build, inputs, findings: made.findings };
  writeBuildRecord(project, record);
  const talks = meetup.talks.map((talk) => ({
    ...talk,
    state: before.talks[talk.path] ?? '',
    claims: made.claims.get(talk.path) ?? talk.claims,
  }));
  writeTalkRecords(project, { ...meetup, inputs, talks });
  return { ...record, written };
}

/** Record of a full build for the next one. Take it before checking that nothing was saved meanwhile. */
export function talkRecords(
  project: Project,
  meetup: Meetup,
  { decks, transcript }: Compilation,
  inputs: string,
): MeetupRecord {
  const people = createPeople(meetup);
  const answered = answeredBy(meetup.exchanges);
  const { questions, qa } = deckTargets(decks.map(({ deck }) => deck));
  const paths = meetup.talks.map(({ source }) => source.path);
  const { rest, talks } = inputState(project, transcript, paths);
  return {
    inputs,
    rest,
    talks: meetup.talks.map((talk) => ({
      path: talk.source.path,
      slug: talk.slug,
      state: talks[talk.source.path] ?? '',
      head: headOf(talk),
      speakers: talk.speakers.map(({ name }) => people(name)),
      questions: [...questionsOf(talk, answered)],
      claims: countCited(talk),
    })),
    names: [...meetupNames(meetup)],
    questions: [...questions],
    qa,
  };
}

export function writeTalkRecords(project: Project, record: MeetupRecord): void {
  stampsOf(project).putJson(KEY, record);
}

interface Made {
  readonly files: readonly OutputFile[];
  /** Of the whole meetup. */
  readonly findings: readonly Finding[];
  /** By the talk's path. */
  readonly claims: ReadonlyMap<string, number>;
}

function compileEdited(
  project: Project,
  build: BuildRecord,
  meetup: MeetupRecord,
  edited: readonly TalkRecord[],
): Made | null {
  const paths = new Set(edited.map(({ path }) => path));
  const content = readSummaries(project.root, [...paths]);
  const checked = checkContent(project.root, content, NO_MEMORY);
  const { event, talks } = checked.meetup;
  if (!checked.complete || talks.length !== edited.length) return null;
  // For other files, and for the meetup as a whole, findings of the last build hold.
  const found = checked.findings.filter(({ file }) => paths.has(file));
  if (hasErrors(found)) return null;

  const fonts = ownFonts(event.look, checked.fontFiles);
  const measured = readMeasured(project);
  const render = compileTemplates(loadTemplates(project.templateFolders));
  const targets = targetsOf(meetup);
  const claims = new Map(talks.map((talk) => [talk.source.path, countCited(talk)]));
  const decks = [];
  for (const [index, talk] of talks.entries()) {
    const known = edited[index];
    if (known?.path !== talk.source.path || known.head !== headOf(talk)) return null;
    const { speakers, questions } = known;
    const model = modelTalk({ event, talk, speakers, questions, names: meetup.names });
    const { value, findings } = paginate(model, fonts, measured);
    if (hasErrors(findings) || findings.some(({ file }) => file !== known.path)) return null;
    found.push(...findings);
    decks.push(renderDeck(value, render, project.theme, targets));
  }
  const more = edited.reduce((sum, { path, claims: before }) => sum + (claims.get(path) ?? 0) - before, 0);
  const others = build.findings.filter(({ file }) => !paths.has(file));
  const counted = others.map((each) =>
    each.code === 'citations-unchecked'
      ? { ...each, args: { ...each.args, count: each.args.count + more } }
      : each,
  );
  return {
    files: outputFiles(decks, event.look, new Map(), new Map()),
    findings: sortFindings([...counted, ...found]),
    claims,
  };
}

/** Everything about a talk that is visible outside its own deck. If it is unchanged, no other deck changes. */
function headOf(talk: Talk): string {
  const { slug, speakers, title, source } = talk;
  const people = speakers.map(({ name, role, org, accent, portrait }) => [
    name,
    role,
    org,
    accent?.color,
    portrait?.ref,
  ]);
  const images = imagesOf(talk).map(({ ref }) => assetPath(source.path, ref));
  return JSON.stringify([slug, people, title, images]);
}

function targetsOf({ talks, questions, qa }: MeetupRecord): DeckTargets {
  const named = talks.map(({ slug, speakers }) => ({ slug, names: speakers.map(({ name }) => name) }));
  return { talks: talkTargets(named), questions: new Map(questions), qa };
}

/** @param talks paths of their files, relative to the root */
function inputState(project: Project, transcript: string | null, talks: readonly string[]): InputState {
  const content = join(project.root, CONTENT_FOLDER);
  const known = new Set(talks.map((path) => join(project.root, path)));
  const listed = namesIn(content).flatMap((name) => {
    const path = join(content, name);
    // The folder's own state is left out, because it changes with every save in an editor.
    return name === TALKS ? namesIn(path).map((each) => join(path, each)) : [path];
  });
  const others = listed.filter((path) => !known.has(path));
  const names = listed.filter((path) => known.has(path));
  return {
    rest: `${signInputs(project, transcript, others)} ${JSON.stringify(names)}`,
    talks: Object.fromEntries(talks.map((path) => [path, signatureOf([join(project.root, path)])])),
  };
}

/** The decks in slides/, whoever made them. */
function deckNames({ slidesFolder }: Project): readonly string[] {
  return namesIn(slidesFolder).filter((name) => name.endsWith('.md'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return []; // Reported by whoever reads the folder's contents.
  }
}
