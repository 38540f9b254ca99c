import type { Cast } from './people.ts';
import type { Paragraph, Turn } from './turns.ts';

/** What the transcript says about a person. */
export interface Bio {
  readonly name: string;
  readonly role: string;
  readonly org: string | null;
  readonly line: number;
  readonly turn: Turn;
}

/** A longer paragraph is speech, where a title says little about the person named next to it. */
const LONGEST = 600;

const CHINESE_ROLE =
  '(?:联合)?创始人(?:兼\\s*(?:CEO|CTO|COO|首席执行官|首席技术官|董事长))?|CEO|CTO|COO|首席(?:技术|执行|架构|科学|运营)[^，,。\\s]{0,3}|副总裁|(?:技术|产品|研发)?总监|合伙人|(?:高级|资深)?工程师|(?:首席)?架构师|教授|研究员|负责人';
/** `PingCAP联合创始人黄东旭` */
const ROLE_THEN_NAME = new RegExp(
  `(?:^|[，,。、\\n]|(?:来自|有请|欢迎|邀请|是))\\s*([^，,。、\\n]{0,24}?)(${CHINESE_ROLE})\\s*(\\p{Script=Han}{2,4})`,
  'gu',
);
/** `李浩源博士是Alluxio公司的创始人兼CEO` */
const NAME_THEN_ROLE = new RegExp(
  `(?:^|[，,。\\n])(\\p{Script=Han}{2,4}?)(?:博士|教授|老师|先生|女士)?(?:是|，|,|：|现任|，现任)\\s*([^，,。]{2,30}?)(${CHINESE_ROLE})`,
  'gu',
);
const ENGLISH_ROLE =
  '(?:(?:co-?)?founder(?: and (?:CEO|CTO))?|CEO|CTO|COO|CFO|VP(?: of \\w+)?|chief \\w+ officer|head of \\w+|(?:\\w+ )?(?:director|engineer|architect|manager|professor|scientist|researcher|president|partner))';
/** What follows a name: `, CTO of Brisk`, `is the founder of Brisk`. */
const ENGLISH_BIO = new RegExp(
  `^(?:,| is| –| -|, who is| \\()\\s*(?:the |a |an |our )?(${ENGLISH_ROLE})\\s*(?:,| at| of| from| for)\\s+(?:the )?([A-Z][\\w&.-]*(?: [A-Z][\\w&.-]*){0,3})`,
  'i',
);

const ANY_ENGLISH_ROLE = new RegExp(`\\b${ENGLISH_ROLE}\\b`, 'i');
/** Turns to search; people are introduced near the beginning. */
const MOST_TURNS = 5_000;

/** Roles of people as the transcript states them. */
export function findBios(turns: readonly Turn[], cast: Cast): readonly Bio[] {
  return turns
    .slice(0, MOST_TURNS)
    .flatMap((turn) =>
      turn.paragraphs.flatMap((paragraph) =>
        paragraph.text.length > LONGEST * 2
          ? []
          : biosIn(paragraph, cast).map((bio) => ({ ...bio, line: paragraph.line, turn })),
      ),
    );
}

function biosIn({ text }: Paragraph, cast: Cast): readonly Omit<Bio, 'line' | 'turn'>[] {
  if (!/[A-Z\p{Script=Han}]/u.test(text)) return [];
  const chinese = [
    ...[...text.matchAll(ROLE_THEN_NAME)].map(([, org = '', role = '', name = '']) => ({ org, role, name })),
    ...[...text.matchAll(NAME_THEN_ROLE)].map(([, name = '', org = '', role = '']) => ({ org, role, name })),
  ].flatMap(({ org, role, name }) => {
    const known = nameIn(name, cast);
    return known === null ? [] : [{ name: known, role: role.trim(), org: plainOrg(org) }];
  });
  return chinese.length > 0 ? chinese : englishBios(text, cast);
}

/** Drops characters matched after the name: 黄东旭曾 is 黄东旭. */
function nameIn(text: string, { voices }: Cast): string | null {
  for (let length = text.length; length >= 2; length -= 1) {
    const name = text.slice(0, length);
    if (voices.has(name)) return name;
  }
  return null;
}

function plainOrg(text: string): string | null {
  const org = text
    .replace(/^(?:今天|我们|来自|有请|欢迎|邀请|现任|是|的)+/, '')
    .replace(/(?:公司)?的?$/, '')
    .trim();
  return org === '' || /[|：:“”"]/.test(org) ? null : org;
}

function englishBios(text: string, { addresses }: Cast): readonly Omit<Bio, 'line' | 'turn'>[] {
  if (!ANY_ENGLISH_ROLE.test(text)) return [];
  const found: Omit<Bio, 'line' | 'turn'>[] = [];
  for (const [address, name] of addresses) {
    const at = text.indexOf(address);
    const [, role, org] =
      at < 0 ? [] : (ENGLISH_BIO.exec(text.slice(at + address.length, at + address.length + 120)) ?? []);
    if (role && org && !found.some((bio) => bio.name === name)) found.push({ name, role, org });
  }
  return found;
}
