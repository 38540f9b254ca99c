import { readFileSync } from 'node:fs';

/**
 * What a process puts into the names of files that another may have to remove: its number and, on Linux, where numbers
 * are soon in use again, when it began: `4711` or `4711x1n9d`.
 */
export function processMark(pid: number = process.pid): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // proc_pid_stat(5): the second field, a name in parentheses, may hold anything; the 22nd is when it began, in ticks
    // since the system did.
    const began = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isSafeInteger(began) ? `${pid}x${began.toString(36)}` : `${pid}`;
  } catch {
    return `${pid}`;
  }
}
