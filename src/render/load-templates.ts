import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_LIMITS, readFile, whyNotRead } from '../base/read-file.ts';
import { CliError } from '../cli-error.ts';
import { normalizeText } from '../content/normalize-text.ts';

/** Source by name: `speaker`, `qa`, `slides/points`, `partials/note`. */
export type TemplateSources = ReadonlyMap<string, TemplateSource>;

export interface TemplateSource {
  /** For messages. */
  readonly file: string;
  readonly text: string;
}

const EXTENSION = '.md.hbs';
const FOLDERS = ['', 'slides', 'partials'];

/**
 * Reads the templates of the folders, each over the ones before it, file by file.
 * @param folders absolute; one that does not exist is passed over
 */
export function loadTemplates(folders: readonly string[]): TemplateSources {
  const sources = new Map<string, TemplateSource>();
  for (const folder of folders) {
    for (const below of FOLDERS) {
      for (const name of listTemplates(join(folder, below))) {
        const file = join(folder, below, `${name}${EXTENSION}`);
        const key = below === '' ? name : `${below}/${name}`;
        sources.set(key, { file, text: readTemplate(file) });
      }
    }
  }
  return sources;
}

function readTemplate(file: string): string {
  const read = readFile(file, { place: 'anywhere', limit: FILE_LIMITS.template });
  if (read.state !== 'ok') throw new CliError(`Cannot read the template ${file}: ${whyNotRead(read)}`);
  return normalizeText(read.value.toString('utf8'));
}

function listTemplates(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) {
    throw new CliError(`${folder} is a file, but should be a folder of templates.`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length));
}
