import { finding } from '../../findings/finding.ts';
import type { SummaryAdvice } from './advice-rule.ts';

/** Separators of people's names. A comma may also be part of a name: "Moreno, Ada", "Ada Moreno, Jr.". */
const BETWEEN = /\s*[\u3001\uFF0C\uFF06;\uFF1B]\s*|\s+(?:&|\+|\/|and|und|et)\s+|,\s*(?:and|&)\s+/u;
/** Chinese names are written next to each other without spaces. */
const AND_IN_CHINESE = /(?<=^\p{Script=Han}{2,4})\s*[\u548C\u4E0E\u53CA/]\s*(?=\p{Script=Han}{2,4}$)/u;

/** `speaker: Ada & Ben` is one person to us, and two to its author. */
export const joinedNames: SummaryAdvice = (talk) => {
  if (!('speakers' in talk)) return [];
  const { source, speakers } = talk;
  const [speaker, ...others] = speakers;
  if (!speaker || others.length > 0) return [];
  const { name, at } = speaker;
  const names = partsOf(name);
  return names.length < 2 ? [] : [finding(source.path, at, 'joined-names', { text: name, names })];
};

function partsOf(name: string): readonly string[] {
  const parts = name.split(BETWEEN).flatMap((part) => part.split(AND_IN_CHINESE));
  const listed = parts.flatMap((part) => part.split(/\s*,\s*/));
  // If only commas separate them, they are people if each has two words.
  const isList = parts.length > 1 || listed.every((part) => /\S\s+\S/.test(part));
  return (isList ? listed : parts).filter((part) => part !== '');
}
