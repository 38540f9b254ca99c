import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../base/child-environment.ts';
import { CliError } from '../cli-error.ts';
import type { Project } from '../project.ts';

/** The last characters of what an export says that are shown. */
const OUTPUT_TAIL = 4_000;

/**
 * The PDF of a deck, or of the whole meetup, as `talkdeck export` makes it; at once where nothing has changed.
 * @param slug null for the whole meetup
 * @param file name of the PDF
 * @throws CliError with what the export says is wrong
 */
export async function makePdf(
  project: Project,
  slug: string | null,
  file: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const cli = fileURLToPath(import.meta.resolve('../cli.js'));
  const args = [
    cli,
    'export',
    ...(slug === null ? [] : [slug]),
    '--root',
    project.root,
    '--quiet',
    '--no-color',
  ];
  const child = spawn(process.execPath, args, {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  let output = '';
  // A character may come in two pieces.
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (chunk: string) => {
    output = (output + chunk).slice(-OUTPUT_TAIL);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new CliError(output.trim() || 'The export failed.');
  return readFile(join(project.outFolder, 'pdf', file));
}
