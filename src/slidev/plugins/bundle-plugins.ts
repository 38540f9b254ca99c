import {
  type build,
  type ConfigEnv,
  type InlineConfig,
  loadConfigFromFile,
  mergeConfig,
  type Plugin,
  type Rollup,
} from 'vite';
import type { BundleJob } from '../job.ts';
import { borrowPackages, CLOSED, type SlidevOptions } from '../options.ts';
import { tellOwnMoves } from './tell-moves.ts';
import { FONT_FACE, hasBuiltInFonts, usedFaces } from './used-faces.ts';
import { diagramsDrawn, showDiagrams, withoutFolders, withoutServer } from './without-server.ts';

const LIST = '/@slidev/slides';
const GATHERED = '/@slidev/talkdeck-slides';
const IMPORT = /await import\('\/@slidev\/slides\/(\d+)\/md'\)/g;

/**
 * Slidev makes one chunk per slide, which a browser has to request one by one. This puts all slides into one chunk,
 * except those with a script: an error thrown while it loads must not affect the others.
 */
export function gatherSlides({ data }: SlidevOptions): Plugin {
  const isGathered = (no: number) => !/<script\b/i.test(data.slides[no - 1]?.content ?? '');
  return {
    name: 'talkdeck:gather-slides',
    enforce: 'pre',
    // Slidev's manual chunks conflict with this one.
    outputOptions: ({ manualChunks: _, ...output }) => output,
    load(id) {
      if (id !== GATHERED) return null;
      const numbers = data.slides.map((_, index) => index + 1).filter(isGathered);
      return numbers.map((no) => `export { default as slide${no} } from '${LIST}/${no}/md'`).join('\n');
    },
    transform(code, id) {
      if (id !== LIST) return null;
      let found = 0;
      const gathered = code.replaceAll(IMPORT, (own: string, no: string) => {
        found += 1;
        return isGathered(Number(no)) ? `(await import('${GATHERED}')).slide${no}` : own;
      });
      if (found !== data.slides.length) throw new Error('this version of Slidev loads slides in another way');
      return { code: gathered, map: null };
    },
  };
}

/** Placeholder that Vite replaces with file names in finished code. */
const MARK = '__VITE_';

/**
 * Text of a slide may look like one of Vite's placeholders and would be replaced. This renames placeholders in slides
 * until Vite has done its replacements.
 * @param alias a name that occurs in no text
 */
export function keepMarks(alias: string): readonly Plugin[] {
  return [
    {
      name: 'talkdeck:hide-marks',
      enforce: 'post',
      transform: (code, id) =>
        /__slidev_\d+\.|\/@slidev\//.test(id) && code.includes(MARK)
          ? { code: code.replaceAll(MARK, alias), map: null }
          : null,
    },
    {
      name: 'talkdeck:restore-marks',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler: (_, bundle) => {
          for (const file of Object.values(bundle)) {
            if (file.type === 'chunk') file.code = file.code.replaceAll(alias, MARK);
          }
        },
      },
    },
  ];
}

/** Leaves out fonts that no character of the decks needs. */
export function keepUsedFonts(job: BundleJob): Plugin {
  const isUsed = usedFaces(job);
  return {
    name: 'talkdeck:keep-used-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css(?:$|\?)/.test(id) || !code.includes('@font-face') || !hasBuiltInFonts(job.themeRoot))
        return null;
      return { code: code.replace(FONT_FACE, (face) => (isUsed(face) ? face : '')), map: null };
    },
  };
}

const UNUSED_PAGES = /\/@slidev\/client\/pages\/(?:play|404|presenter\/print)\.vue$/;

/** Adapts Slidev's client for printing, for presenting, or to work without a server. */
export function forPurpose({ purpose }: SlidevOptions): readonly Plugin[] {
  switch (purpose) {
    case 'print':
      return [printPagesOnly(), showRange(), showDiagrams()];
    case 'stage':
      return [tellOwnMoves('stage')];
    case 'file':
    case 'web':
      return [tellOwnMoves(), withoutServer(), withoutFolders(), diagramsDrawn()];
  }
}

/** Leaves out the pages that are not printed, and with them a third of Slidev's client. */
function printPagesOnly(): Plugin {
  return {
    name: 'talkdeck:print-pages-only',
    enforce: 'pre',
    load: (id) => (UNUSED_PAGES.test(id) ? '<template><div /></template>' : null),
  };
}

const CONTAINER = /\/@slidev\/client\/internals\/PrintContainer\.vue$/;
const ALL = 'const { slides, printRange } = useNav()';
const ASKED = `const { slides } = useNav()
const asked = /[?&]slides=(\\d+)-(\\d+)/.exec(location.search)
const printRange = slides.value.map(({ no }) => no)
  .filter(no => !asked || (no >= Number(asked[1]) && no <= Number(asked[2])))`;

/**
 * Lets the print page show some of the slides, `?slides=14-26`, so that several pages can share the work. Slidev's own
 * `range` is read before its router knows the URL.
 */
function showRange(): Plugin {
  return {
    name: 'talkdeck:show-range',
    enforce: 'pre',
    transform(code, id) {
      if (!CONTAINER.test(id)) return null;
      if (!code.includes(ALL))
        throw new Error('this version of Slidev lists the printed slides in another way');
      return { code: code.replace(ALL, ASKED), map: null };
    },
  };
}

const ENV: ConfigEnv = { mode: 'production', command: 'build' };

/**
 * Options common to all our builds, merged with the theme's Vite configuration, which Slidev's own commands read too.
 */
export async function baseConfig(options: SlidevOptions, outDir: string): Promise<InlineConfig> {
  const [themeRoot] = options.themeRoots;
  const theme = await loadConfigFromFile(ENV, undefined, themeRoot);
  const own: InlineConfig = {
    ...CLOSED,
    root: options.userRoot,
    plugins: themeRoot === undefined ? [] : [borrowPackages(themeRoot, options.fontFolders)],
    logLevel: 'error',
    // The site's address is unknown.
    ...(options.purpose === 'web' ? { base: './' } : {}),
    define: { __VUE_PROD_DEVTOOLS__: 'false' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      // Minifying takes longer than reading the bundle once from disk.
      minify: options.purpose === 'web',
      cssMinify: false,
      sourcemap: false,
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
  };
  return mergeConfig(theme?.config ?? {}, own);
}

/** Output of a build. */
export function builtFiles(built: Awaited<ReturnType<typeof build>>): Rollup.RollupOutput['output'] {
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output;
}
