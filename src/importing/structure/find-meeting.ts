import type { Piece, Reading } from '../formats/format.ts';
import type { FormatName, Found, LineRange, Meeting, Person, Shape, Utterance } from '../meeting.ts';
import { findBios } from './bios.ts';
import { findDamages } from './damages.ts';
import { type AskedAndAnswered, findExchanges } from './exchanges.ts';
import { markFurniture } from './furniture.ts';
import { findHost } from './host.ts';
import { type Cast, findPeople, type Voice } from './people.ts';
import { findShape, questionsBegin, questionsBehind } from './shape.ts';
import { consecutive, findTalks, type Scene, type SpokenTurn, type UntitledTalk } from './talks.ts';
import { meetupTitle, talkTitle } from './titles.ts';
import { findTurns, isBareHeading, type Paragraph, rangeOf, type Turn } from './turns.ts';

/** What the user states about a transcript; it takes precedence over what is found. */
export interface Given {
  readonly lang: string | null;
  readonly shape: Shape | null;
  readonly host: string | null;
  readonly title: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  /** Names by label, or by first line of a talk: `L27`. */
  readonly speakers: ReadonlyMap<string, string>;
}

/** A reading with lines. */
export interface LinedReading extends Omit<Reading, 'lines' | 'pieces'> {
  readonly pieces: readonly Piece[];
  readonly format: FormatName;
  readonly encoding: string;
  readonly verbatim: string | null;
  readonly lines: readonly string[];
}

/** Finds people, talks, questions and answers in a transcript. */
export function findMeeting(reading: LinedReading, given: Given): Meeting {
  const { facts } = reading;
  const pieces = markFurniture(reading.pieces);
  const { turns, parts } = findTurns(pieces);
  const cast = findPeople(turns, facts, given.speakers);
  const host = findHost(turns, cast, facts, given.host);
  const lang = given.lang ?? langOf(facts.lang, turns);
  const named = facts.speakers.map(({ name }) => name);
  const places: number[] = [];
  for (const [place, { line }] of pieces.entries()) places[line ?? 0] = place;
  const bios = findBios(turns, cast);
  const assigned = given.speakers;
  const scene: Scene = { ...spoken(turns, cast, host), parts, cast, bios, named, assigned, places };
  const announced = questionsBegin(scene);
  const untitled = findTalks(scene, given.shape, announced);
  const shape = findShape(scene, untitled, announced, given.shape);
  const begin = announced ?? (shape.value === 'meeting' ? null : questionsBehind(scene.turns, untitled));
  const { exchanges, unanswered } =
    begin === null
      ? NO_QUESTIONS
      : findExchanges(
          scene.turns.filter(({ range }) => range.first >= begin),
          {
            cast,
            orgs: orgsOf(scene),
            host: scene.host,
            hostLabel: hostLabelOf(turns, lang),
            speakers: [
              ...new Set([...untitled.flatMap(({ speaker }) => speaker?.value ?? []), ...scene.named]),
            ],
            audience: /^zh\b/i.test(lang) ? '观众' : 'Audience',
          },
        );
  const talks = untitled.map((talk) => ({ ...talk, title: talkTitle(talk, untitled, scene) }));
  const taken = [...talks.flatMap((talk) => talk.parts), ...exchanges.map(({ range }) => range)];
  return {
    transcript: {
      format: reading.format,
      encoding: reading.encoding,
      verbatim: reading.verbatim,
      lines: reading.lines,
      utterances: utterancesOf(pieces, scene, untitled),
    },
    lang,
    shape,
    title: meetupTitle(pieces, facts, given.title),
    date: dateOf(facts.date, given.date),
    host,
    people: peopleOf(scene, untitled),
    talks,
    exchanges,
    unanswered,
    ...leftOver(scene, taken),
    damages: findDamages(pieces, reading.damages),
  };
}

const NO_QUESTIONS: AskedAndAnswered = { exchanges: [], unanswered: [] };

function spoken(turns: readonly Turn[], cast: Cast, found: Found<string> | null) {
  const host = found?.value ?? null;
  return {
    host,
    turns: turns.map(({ label, kind, isAside, part, paragraphs, size, range }): SpokenTurn => {
      const name = label === null ? null : cast.nameOf(label);
      const isHost = kind === 'host' || (host !== null && name === host);
      const speaker = isHost ? (host ?? name) : name;
      // Field by field: copies made with `...` take four times the memory, and a long file has a turn for each line.
      return { label, kind, isAside, part, paragraphs, size, range, isHost, speaker };
    }),
  };
}

/** People by company, for companies with only one. */
function orgsOf({ bios }: Scene): ReadonlyMap<string, string> {
  const people = new Map<string, Set<string>>();
  for (const { org, name } of bios)
    if (org !== null) people.set(org, (people.get(org) ?? new Set()).add(name));
  return new Map(
    [...people].flatMap(([org, [name = '', ...others]]) => (others.length === 0 ? [[org, name]] : [])),
  );
}

function dateOf(found: string | null, given: string | null): Found<string> | null {
  if (given !== null) return { value: given, how: '--date', sure: 1, at: null };
  return found === null ? null : { value: found, how: 'the file says so', sure: 0.95, at: null };
}

/** Turns examined to detect the language. */
const SAMPLE = 400;

function langOf(stated: string | null, turns: readonly Turn[]): string {
  const text = turns
    .slice(0, SAMPLE)
    .flatMap(({ paragraphs }) => paragraphs.slice(0, 20))
    .map((one) => one.text.slice(0, 500))
    .join('');
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  if (chinese > words * 0.5 && chinese > 0) return /^zh-/i.test(stated ?? '') ? (stated ?? 'zh-CN') : 'zh-CN';
  return stated !== null && /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(stated) && !/^zh/i.test(stated)
    ? stated
    : 'en';
}

