import { CliError } from '../base/errors.ts';

/** The theme, or Slidev itself, failed: no slide in particular is to blame. */
export class BundleError extends CliError {
  override readonly name = 'BundleError';
}
