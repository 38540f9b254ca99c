import type { Diagnostic } from './diagnostic.ts';

/** The path of the picture that shows what a finding is about, or null. */
export function pictureOf({ args }: Diagnostic): string | null {
  return 'picture' in args ? args.picture : null;
}
