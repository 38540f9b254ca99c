import { resolve } from 'node:path';
import { CliError, type Wording, wording } from '../base/errors.ts';
import { oneLine } from '../base/text.ts';
import { toMessage } from '../findings/finding.ts';
import { clean } from '../findings/report/clean.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { report } from './report.ts';
import { type ReadDeck, talkFromDeck } from './scaffold/from-deck.ts';
import { writeNewFiles } from './scaffold/new-files.ts';
import { readStarter, starterLang } from './scaffold/starter.ts';
import {
  leftToWrite,
  openMeetup,
  type QuestionFacts,
  questionFile,
  type TalkFacts,
  talkFile,
} from './scaffold/summaries.ts';
import { words } from './words/words.ts';

export type NewOptions = CommonOptions &
  (({ readonly kind: 'talk' } & TalkFacts) | ({ readonly kind: 'question' } & QuestionFacts));

/** Adds a talk or a question to the meetup; unknown fields stay empty. */
export async function newSummary(options: NewOptions): Promise<ExitCode> {
  const facts = cleaned(options);
  const open = openMeetup(options.root);
  const template = templateFor(facts.kind, open.meetup.event.lang);
  const root = resolve(options.root);
  const from =
    facts.kind === 'talk' && facts.from !== null
      ? talkFromDeck(root, open, template, facts, resolve(options.terminal.cwd, facts.from))
      : null;
  const file =
    from?.talk ??
    (facts.kind === 'talk' ? talkFile(open, template, facts) : questionFile(open, template, facts));
  const pictures = from?.deck.pictures ?? [];
  const { kept } = writeNewFiles(root, [
    file,
    ...pictures.map(({ path, content }) => ({ path, text: content })),
  ]);
  if (kept.includes(file.path))
    throw new CliError(wording`There is a file ${file.path} already.`, wording`It was left as it is.`);
  const left = from?.left ?? leftToWrite(facts.kind, file, open.meetup.event.lang);
  const say = words().added;
  const errors = left.filter(({ severity }) => severity === 'error');
  return report(options, {
    findings: [],
    facts: {
      file: file.path,
      left: left.map(({ at, ...finding }) => ({ line: at.line, ...toMessage(finding) })),
      ...(from && {
        slides: from.deck.slides,
        notes: from.deck.notes,
        pictures: pictures.map(({ path }) => path),
        leftOut: from.deck.left.map((each) => ({ ...each, because: say.because[each.because] })),
      }),
    },
    summary: [
      say.there(file.path),
      ...(from ? describeDeck(from.deck, options) : []),
      ...(errors.length > 0 ? [say.beforeBuild] : []),
      ...errors.map(({ at, ...finding }) => `  ${say.line(at.line)}: ${toMessage(finding).what}`),
      ...(errors.length > 0 ? [say.leaveOut] : []),
    ].join('\n'),
  });
}

/** What was taken from a deck, and what was not, with lines. */
function describeDeck(
  { tool, slides, notes, pictures, left }: ReadDeck,
  options: NewOptions,
): readonly string[] {
  const from = options.kind === 'talk' ? (options.from ?? '') : '';
  const say = words().added;
  const reasons = [...new Set(left.map(({ because }) => because))];
  return [
    say.taken(from, TOOLS[tool], slides, notes, pictures.length),
    ...(left.length > 0 ? [say.leftOut] : []),
    ...reasons.flatMap((because) => [
      `  ${say.because[because]}:`,
      ...left
        .filter((each) => each.because === because)
        .map(({ line, text }) => `    ${say.line(line)}: ${clean(text.slice(0, MOST_SHOWN))}`),
    ]),
  ];
}

const TOOLS = { slidev: 'Slidev', marp: 'Marp', reveal: 'reveal.js', pandoc: 'pandoc' };
const MOST_SHOWN = 100;

function templateFor(kind: NewOptions['kind'], lang: string): string {
  const name = `new-${kind}.md.hbs`;
  const template = readStarter(starterLang(lang)).find(({ path }) => path === name);
  if (!template) throw new Error(`starter/ has no ${name}`);
  return template.text;
}

/** Puts each value on one line, as front matter needs. @throws CliError if the name or the question is empty */
function cleaned(options: NewOptions): NewOptions {
  const line = (text: string | null) => (text === null || oneLine(text) === '' ? null : oneLine(text));
  if (options.kind === 'talk') {
    const { speaker, title, role, org, reading, takeaway } = options;
    return {
      ...options,
      speaker: needed(wording`name`, speaker),
      title: line(title),
      role: line(role),
      org: line(org),
      reading: line(reading),
      takeaway: line(takeaway),
    };
  }
  const { question, askedBy, askedTo, topic } = options;
  return {
    ...options,
    question: needed(wording`question`, question),
    askedBy: line(askedBy),
    askedTo: askedTo.map(oneLine),
    topic: line(topic),
  };
}

function needed(what: Wording, text: string): string {
  if (oneLine(text) === '')
    throw new CliError(wording`The ${what} is empty.`, wording`Put it in quotes after the command.`);
  return oneLine(text);
}
