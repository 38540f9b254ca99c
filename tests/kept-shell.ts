import { tmpdir } from 'node:os';
import { shellFolder } from '../src/slidev/shell-folder.ts';

/** Where exports keep the shell, too: for tests that are not about how one is built. */
export const KEPT_SHELL = shellFolder(tmpdir());
