/** A browser that was looked for, and why it was not taken. */
export interface TriedBrowser {
  /** A path, or the name of a package. */
  readonly name: string;
  readonly reason: string;
}

/** No browser could be started. `message` says what to do, in words for the user. */
export class BrowserNotFoundError extends Error {
  override readonly name = 'BrowserNotFoundError';
  readonly tried: readonly TriedBrowser[];

  constructor(tried: readonly TriedBrowser[]) {
    const found = tried.map(({ name, reason }) => `  ${name}: ${reason}`).join('\n');
    super(
      `No usable Chrome, Chromium or Edge was found. Install one of them, or name one with --browser PATH or the CHROME_PATH environment variable.${found && `\nTried:\n${found}`}`,
    );
    this.tried = tried;
  }
}

/** The browser that the user named cannot be started. */
export class BrowserLaunchError extends Error {
  override readonly name = 'BrowserLaunchError';
  readonly path: string;

  /** @param source how the user named it: `--browser` or `CHROME_PATH` */
  constructor(path: string, source: string, reason: string) {
    super(`The browser given with ${source} cannot be started: ${path} (${reason}).`);
    this.path = path;
  }
}
