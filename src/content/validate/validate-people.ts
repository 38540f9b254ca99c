import { composed, oneLine, type Spot } from '../../base/text.ts';
import type { Result } from '../../findings/finding.ts';
import { FILE_START, type Finding, finding } from '../../findings/finding.ts';
import type { FieldPath } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { linkTarget } from '../summary/asset.ts';
import type { NamedLink, NamedPerson, Profile } from '../summary/meetup.ts';
import type { PersonFields } from './schema.ts';

interface SpeakerFields extends Omit<PersonFields, 'name' | 'links'> {
  readonly speaker: string | null;
  readonly speakers: readonly PersonFields[] | null;
}

/** Speakers of a talk: from `speaker` and its fields, or from the list `speakers`. */
export function talkSpeakers(file: ParsedFile, fields: SpeakerFields): Result<readonly Profile[]> {
  const { source, frontMatter } = file;
  const data = frontMatter.data as Readonly<Record<string, unknown>>;
  if (frontMatter.readable && 'speakers' in data && data.speakers !== null) {
    const misplaced = OF_ONE.filter((field) => (data[field] ?? null) !== null).map((field) =>
      finding(source.path, frontMatter.locate([field], 'key'), 'field-misplaced', { field }),
    );
    const people = profiles(file, 'speakers', fields.speakers ?? []);
    const none = people.value.length === 0 ? [toProfile(file, NOBODY, ['speakers'])] : [];
    return { value: [...people.value, ...none], findings: [...misplaced, ...people.findings] };
  }
  const { speaker, reading, role, org, portrait, accent } = fields;
  const own = { name: speaker ?? '', reading, role, org, portrait, accent, links: {} };
  const one = toProfile(file, own, []);
  const isMissing = frontMatter.readable && !Array.isArray(data) && (data.speaker ?? null) === null;
  return { value: [one], findings: isMissing ? [noSpeaker(file)] : [] };
}

/** The people of a list in front matter. */
export function profiles(
  file: ParsedFile,
  list: 'speakers' | 'people',
  people: readonly PersonFields[],
): Result<readonly Profile[]> {
  const value = people.map((person, index) => toProfile(file, person, [list, index]));
  const seen = new Set<string>();
  const findings = value.flatMap(({ name, at }) => {
    if (seen.has(name)) return [finding(file.source.path, at, 'duplicate-person', { name, list })];
    seen.add(name);
    return [];
  });
  return { value, findings };
}

/** The links of a group in front matter. @param path of the group */
export function namedLinks(
  { frontMatter }: ParsedFile,
  links: Readonly<Record<string, string>>,
  path: FieldPath,
): readonly NamedLink[] {
  return Object.entries(links).flatMap(([name, typed]) => {
    const target = linkTarget(typed);
    const at = frontMatter.locate([...path, name], 'value');
    return target.type === 'web' ? [{ name: oneLine(name), href: target.href, at }] : [];
  });
}

/** Reads `Mia Chen (audience)` and `观众`: people who are not speakers may be introduced where they speak. */
export function namedPerson(written: string, at: Spot): NamedPerson {
  const typed = composed(written);
  const [, name = '', role = ''] =
    /^(.*?)\s*[(\uFF08]\s*([^()\uFF08\uFF09]+?)\s*[)\uFF09]$/.exec(typed) ?? [];
  return name !== '' && isRole(role) ? { name, role, typed, at } : { name: typed, role: null, typed, at };
}

/** Whether it stands for unnamed people in the audience: `The audience`, `观众 A`. */
export function isAudience(name: string): boolean {
  const folded = fold(name)
    .replace(/^the /, '')
    .replace(/ member\b/, '');
  return AUDIENCE.has(folded.replace(WHICH_ONE, ''));
}

/** Which of them: `audience 2`, `观众 A`, `观众甲`. */
const WHICH_ONE = /(?:\s+|(?<=\p{Script=Han}))(?:[a-z]|\d{1,2}|[\u7532\u4E59\u4E19\u4E01])$/u;

/** Fields that belong to `speaker`. */
const OF_ONE = ['speaker', 'reading', 'role', 'org', 'portrait', 'accent'] as const;
const NOBODY: PersonFields = {
  name: '',
  reading: null,
  role: null,
  org: null,
  portrait: null,
  accent: null,
  links: {},
};

/** Words for people in the audience, in the languages of decks. */
const AUDIENCE: ReadonlySet<string> = new Set(
  [
    'audience, listener, attendee, 观众, 听众, 现场观众, 線上觀眾, 觀眾, 聽眾, 現場觀眾, 线上观众, 会場, 参加者, 聴衆, 観客',
    '청중, 관객, 참가자, publikum, zuhörer, zuhörerin, zuschauer, zuschauerin, teilnehmer, teilnehmerin',
    'public, auditeur, auditrice, participant, participante, público, asistente, plateia, ouvinte, participante',
  ].flatMap((words) => words.split(', ')),
);

/** Words for others on stage. */
const GUESTS: ReadonlySet<string> = new Set(
  [
    'guest, panellist, panelist, moderator, host, co-host, organiser, organizer, 嘉宾, 嘉賓, 主持人, 主持, 主办方, 主辦方, 点评人',
    'ゲスト, パネリスト, 司会, 司会者, 主催者, 게스트, 패널, 사회자, 주최자, gast, podiumsgast, moderatorin, veranstalter',
    'invité, invitée, modérateur, modératrice, intervenant, intervenante, organisateur, organisatrice',
    'invitado, invitada, panelista, moderador, moderadora, organizador, organizadora, convidado, convidada, mediador, mediadora',
  ].flatMap((words) => words.split(', ')),
);

function isRole(word: string): boolean {
  return isAudience(word) || GUESTS.has(fold(word));
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function noSpeaker({ source, frontMatter }: ParsedFile): Finding {
  const isThere = 'speaker' in (frontMatter.data as object);
  return isThere
    ? finding(source.path, frontMatter.locate(['speaker'], 'key'), 'empty-field', { field: 'speaker' })
    : finding(source.path, { ...FILE_START, length: 3 }, 'missing-field', {
        field: 'speaker',
        example: 'Ada',
      });
}

/** @param path of the fields: empty at the top level, where the name is `speaker` */
function toProfile(file: ParsedFile, fields: PersonFields, path: FieldPath): Profile {
  const { frontMatter } = file;
  const { name, reading, role, org, portrait, accent } = fields;
  const at = (field: string) => frontMatter.locate([...path, field], 'value');
  const isGroup = path.length === 0 || frontMatter.has([...path, 'name']);
  const atName = path.length === 0 ? at('speaker') : isGroup ? at('name') : frontMatter.locate(path, 'value');
  return {
    name,
    at: atName,
    reading,
    role,
    org,
    texts: [
      { field: 'name', text: name, at: atName },
      ...(role === null ? [] : [{ field: 'role', text: role, at: at('role') } as const]),
      ...(org === null ? [] : [{ field: 'org', text: org, at: at('org') } as const]),
    ],
    portrait: portrait === null ? null : { ref: { src: portrait, alt: name }, at: at('portrait') },
    accent: accent === null ? null : { field: 'accent', color: accent, at: at('accent') },
    links: namedLinks(file, fields.links, [...path, 'links']),
  };
}
