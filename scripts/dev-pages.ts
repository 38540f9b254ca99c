import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build, type InlineConfig, type Rolldown } from 'vite';

/** Scripts named by pages; code that several of them use goes into files in shared/. */
const ENTRIES = [
  'home/home-page',
  'moderate/moderate-page',
  'deck/deck-page',
  'shared/events-worker',
  'shared/page-storage',
];
/** Renders pages on the server. */
const RENDERER = 'render-page';

/**
 * The pages of `talkdeck dev`, whose components are compiled here: a browser gets Vue's runtime without its compiler,
 * so that no content can become a template. Node gets the same components with Vue's renderer.
 * @param src folder of the sources, absolute
 */
export async function devPages(src: string): Promise<DevPages> {
  // Tests compile in another mode, in which Vue's development build would intercept Slidev's slide updates.
  process.env.NODE_ENV = 'production';
  const pages = join(src, 'dev/pages');
  const input = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, join(pages, `${name}.ts`)]));
  const common: InlineConfig = {
    root: pages,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [vue({ isProduction: true, features: { optionsAPI: false } })],
  };
  // A busy machine is not a problem to report.
  const checks = { bundlerTimings: false };
  const output = { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' };
  const forBrowsers = await build({
    ...common,
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: input(ENTRIES), output, checks, preserveEntrySignatures: 'exports-only' },
    },
  });
  const forNode = await build({
    ...common,
    // Both packages' builds for Node include the template compiler, and evaluate its output.
    resolve: {
      alias: [
        { find: /^vue$/, replacement: 'vue/dist/vue.runtime.esm-bundler.js' },
        {
          find: /^vue\/server-renderer$/,
          replacement: '@vue/server-renderer/dist/server-renderer.esm-bundler.js',
        },
      ],
    },
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: true,
      target: 'node20',
      rolldownOptions: { input: input([RENDERER]), output: { ...output, codeSplitting: false }, checks },
    },
  });
  const chunks = [...chunksOf(forBrowsers), ...chunksOf(forNode)];
  return {
    texts: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    modules: chunks.flatMap(({ moduleIds }) => moduleIds),
  };
}

interface DevPages {
  /** By path below dist/dev/pages/. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of their source modules. */
  readonly modules: readonly string[];
}

function chunksOf(built: Awaited<ReturnType<typeof build>>): readonly Rolldown.OutputChunk[] {
  return ([built].flat() as readonly Rolldown.RolldownOutput[]).flatMap(({ output }) =>
    output.map((part) => {
      if (part.type === 'chunk') return part;
      throw new Error(`${part.fileName} is no script: styles are in templates/dev/`);
    }),
  );
}
