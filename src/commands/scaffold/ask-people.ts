import { select, text } from '@clack/prompts';
import { CliError, wording } from '../../base/errors.ts';
import { type FoundTalk, type Meeting, SURE, utterancesIn } from '../../importing/meeting.ts';
import type { Given } from '../../importing/structure/find-meeting.ts';
import { words } from '../words/words.ts';
import type { Dialog } from './ask.ts';

/** If there are more voices, the command line is the better place to name them. */
const MOST_VOICES = 12;

/**
 * Asks for what a transcript leaves uncertain: who a voice is, who gave a talk, who the host is.
 * @returns what was known before, with the answers
 * @throws CliError if the user cancels
 */
export async function askPeople(meeting: Meeting, given: Given, dialog: Dialog): Promise<Given> {
  const speakers = new Map(given.speakers);
  for (const { name } of meeting.people.filter(({ isNameless }) => isNameless).slice(0, MOST_VOICES)) {
    const answer = answered(
      await text({
        ...dialog,
        message: words().imported.ask.voice(name, firstWords(meeting, name)),
        placeholder: name,
        defaultValue: name,
      }),
    );
    if (answer !== name) speakers.set(name, answer);
  }
  for (const talk of meeting.talks.filter(isDoubtful)) {
    const name = await askSpeaker(meeting, talk, dialog);
    if (name !== null) speakers.set(`L${talk.range.first}`, name);
  }
  const host = given.host ?? (await askHost(meeting, dialog));
  return { ...given, speakers, host };
}

function isDoubtful({ speaker }: FoundTalk): boolean {
  return speaker === null || (speaker.sure < SURE && speaker.how !== 'only a label stands there');
}

/** Choices besides the suggested names. */
const OTHER = '\u0000other';
const NOBODY = '\u0000nobody';

async function askSpeaker(meeting: Meeting, talk: FoundTalk, dialog: Dialog): Promise<string | null> {
  const { range, speaker } = talk;
  const taken = new Set(meeting.talks.flatMap((one) => (one === talk ? [] : (one.speaker?.value ?? []))));
  const names = meeting.people
    .map(({ name }) => name)
    .filter((name) => !taken.has(name) && name !== meeting.host?.value);
  const { ask, report } = words().imported;
  const message = ask.speaker(range.first, speaker ? report.phrase(speaker.how) : '');
  return askOneOf([...new Set([...(speaker ? [speaker.value] : []), ...names])], message, dialog);
}

async function askHost({ host, people, exchanges }: Meeting, dialog: Dialog): Promise<string | null> {
  if (host !== null && host.sure >= SURE) return host.value;
  if (host === null && exchanges.length === 0) return null;
  const names = people.map(({ name }) => name);
  const likely = host ? [host.value] : [];
  return askOneOf([...new Set([...likely, ...names])], words().imported.ask.host, dialog);
}

/** @returns null if the user does not know */
async function askOneOf(names: readonly string[], message: string, dialog: Dialog): Promise<string | null> {
  const { ask } = words().imported;
  const options = [
    ...names.slice(0, MOST_VOICES).map((value) => ({ value, label: value })),
    { value: OTHER, label: ask.somebodyElse },
    { value: NOBODY, label: ask.unknown },
  ];
  const chosen = answered(await select({ ...dialog, message, options }));
  if (chosen === NOBODY) return null;
  if (chosen !== OTHER) return chosen;
  return answered(await text({ ...dialog, message: ask.name })).trim() || null;
}

function firstWords({ transcript, people }: Meeting, name: string): string {
  const all =
    people.length === 0 ? [] : utterancesIn(transcript, [{ first: 1, last: transcript.lines.length }]);
  const said = all.find(({ speaker, kind }) => speaker === name && kind === 'speech')?.text ?? '';
  return said.slice(0, 60);
}

function answered(answer: string | symbol): string {
  if (typeof answer === 'symbol') throw new CliError(wording`Nothing was written.`);
  return answer;
}