function hostLabelOf(turns: readonly Turn[], lang: string): string {
  return turns.find(({ kind }) => kind === 'host')?.label ?? (/^zh\b/i.test(lang) ? '主持人' : 'Host');
}

/** Everyone with a name: the speakers, and people only known to have given a talk. */
function peopleOf(scene: Scene, talks: readonly UntitledTalk[]): readonly Person[] {
  const { cast, host } = scene;
  const others = [host, ...talks.map(({ speaker }) => speaker?.value ?? null)].filter(
    (name): name is string => name !== null && !cast.voices.has(name),
  );
  const silent = [...new Set(others)].map((name) => ({ ...SILENT, name, isHost: name === host }));
  return [...cast.voices.values(), ...silent].map((voice) => personOf(voice, scene));
}

const SILENT: Voice = {
  name: '',
  labels: new Set(),
  isNameless: false,
  isHost: false,
  org: null,
  role: null,
  said: 0,
  resembles: null,
};

function personOf(voice: Voice, scene: Scene): Person {
  const { name } = voice;
  const { bios, cast } = scene;
  const told = bios.find((bio) => bio.name === name) ?? null;
  const at = told && { first: told.line, last: told.line };
  const stated = (value: string | null, beside: string | null): Found<string> | null => {
    if (beside !== null) return { value: beside, how: 'stands beside the name', sure: 0.9, at: null };
    return value === null ? null : { value, how: 'the transcript says so', sure: 0.85, at };
  };
  const addresses = [...cast.addresses].filter(([address, who]) => who === name && address !== name);
  const head = name === scene.host ? headBio(scene) : [];
  return {
    name,
    role: stated(told?.role ?? null, voice.role),
    org: stated(told?.org ?? null, voice.org),
    bio: at ?? (head.length > 0 ? rangeOf(head) : null),
    aliases: [...new Set([...voice.labels, ...addresses.map(([address]) => address)])].filter(
      (alias) => alias !== name,
    ),
    resembles: voice.resembles,
    isNameless: voice.isNameless,
    said: voice.said,
  };
}

/** The text about the host above all speech, from the line that begins with their name. */
function headBio(scene: Scene): readonly Paragraph[] {
  const head = headAbout(scene);
  return head.slice(head.findIndex(({ text }) => text.startsWith(scene.host ?? '')));
}

/** The text above all speech, if one of its lines is about the host. */
function headAbout({ turns, host }: Scene): readonly Paragraph[] {
  const [head] = turns;
  if (!head || head.label !== null || head.part !== null || host === null) return [];
  const isShort = head.paragraphs.every(({ text }) => text.length <= LONGEST_BIO);
  return isShort && head.paragraphs.some(({ text }) => text.startsWith(host)) ? head.paragraphs : [];
}

const LONGEST_BIO = 300;

/** Speech outside talks and exchanges, by known and by unknown speakers. */
function leftOver(scene: Scene, taken: readonly LineRange[]) {
  const { turns, places, bios } = scene;
  const told = new Set([
    ...bios.filter(({ turn }) => turn.kind === 'presenter').map(({ line }) => line),
    ...headAbout(scene).map(({ line }) => line),
  ]);
  const sorted = [...taken].sort((a, b) => a.first - b.first);
  let at = 0;
  const isTaken = (line: number) => {
    while ((sorted[at]?.last ?? Number.POSITIVE_INFINITY) < line) at += 1;
    return (sorted[at]?.first ?? Number.POSITIVE_INFINITY) <= line;
  };
  const between: Paragraph[] = [];
  const ofNobody: Paragraph[] = [];
  for (const turn of turns) {
    for (const paragraph of turn.paragraphs) {
      if (!isTaken(paragraph.line) && !told.has(paragraph.line))
        (turn.label === null && !turn.isAside ? ofNobody : between).push(paragraph);
    }
  }
  return { between: consecutive(between, places), ofNobody: consecutive(ofNobody, places) };
}

function utterancesOf(
  pieces: readonly Piece[],
  scene: Scene,
  talks: readonly UntitledTalk[],
): readonly Utterance[] {
  const { turns, bios } = scene;
  // A list indexed by line: a map of half a million lines takes five times the memory.
  const speakers: SpokenTurn[] = [];
  for (const turn of turns) for (const { line } of turn.paragraphs) speakers[line] = turn;
  const told = new Set([
    ...bios.filter(({ turn }) => turn.kind === 'presenter' || turn.label === null).map(({ line }) => line),
    ...headBio(scene).map(({ line }) => line),
  ]);
  const owners: string[] = [];
  for (const { speaker, parts } of talks) {
    if (!speaker) continue;
    for (const { first, last } of parts)
      for (let line = first; line <= last; line += 1) owners[line] = speaker.value;
  }
  return pieces.map(({ line: number, text, time, kind, level }) => {
    const line = number ?? 0;
    const turn = speakers[line];
    const isBio = kind === 'speech' && told.has(line) && owners[line] === undefined;
    const isHeading = kind === 'speech' && !turn && isBareHeading(text);
    const isSpoken = kind === 'speech' && !isBio && !isHeading;
    return {
      line,
      text,
      label: turn?.label ?? null,
      speaker: isSpoken ? (owners[line] ?? turn?.speaker ?? turn?.label ?? null) : null,
      time,
      kind: isBio ? 'bio' : isHeading ? 'heading' : kind,
      level: isHeading ? 2 : level,
    };
  });
}
