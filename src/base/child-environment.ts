/** Variables by their names, without a prototype. */
export type Environment = Readonly<Record<string, string>>;

/**
 * What a program of ours, or the browser that prints, needs of the user's variables: where programs, the home and
 * temporary files are, the language, the display, and which browser to take.
 */
const NEEDED: readonly RegExp[] = [
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TMP|TEMP|TERM|NO_COLOR|FORCE_COLOR|CI|TALKDECK_CACHE)$/,
  /^(?:XDG_\w+|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DBUS_SESSION_BUS_ADDRESS)$/,
  /^(?:CHROME_PATH|PLAYWRIGHT_BROWSERS_PATH|FONTCONFIG_\w+|LD_LIBRARY_PATH)$/,
  // Windows; names there have no case.
  /^(?:SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|OS|USERNAME|USERPROFILE|HOMEDRIVE|HOMEPATH)$/i,
  /^(?:APPDATA|LOCALAPPDATA|ProgramData|ProgramFiles(?:\(x86\))?|ProgramW6432|NUMBER_OF_PROCESSORS|PROCESSOR_\w+)$/i,
];
/** Tell Node to load code, or to listen for a debugger. */
const OF_NODE = /^(?:NODE_(?:OPTIONS|PATH|REPL_\w+|CHANNEL_\w+)|ELECTRON_RUN_AS_NODE)$/i;

/**
 * The variables for a process that talkdeck starts. Given to every one: without it Node hands down all there are, and
 * with them what somebody may have got into the prototype of all objects.
 * @param own beside what is needed, or instead of it
 */
export function childEnvironment(own: Environment = {}): Environment {
  return select((name) => NEEDED.some((pattern) => pattern.test(name)), own);
}

/** The variables for the user's own programs, an editor or a browser to look with: all but those that Node obeys. */
export function desktopEnvironment(): Environment {
  return select((name) => !OF_NODE.test(name), {});
}

function select(isWanted: (name: string) => boolean, own: Environment): Environment {
  const selected: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && isWanted(name)) selected[name] = value;
  for (const [name, value] of Object.entries(own)) selected[name] = value;
  return selected;
}
