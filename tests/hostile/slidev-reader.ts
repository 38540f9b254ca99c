import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli';
import { NodeTypes, parse, type TemplateChildNode } from '@vue/compiler-dom';
import type { Plugin, PluginOption } from 'vite';

/** A text as read by Slidev's Markdown and Vue's parser. */
export interface Seen {
  readonly text: string;
  /** Tag names, in order. */
  readonly elements: readonly string[];
  /** Interpolations, directives, event handlers, and parser errors. */
  readonly live: readonly string[];
  /** Targets of links and images. */
  readonly targets: readonly string[];
}

export interface SlidevReader {
  /** Renders Markdown as a slide, with every feature enabled that another slide of the deck could enable. */
  slide(markdown: string): Promise<Seen>;
  /** Renders Markdown as a speaker note, which Slidev shows as HTML. */
  note(markdown: string): Promise<Seen>;
  close(): Promise<void>;
}

/** `$x$` anywhere in a deck enables KaTeX for all of it. */
const ENTRY = '---\ntheme: none\nfonts: {provider: none}\n---\n\n# $x$\n';

/** Calls Slidev's own plugins, so that the Markdown is parsed by the real thing, not by a copy. */
export async function openSlidevReader(): Promise<SlidevReader> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'slidev-reader-')));
  const entry = join(root, 'slides.md');
  await writeFile(entry, ENTRY);
  await writeFile(join(root, 'package.json'), '{"private":true,"type":"module","workspaces":[]}');
  const options = await resolveOptions({ entry }, 'build');
  const plugins = await flatten(await ViteSlidevPlugin(options));
  const transform = hook(plugins, 'unplugin-vue-markdown', 'transform');
  const load = hook(plugins, 'slidev:loader', 'load');
  const [slide] = options.data.slides;
  if (!slide) throw new Error('Slidev has not read the entry');
  return {
    slide: async (markdown) => {
      const { code } = (await transform(markdown, `${entry}__slidev_1.md`)) as { code: string };
      return see(code.slice('<template><div>'.length, code.lastIndexOf('</div></template>')), 'vue');
    },
    note: async (markdown) => {
      slide.note = markdown;
      const { code } = (await load(`${entry}__slidev_1.frontmatter`)) as { code: string };
      const base = /^ {4}\.\.\.\(([^\n]*)\),$/m.exec(code)?.[1];
      if (base === undefined) throw new Error('this version of Slidev keeps notes elsewhere');
      return see((JSON.parse(base) as { noteHTML: string }).noteHTML, 'html');
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

function see(source: string, language: 'vue' | 'html'): Seen {
  const text: string[] = [];
  const elements: string[] = [];
  const live: string[] = [];
  const targets: string[] = [];
  const visit = (node: TemplateChildNode): void => {
    if (node.type === NodeTypes.TEXT) text.push(node.content);
    if (node.type === NodeTypes.INTERPOLATION) live.push(node.loc.source);
    if (node.type !== NodeTypes.ELEMENT) return;
    elements.push(node.tag);
    for (const prop of node.props) {
      if (prop.type === NodeTypes.DIRECTIVE || /^on/i.test(prop.name)) live.push(prop.loc.source);
      else if (/^(?:href|to|src)$/.test(prop.name)) targets.push(prop.value?.content ?? '');
    }
    node.children.forEach(visit);
  };
  parse(source, {
    // Vue does not interpolate HTML that is shown with v-html.
    ...(language === 'html' ? { delimiters: ['\u0000', '\u0000'] } : {}),
    comments: false,
    onError: ({ message }) => live.push(message),
  }).children.forEach(visit);
  return { text: text.join(''), elements, live, targets };
}

async function flatten(option: PluginOption): Promise<Plugin[]> {
  const value = await option;
  if (!value) return [];
  return Array.isArray(value) ? (await Promise.all(value.map(flatten))).flat() : [value as Plugin];
}

type Hook = (...args: readonly string[]) => unknown;

function hook(plugins: readonly Plugin[], name: string, key: 'transform' | 'load'): Hook {
  const found = plugins.find((plugin) => plugin.name === name)?.[key];
  if (!found) throw new Error(`this version of Slidev has no plugin ${name}`);
  const run = (typeof found === 'function' ? found : found.handler) as Hook;
  const context = {
    error: (error: Error) => {
      throw error;
    },
  };
  return (...args) => run.call(context, ...args);
}
