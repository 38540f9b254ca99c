/** Variables by name, without a prototype. */
export type Environment = Readonly<Record<string, string>>;

/**
 * Variables that our own processes and the printing browser need: paths to programs, home and temporary files,
 * language, display, choice of browser.
 */
const NEEDED: readonly RegExp[] = [
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TMP|TEMP|TERM|NO_COLOR|FORCE_COLOR|CI|TALKDECK_CACHE)$/,
  /^(?:XDG_\w+|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DBUS_SESSION_BUS_ADDRESS)$/,
  /^(?:CHROME_PATH|PLAYWRIGHT_BROWSERS_PATH|FONTCONFIG_\w+|LD_LIBRARY_PATH)$/,
  // Windows, where names are case-insensitive.
  /^(?:SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|OS|USERNAME|USERPROFILE|HOMEDRIVE|HOMEPATH)$/i,
  /^(?:APPDATA|LOCALAPPDATA|ProgramData|ProgramFiles(?:\(x86\))?|ProgramW6432|NUMBER_OF_PROCESSORS|PROCESSOR_\w+)$/i,
];
/** Make Node load code or listen for a debugger. */
const OF_NODE = /^(?:NODE_(?:OPTIONS|PATH|REPL_\w+|CHANNEL_\w+)|ELECTRON_RUN_AS_NODE)$/i;

/**
 * Environment for a process that talkdeck starts. Always pass it: by default Node hands down every variable, including
 * any that got into the prototype of all objects.
 * @param own added to the needed variables, or overriding them
 */
export function childEnvironment(own: Environment = {}): Environment {
  return select((name) => NEEDED.some((pattern) => pattern.test(name)), own);
}

/** Environment for the user's own programs, such as an editor or a browser: everything except what Node obeys. */
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
