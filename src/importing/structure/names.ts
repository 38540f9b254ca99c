import { kindOfLabel } from '../labels.ts';

/** The parts of a label: `主持人（刘天栋）`, `Tullio | Erigon`, `陈以安(轻舟科技)`, `Lindqvist, Mara`. */
export interface LabelParts {
  readonly name: string;
  readonly isHost: boolean;
  /** What is next to the name: a company, a nickname, a role. */
  readonly beside: string | null;
}

const BRACKETS = /^(.+?)\s*[（(]([^（()）]*)[)）]\s*$/;

export function partsOfLabel(label: string): LabelParts {
  const [, before = '', within = ''] = BRACKETS.exec(label) ?? [];
  if (before !== '') {
    if (kindOfLabel(before) === 'host' && within !== '')
      return { name: plainName(within), isHost: true, beside: null };
    if (kindOfLabel(within) === 'host') return { name: plainName(before), isHost: true, beside: null };
    const isGuest = /^(?:guest|external|unverified|外部|来宾|访客|You)$/i.test(within);
    return { name: plainName(before), isHost: false, beside: isGuest || within === '' ? null : within };
  }
  const [, hosting] = /^(?:主持人|Host|Moderator)\s+(.+)$/i.exec(label) ?? [];
  if (hosting !== undefined) return { name: plainName(hosting), isHost: true, beside: null };
  const [name = '', beside = ''] = label.split(/\s*[|｜]\s*/);
  return { name: plainName(name || label), isHost: false, beside: beside || null };
}

/** `Lindqvist, Mara` and `MARA LINDQVIST` in usual order and case. */
function plainName(name: string): string {
  const [, last = '', first = ''] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  const ordered = first === '' || /\p{Script=Han}/u.test(name) ? name : `${first} ${last}`;
  if (!/^\p{Lu}[\p{Lu}'.-]+(?: \p{Lu}[\p{Lu}'.-]*)+$/u.test(ordered)) return ordered.trim();
  return ordered.replaceAll(/\p{Lu}+/gu, (word) => `${word[0] ?? ''}${word.slice(1).toLowerCase()}`);
}

const CHINESE_NAME = /^\p{Script=Han}{2,4}$/u;
/** Common two-character surnames. */
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|歐陽|諸葛)/;

/** Forms of address for a person: 季昕华 is 老季, 小季, 季总, 昕华; Ada Lovelace is Ada. The name itself comes first. */
export function formsOfAddress(name: string): readonly string[] {
  if (CHINESE_NAME.test(name)) {
    const length = COMPOUND.test(name) && [...name].length > 2 ? 2 : 1;
    const surname = name.slice(0, length);
    const given = name.slice(length);
    return [
      name,
      ...['老', '小', '阿'].map((before) => before + surname),
      ...['总', '老师', '博士', '教授', '先生', '女士', '工'].map((behind) => surname + behind),
      ...(given.length >= 2 ? [given, `${given}总`, `${given}老师`] : []),
    ];
  }
  const [first = ''] = name.split(/\s+/);
  return first !== name && first.length > 2 && !/\p{Script=Han}/u.test(name) ? [name, first] : [name];
}
