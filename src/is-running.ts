import { processMark } from './process-mark.ts';

/**
 * Whether the process of that mark (process-mark.ts) is there, of whomever, on this machine; in a container, in that.
 * Where one does not learn when a process began, any of that number is taken for it.
 */
export function isRunning(mark: string): boolean {
  const pid = Number.parseInt(mark, 10);
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = processMark(pid);
  return now === mark || !mark.includes('x') || !now.includes('x');
}
