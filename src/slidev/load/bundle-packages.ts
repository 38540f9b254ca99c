import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';

/** Several packages in one file. */
export interface PackageBundle {
  readonly code: string;
  /** Absolute paths of the bundled files. */
  readonly sources: readonly string[];
}

/** The module that imports everything else. */
const ENTRY = '\0talkdeck:entry';
/** Packages with native parts, or that load their own parts in their own way. */
const OUTSIDE =
  /^(?:vite|jiti|oxc-parser|lightningcss|esbuild|fsevents|playwright-chromium|typescript)(?:\/|$)/;
/** Slidev's MCP server, which is off in every deck that we serve. */
const NEVER_USED = /^@modelcontextprotocol\//;
/** Expressions for a module's own location, with the constant that replaces each. */
const PLACES = {
  'import.meta.url': { name: '__talkdeck_url', of: (path: string) => pathToFileURL(path).href },
  'import.meta.filename': { name: '__talkdeck_filename', of: (path: string) => path },
  'import.meta.dirname': { name: '__talkdeck_dirname', of: dirname },
  __filename: { name: '__talkdeck_filename', of: (path: string) => path },
  __dirname: { name: '__talkdeck_dirname', of: dirname },
};

/**
 * Bundles all static imports of a module into one file, which loads in less than half the time. Dynamic imports stay
 * external, and each module still sees its original location.
 *
 * @param code source of a module that imports packages and exports parts of them
 * @param importer absolute path from which packages are resolved
 * @throws what rolldown throws
 */
export async function bundlePackages(code: string, importer: string): Promise<PackageBundle> {
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'node',
    logLevel: 'silent',
    shimMissingExports: true,
    transform: {
      define: Object.fromEntries(Object.entries(PLACES).map(([asked, { name }]) => [asked, name])),
    },
    plugins: [enter(code, importer), leaveOut(), leaveOutside(), keepPlaces()],
  });
  try {
    const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
    const chunk = output.find((part): part is OutputChunk => part.type === 'chunk');
    if (!chunk) throw new Error('rolldown made no chunk');
    return { code: chunk.code, sources: chunk.moduleIds.filter((id) => !id.startsWith('\0')) };
  } finally {
    await bundle.close();
  }
}

function enter(code: string, importer: string): Plugin {
  return {
    name: 'talkdeck:enter',
    resolveId(id, from) {
      if (id === ENTRY) return id;
      return from === ENTRY ? this.resolve(id, importer) : null;
    },
    load: (id) => (id === ENTRY ? code : null),
  };
}

/** Importing anything from these modules gives `undefined`. */
function leaveOut(): Plugin {
  return {
    name: 'talkdeck:leave-out',
    resolveId: (id) => (NEVER_USED.test(id) ? `\0${id}` : null),
    load: (id) => (NEVER_USED.test(id.slice(1)) ? '' : null),
  };
}

/** Refers to external modules by absolute URL, because the bundle lies elsewhere. */
function leaveOutside(): Plugin {
  return {
    name: 'talkdeck:leave-outside',
    resolveId: {
      order: 'pre',
      async handler(id, from, { kind }) {
        if (kind !== 'dynamic-import' && !OUTSIDE.test(id)) return null;
        const found = await this.resolve(id, from, { skipSelf: true, kind });
        if (!found || found.external) return { id, external: true };
        return { id: kind === 'require-call' ? found.id : pathToFileURL(found.id).href, external: true };
      },
    },
  };
}

function keepPlaces(): Plugin {
  return {
    name: 'talkdeck:keep-places',
    transform(code, id) {
      if (id.startsWith('\0')) return null;
      const asked = Object.entries(PLACES).filter(([mention]) => code.includes(mention));
      const answers = new Map(asked.map(([, { name, of }]) => [name, of(id)]));
      if (answers.size === 0) return null;
      const lines = [...answers].map(([name, place]) => `const ${name} = ${JSON.stringify(place)};`);
      return `${lines.join(' ')} ${code}`;
    },
  };
}
