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

const LIST = '/@slidev/slides';
const GATHERED = '/@slidev/talkdeck-slides';
const IMPORT = /await import\('\/@slidev\/slides\/(\d+)\/md'\)/g;

/**
 * Slidev makes a chunk of each slide, which a browser has to ask for one by one. Here they all are one chunk.
 * A slide with a script stays apart: what the script throws while it loads must not cost the others.
 */
export function gatherSlides({ data }: SlidevOptions): Plugin {
  const isGathered = (no: number) => !/<script\b/i.test(data.slides[no - 1]?.content ?? '');
  return {
    name: 'talkdeck:gather-slides',
    enforce: 'pre',
    // Slidev's own chunks do not go together with ours.
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

/** What Vite looks for in finished code, to put the names of files in its place. */
const MARK = '__VITE_';

/**
 * A text may look like one of Vite's own marks, and Vite would take it for one. In slides the marks go
 * by another name until Vite has looked.
 * @param alias a name that no text has
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

/** Leaves out of a bundle the fonts that no character of its decks is set in. */
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

/** What makes Slidev's client one that prints, or one that presents. */
export function forPurpose({ purpose }: SlidevOptions): readonly Plugin[] {
  return purpose === 'print' ? [printPagesOnly(), showRange()] : [tellOwnMoves()];
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
 * Lets the print page show a part of the slides, `?slides=14-26`, so that several pages share the work. Slidev's own
 * `range` is read before its router knows the address.
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

/** The theme's Vite configuration, which Slidev's own commands read too, and what all our builds have in common. */
export async function baseConfig(options: SlidevOptions, outDir: string): Promise<InlineConfig> {
  const [themeRoot] = options.themeRoots;
  const theme = await loadConfigFromFile(ENV, undefined, themeRoot);
  const own: InlineConfig = {
    ...CLOSED,
    root: options.userRoot,
    plugins: themeRoot === undefined ? [] : [borrowPackages(themeRoot, options.fontFolders)],
    logLevel: 'error',
    define: { __VUE_PROD_DEVTOOLS__: 'false' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      // The bundle is read once, from the disk: making it small takes longer than reading it.
      minify: false,
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

/** What a build wrote. */
export function builtFiles(built: Awaited<ReturnType<typeof build>>): Rollup.RollupOutput['output'] {
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output;
}
