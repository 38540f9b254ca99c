import { CliError } from '../base/errors.ts';

/** A browser that was looked for, and why it was not taken. */
export interface TriedBrowser {
  /** A path, or the name of a package. */
  readonly name: string;
  readonly reason: string;
}

/** No browser could be started. */
export class BrowserNotFoundError extends CliError {
  override readonly name = 'BrowserNotFoundError';
  readonly tried: readonly TriedBrowser[];

  constructor(tried: readonly TriedBrowser[]) {
    const lines = tried.map(({ name, reason }) => `\n  ${name}: ${reason}`);
    super(
      `No usable Chrome, Chromium or Edge was found.${lines.length > 0 ? ` Tried:${lines.join('')}` : ''}`,
      'Install one of them, or name one with --browser PATH or the CHROME_PATH environment variable.',
    );
    this.tried = tried;
  }
}

/** The browser that the user named cannot be started. */
export class BrowserLaunchError extends CliError {
  override readonly name = 'BrowserLaunchError';
  readonly path: string;

  /** @param source how the user named it: `--browser` or `CHROME_PATH` */
  constructor(path: string, source: string, reason: string) {
    super(
      `The browser given with ${source} cannot be started: ${path} (${reason}).`,
      `Name the program of a Chrome, Chromium or Edge, or leave ${source} out: then one is looked for.`,
    );
    this.path = path;
  }
}
