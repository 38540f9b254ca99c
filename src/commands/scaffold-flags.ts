import { Option } from 'commander';
import { DECK_LANGS, type DeckLang } from '../scaffold/read-starter.ts';

/** What the command line says about something new. */
export interface ScaffoldFlags {
  readonly lang?: DeckLang;
  readonly title?: string;
  readonly speaker?: string;
  readonly yes?: boolean;
  readonly role?: string;
  readonly org?: string;
  readonly by?: string;
  readonly to?: readonly string[];
  readonly topic?: string;
}

export const INIT_OPTIONS: readonly Option[] = [
  new Option('--lang <tag>', 'language of the decks').choices(DECK_LANGS),
  new Option('--title <text>', 'name of the meetup'),
  new Option('--speaker <name>', 'who gives the first talk'),
  new Option('-y, --yes', 'ask nothing'),
];

export const TALK_OPTIONS: readonly Option[] = [
  new Option('--title <text>', 'title of the talk'),
  new Option('--role <text>', 'what the speaker does'),
  new Option('--org <text>', 'company or project of the speaker'),
];

export const QUESTION_OPTIONS: readonly Option[] = [
  new Option('--by <name>', 'who asks (by default the host)'),
  new Option('--to <name...>', 'who is asked (by default sections for all speakers)'),
  new Option('--topic <text>', 'what it is about; questions of one topic stand together'),
];
