import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { smallFolder } from '../small-folder.ts';

/** Files below content/; null omits one of the default ones. */
export type ContentOverrides = Readonly<Record<string, string | Uint8Array | null>>;

export const EVENT = '---\ntitle: 三人谈\nlang: zh-CN\nhost: 刘超\n---\n';
export const TALK_HEAD = '---\nspeaker: 黄东旭\ntitle: 开源数据库\ntakeaway: 别怕和巨头交手\n---\n';
export const TALK = `${TALK_HEAD}\n## 对手是谁\n\n- 想把公司做大\n`;
const EXCHANGE = '---\nquestion: 怎么起步\naskedBy: 观众\ntopic: 创业\n---\n\n### 黄东旭\n\n- 先做产品\n';

/** A small valid meetup in a temporary folder, with some files overridden. */
export function tempMeetup(overrides: ContentOverrides = {}): { readonly root: string } & Disposable {
  const root = smallFolder('talkdeck-content-');
  const files = { 'event.md': EVENT, 'talks/01-huang.md': TALK, 'qa/01-start.md': EXCHANGE, ...overrides };
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), content);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

export function check(root: string): readonly Finding[] {
  return compile(openProject(root)).findings;
}

/** The findings of a meetup with these files, each formatted as `talks/01-huang.md:3:8 code`. */
export function findingsOf(overrides: ContentOverrides): readonly string[] {
  using meetup = tempMeetup(overrides);
  return check(meetup.root).map(place);
}

/** The findings of a talk with this body, which starts on line 6 of the file. */
export function bodyFindings(body: string): readonly string[] {
  return findingsOf({ 'talks/01-huang.md': TALK_HEAD + body }).map((finding) =>
    finding.replace('talks/01-huang.md:', ''),
  );
}

export function place({ file, at, code }: Finding): string {
  return `${file.replace(/^content\//, '')}:${at.line}:${at.column} ${code}`;
}
