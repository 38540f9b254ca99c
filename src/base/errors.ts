/**
 * The environment keeps the command from running: no browser, no content folder, a broken template.
 * Shown as message and hint, without a stack, with exit code 2.
 */
export class CliError extends Error {
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CliError';
    this.hint = hint;
  }
}
