/**
 * Text that GitHub prints and nothing else. Its runner takes a line that begins with "::", or holds "##[" anywhere,
 * for a command, and a code frame shows what somebody wrote.
 * @param token what nobody can guess; it ends the time in which no command is obeyed
 */
export function guardGithub(text: string, token: string): string {
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}
