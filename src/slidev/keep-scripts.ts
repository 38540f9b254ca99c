const VARIABLES = ['TMPDIR', 'TMP', 'TEMP'];

/**
 * Slidev's loader of TypeScript keeps what it makes of the theme's and the client's scripts in `jiti/`, in the folder
 * for temporary files that there is when it loads the first one in a process. Kept, they need no compiler next time.
 *
 * @param folder absolute, not the current one, which the loader would not take
 * @param work that loads the first one
 */
export async function keepScripts<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  for (const name of VARIABLES) process.env[name] = folder;
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
