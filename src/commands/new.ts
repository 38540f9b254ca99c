import { resolve } from 'node:path';
import { CliError } from '../base/errors.ts';
import { oneLine } from '../content/validate/schema.ts';
import { toMessage } from '../findings/finding.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { report } from './report.ts';
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

export type NewOptions = CommonOptions &
  (({ readonly kind: 'talk' } & TalkFacts) | ({ readonly kind: 'question' } & QuestionFacts));

/** Adds a talk or a question to the meetup; unknown fields stay empty. */
export async function newSummary(options: NewOptions): Promise<ExitCode> {
  const facts = cleaned(options);
  const open = openMeetup(options.root);
  const template = templateFor(facts.kind, open.meetup.event.lang);
  const file = facts.kind === 'talk' ? talkFile(open, template, facts) : questionFile(open, template, facts);
  const { kept } = writeNewFiles(resolve(options.root), [file]);
  if (kept.length > 0) throw new CliError(`There is a file ${file.path} already.`, 'It was left as it is.');
  const left = leftToWrite(facts.kind, file);
  return report(options, {
    findings: [],
    facts: {
      file: file.path,
      left: left.map(({ at, ...finding }) => ({ line: at.line, ...toMessage(finding) })),
    },
    summary: [
      `${file.path} is there.`,
      ...(left.length > 0 ? ['Nothing can be built before this is written:'] : []),
      ...left.map(({ at, ...finding }) => `  line ${at.line}: ${toMessage(finding).what}`),
      ...(left.length > 0 ? ['To leave it out until then, begin its name with "_".'] : []),
    ].join('\n'),
  });
}

function templateFor(kind: NewOptions['kind'], lang: string): string {
  const name = `new-${kind}.md.hbs`;
  const template = readStarter(starterLang(lang)).find(({ path }) => path === name);
  if (!template) throw new Error(`starter/ has no ${name}`);
  return template.text;
}

/** Puts each value on one line, as front matter needs. @throws CliError if the name or the question is empty */
function cleaned(options: NewOptions): NewOptions {
  const clean = (text: string | null) => (text === null || oneLine(text) === '' ? null : oneLine(text));
  if (options.kind === 'talk') {
    const { speaker, title, role, org } = options;
    return {
      ...options,
      speaker: needed('name', speaker),
      title: clean(title),
      role: clean(role),
      org: clean(org),
    };
  }
  const { question, askedBy, askedTo, topic } = options;
  return {
    ...options,
    question: needed('question', question),
    askedBy: clean(askedBy),
    askedTo: askedTo.map(oneLine),
    topic: clean(topic),
  };
}

function needed(what: string, text: string): string {
  if (oneLine(text) === '')
    throw new CliError(`The ${what} is empty.`, 'Put it in quotes behind the command.');
  return oneLine(text);
}
