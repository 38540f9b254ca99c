import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initFiles } from '../../../src/commands/scaffold/init-files.ts';
import { type NewFile, writeNewFiles } from '../../../src/commands/scaffold/new-files.ts';
import { readStarter, type StarterLang } from '../../../src/commands/scaffold/starter.ts';

export interface Begun {
  readonly root: string;
  readonly files: readonly NewFile[];
}

/** A meetup as created by init, in its own folder, which the caller removes. */
export function beginMeetup(lang: StarterLang, title: string, speaker: string): Begun {
  const starter = {
    common: readStarter('common'),
    inLanguage: readStarter(lang),
  };
  const files = initFiles(starter, { lang, title, speaker, folder: 'meetup', version: '1.2.3' }, true);
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-begin-'));
  writeNewFiles(root, files);
  return { root, files };
}
