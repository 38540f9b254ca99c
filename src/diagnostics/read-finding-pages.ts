import { readdirSync, readFileSync } from 'node:fs';
import { type FindingPage, parseFindingPage } from './finding-page.ts';

const FOLDER = new URL('../../docs/findings/', import.meta.url);

export interface FindingPages {
  readonly codes: readonly string[];
  /** @param code one of the codes */
  read(code: string): FindingPage;
}

/** The pages about findings that come with talkdeck. */
export function readFindingPages(): FindingPages {
  const codes = readdirSync(FOLDER)
    .filter((name) => /^[a-z].*\.md$/.test(name))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
  return {
    codes,
    read: (code) => parseFindingPage(code, readFileSync(new URL(`${code}.md`, FOLDER), 'utf8')),
  };
}
