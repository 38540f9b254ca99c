/** A workflow command that GitHub's runner would execute, with its properties and text as the runner parses them. */
export interface ObeyedCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

const NAMES =
  'error warning notice debug group endgroup add-mask add-path echo set-env set-output save-state'.split(' ');

/**
 * Parses output as the runner does (its ActionCommand.cs and ActionCommandManager.cs). A command is a line that starts
 * with "::", or contains "##[" anywhere.
 */
export function obeyed(output: string): readonly ObeyedCommand[] {
  const found: ObeyedCommand[] = [];
  let token: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const known: readonly string[] = [...NAMES, 'stop-commands', ...(token === null ? [] : [token])];
    const command: ObeyedCommand | null = inNewForm(line, known) ?? inOldForm(line, known);
    if (!command) continue;
    if (token !== null) token = command.name === token ? null : token;
    else if (command.name === 'stop-commands') token = command.text;
    else found.push(command);
  }
  return found;
}

function inNewForm(line: string, known: readonly string[]): ObeyedCommand | null {
  const [, head = '', data = ''] = /^\s*::(.*?)::(.*)$/.exec(line) ?? [];
  return toCommand(head, ',', data, known);
}

function inOldForm(line: string, known: readonly string[]): ObeyedCommand | null {
  const [, head = '', data = ''] = /##\[(.*?)\](.*)$/.exec(line) ?? [];
  return toCommand(head, ';', data, known);
}

function toCommand(
  head: string,
  separator: string,
  data: string,
  known: readonly string[],
): ObeyedCommand | null {
  const [name = '', ...rest] = head.split(' ');
  if (!known.includes(name.toLowerCase())) return null;
  const pairs = rest
    .join(' ')
    .split(separator)
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))] as const);
  return { name: name.toLowerCase(), properties: Object.fromEntries(pairs), text: decode(data) };
}

function decode(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
