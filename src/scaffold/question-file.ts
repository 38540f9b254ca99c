import { closest } from '../base/closest.ts';
import { CliError } from '../base/errors.ts';
import type { NewFile } from '../commands/scaffold/new-files.ts';
import { findCitations } from '../content/parse/citation.ts';
import { fillTemplate } from './fill-template.ts';
import { numberedPath } from './numbered-path.ts';
import type { OpenMeetup } from './open-meetup.ts';
import { textSlug } from './text-slug.ts';

export interface QuestionFacts {
  /** It may end in a citation. */
  readonly question: string;
  /** Null for the host, where there is one. */
  readonly askedBy: string | null;
  /** Names; empty for everybody. */
  readonly askedTo: readonly string[];
  readonly topic: string | null;
}

/**
 * The file of a new question, in the order behind those that are there, with a section for each one who may answer.
 * What is not known yet stands empty, so that check names it.
 * @param template of starter/, in the meetup's language
 * @throws CliError where the question is there already, or nobody has the name of one who is asked
 */
export function questionFile(open: OpenMeetup, template: string, facts: QuestionFacts): NewFile {
  const { event, talks, exchanges } = open.meetup;
  const text = withoutCitations(facts.question);
  const same = exchanges.find(({ question }) => question.text === text);
  if (same) {
    throw new CliError(`This question is there already: ${same.source.path}.`, 'Write the answer there.');
  }
  const speakers = talks.map(({ speaker }) => speaker).filter((name) => name !== '');
  for (const name of facts.askedTo)
    checkKnown(name, event.host === null ? speakers : [...speakers, event.host]);
  const taken = new Set(open.questionNames.map((name) => name.replace(/\.md$/i, '').toLowerCase()));
  const isFree = (slug: string) => !taken.has(slug);
  const path = numberedPath('content/qa', open.questionNames, textSlug(text) || 'question', isFree);
  const values = {
    question: facts.question,
    askedBy: facts.askedBy ?? event.host,
    askedTo: facts.askedTo,
    topic: facts.topic,
    topics: [...new Set(exchanges.map(({ topic }) => topic))].filter((topic) => topic !== ''),
    answers: facts.askedTo.length > 0 ? facts.askedTo : speakers,
  };
  return { path, text: fillTemplate(template, values) };
}

function withoutCitations(question: string): string {
  return findCitations(question)
    .reduce((text, citation) => text.replace(citation, ''), question)
    .trim();
}

function checkKnown(name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const suggestion = closest(name, known);
  throw new CliError(
    `Nobody is called ${name} here.${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`,
    known.length === 0 ? 'There is no talk yet.' : `Known are: ${known.join(', ')}.`,
  );
}
