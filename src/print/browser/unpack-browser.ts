import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { childEnvironment } from '../../base/child-environment.ts';
import { CliError, wording } from '../../base/errors.ts';
import { type Bounds, keepFolder, ownFolder, sharedFolder, touch, trimFolder } from '../../base/store.ts';

const run = promisify(execFile);

/** For several installations; each takes 190 MB. */
const BROWSERS: Bounds = { entries: 2, most: 4 };

/** Unpacks everything into the folder in TMPDIR; the first argument is the package's entry. */
const UNPACK = `
const { default: chromium } = await import(process.argv[1])
await chromium.executablePath()
`;

/**
 * Unpacks the browser from npm (@sparticuz/chromium) into the user's cache, once per version: about 3 s and 190 MB. The
 * package itself unpacks into the shared temporary folder, where an interrupted run leaves half a browser and anybody
 * could put another one; hence a process with a private folder.
 *
 * `env` is what the browser needs on a bare machine: the package's libraries if the system has no NSS, and its font
 * configuration if the system has none.
 *
 * @throws if the package is not installed, or cannot be unpacked.
 */
export async function unpackBrowser(
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ path: string; env: Record<string, string> }> {
  const entry = locatePackage();
  const root = join(dirname(entry), '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheFolder(env), `chromium-${version}`);
  if (!existsSync(folder)) {
    await unpack(entry, folder);
    trimFolder(dirname(folder), BROWSERS);
  }
  touch(folder);
  const path = join(folder, 'chromium');
  return { path, env: { ...(await libraries(path, folder, env)), ...fonts(folder, env) } };
}

function locatePackage(): string {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    throw new CliError(wording`not installed`);
  }
}

/** Code is run from there, so it must belong to this user alone. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  const kept = sharedFolder('browser', env);
  if (kept !== null) return kept;
  // If the home folder is not writable, as in some containers, each user unpacks it again after each boot.
  const folder = join(tmpdir(), `talkdeck-cache-${process.getuid?.() ?? 0}`);
  const own = ownFolder(folder);
  if (own === null) throw new CliError(wording`${folder} cannot be made`);
  if ('problem' in own) throw new CliError(wording`${own.problem}`);
  return own.path;
}

function unpack(entry: string, folder: string): Promise<string> {
  const make = async (unfinished: string) => {
    const script = ['--input-type=module', '--eval', UNPACK, pathToFileURL(entry).href];
    // With this variable the package also unpacks libraries that a bare Linux lacks.
    const lambda = childEnvironment({ TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
    await run(process.execPath, script, { env: lambda, timeout: 120_000 });
    await writeFile(
      join(unfinished, 'fonts.conf'),
      `<?xml version="1.0"?>\n<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
    );
  };
  // Another run's copy will do.
  return keepFolder(dirname(folder), basename(folder), make, async (kept) => existsSync(kept));
}

/** Only a machine that lacks libraries uses the package's: they are older than most systems'. */
async function libraries(
  path: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Record<string, string>> {
  try {
    await run(path, ['--version'], { env: childEnvironment(), timeout: 20_000 });
    return {};
  } catch (error) {
    if (!/shared librar/.test(String((error as { stderr?: string }).stderr))) throw error;
    const own = join(folder, 'al2023', 'lib');
    return { LD_LIBRARY_PATH: env.LD_LIBRARY_PATH ? `${own}:${env.LD_LIBRARY_PATH}` : own };
  }
}

function fonts(folder: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const configured = env.FONTCONFIG_PATH || env.FONTCONFIG_FILE || existsSync('/etc/fonts/fonts.conf');
  return configured ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}
