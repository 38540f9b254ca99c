import leven from 'leven';
import type { Facts } from '../formats/format.ts';
import { kindOfLabel } from '../labels.ts';
import { formsOfAddress, partsOfLabel } from './names.ts';
import type { Turn } from './turns.ts';

/** A person with a name, or a label in its place. */
export interface Voice {
  readonly name: string;
  /** Spellings in the transcript. */
  readonly labels: ReadonlySet<string>;
  /** Whether the name is only a machine's label: `SPEAKER_01`. */
  readonly isNameless: boolean;
  readonly isHost: boolean;
  /** From the label or a table of attendees. */
  readonly org: string | null;
  readonly role: string | null;
  readonly said: number;
  /** A name so similar that it may be the same person. */
  readonly resembles: string | null;
}

export interface Cast {
  /** In order of first words. */
  readonly voices: ReadonlyMap<string, Voice>;
  /** The name after a label; null for labels of nobody in particular: 主持人, 观众, Q. */
  nameOf(label: string): string | null;
  /** The person after a form of address; null if none, or ambiguous. */
  meant(address: string): string | null;
  /** Forms of address that identify one person. */
  readonly addresses: ReadonlyMap<string, string>;
}

const ROLE =
  /CEO|CTO|COO|CFO|founder|engineer|director|manager|professor|VP|创始人|总监|工程师|架构师|教授|经理|总裁|合伙人|负责人/i;
/** People for whom forms of address are derived; a chat may have thousands. */
const MOST_CALLED = 300;

/** @param given names that the user assigned to labels: `SPEAKER_01` is 林晓舟 */
export function findPeople(turns: readonly Turn[], facts: Facts, given: ReadonlyMap<string, string>): Cast {
  const byAbbreviation = new Map(facts.speakers.map((one) => [one.abbreviation ?? one.name, one]));
  const labels = sizes(turns);
  const firstNames = uniqueFirstNames(
    [...labels.keys()].map((label) => given.get(label) ?? partsOfLabel(label).name),
  );
  const nameByLabel = new Map<string, string | null>();
  const voices = new Map<string, Voice>();
  for (const [label, said] of labels) {
    const parts = partsOfLabel(label);
    const listed = byAbbreviation.get(parts.name);
    const chosen = given.get(label) ?? given.get(parts.name);
    const kind = kindOfLabel(parts.name);
    const hasName = chosen !== undefined || kind === 'name' || kind === 'voice';
    const name = hasName ? (chosen ?? listed?.name ?? firstNames.get(parts.name) ?? parts.name) : null;
    nameByLabel.set(label, name);
    if (name === null) continue;
    const before = voices.get(name);
    const isRole = parts.beside !== null && ROLE.test(parts.beside);
    voices.set(name, {
      name,
      labels: new Set([...(before?.labels ?? []), label]),
      isNameless: chosen === undefined && kind === 'voice',
      isHost: parts.isHost || before?.isHost === true,
      org: before?.org ?? listed?.org ?? (isRole ? null : parts.beside),
      role: before?.role ?? (isRole ? parts.beside : null),
      said: (before?.said ?? 0) + said,
      resembles: null,
    });
  }
  const alike = withResemblances(voices);
  const addresses = addressesOf(alike);
  return {
    voices: alike,
    nameOf: (label) => nameByLabel.get(label) ?? null,
    meant: (address) => addresses.get(address) ?? null,
    addresses,
  };
}

/** Amount of speech per label, in order of first words. */
function sizes(turns: readonly Turn[]): ReadonlyMap<string, number> {
  const said = new Map<string, number>();
  for (const { label, size } of turns) if (label !== null) said.set(label, (said.get(label) ?? 0) + size);
  return said;
}

/** `Mara` is `Mara Lindqvist` if there is only one Mara. */
function uniqueFirstNames(names: readonly string[]): ReadonlyMap<string, string> {
  const full = new Map<string, Set<string>>();
  for (const name of new Set(names)) {
    const [first = '', ...others] = name.split(/\s+/);
    if (others.length > 0 && !/\d$/.test(name)) full.set(first, (full.get(first) ?? new Set()).add(name));
  }
  return new Map(
    [...full].flatMap(([first, [name = first, ...others]]) => (others.length === 0 ? [[first, name]] : [])),
  );
}

function withResemblances(voices: ReadonlyMap<string, Voice>): ReadonlyMap<string, Voice> {
  const names = [...voices.values()]
    .filter(({ isNameless }) => !isNameless)
    .map(({ name }) => name)
    .slice(0, MOST_CALLED);
  const alike = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    for (const other of names.slice(0, at)) if (isAlike(name, other)) alike.set(name, other);
  }
  return new Map(
    [...voices].map(([name, voice]) => [name, { ...voice, resembles: alike.get(name) ?? null }]),
  );
}

/** Up to two typos in a long Latin name, or a different middle character in a Chinese name of three. */
function isAlike(name: string, other: string): boolean {
  const isChinese = /\p{Script=Han}/u.test(name);
  if (isChinese)
    return (
      name.length === 3 &&
      other.length === 3 &&
      name[0] === other[0] &&
      leven(name, other) === 1 &&
      name[2] === other[2]
    );
  return (
    Math.min(name.length, other.length) >= 8 &&
    Math.max(name.length, other.length) <= 60 &&
    leven(name, other) <= 2
  );
}

function addressesOf(voices: ReadonlyMap<string, Voice>): ReadonlyMap<string, string> {
  const most = [...voices.values()].filter(({ isNameless }) => !isNameless).sort((a, b) => b.said - a.said);
  const found = new Map<string, string | null>();
  for (const { name } of most.slice(0, MOST_CALLED)) {
    for (const address of formsOfAddress(name)) {
      found.set(address, found.has(address) && found.get(address) !== name ? null : name);
    }
  }
  return new Map([...found].flatMap(([address, name]) => (name === null ? [] : [[address, name] as const])));
}
