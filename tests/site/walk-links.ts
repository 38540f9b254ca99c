import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Parser } from 'htmlparser2';

/**
 * Every address in the pages below a folder that leads to no file, or to no anchor of its page, as `page: address`, and
 * every file that a page would request from another server.
 */
export function brokenLinks(folder: string): readonly string[] {
  const pages = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    path.endsWith('.html'),
  );
  const known = new Map(pages.map((path) => [join(folder, path), readPage(join(folder, path))]));
  const broken: string[] = [];
  for (const [file, { links }] of known) {
    for (const { href, loads } of links) {
      if (/^(?:https?:|mailto:)/.test(href)) {
        if (loads) broken.push(`${file}: asks ${href}`);
        continue;
      }
      const [path = '', anchor] = href.split('#').map(decodeURIComponent);
      let target = path === '' ? file : join(dirname(file), path);
      if (existsSync(join(target, 'index.html'))) target = join(target, 'index.html');
      const ids = known.get(target)?.ids;
      const slides = known.get(target)?.slides ?? 0;
      const slide = Number(/^\/(\d+)(?:\?clicks=\d+)?$/.exec(anchor ?? '')?.[1] ?? 0);
      const isThere = slide > 0 ? slide <= slides : anchor === undefined || ids?.has(anchor);
      if (!existsSync(target) || !isThere) broken.push(`${file}: ${href}`);
    }
  }
  return broken;
}

interface Page {
  /** The deck that it presents. */
  readonly slides: number;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly { readonly href: string; readonly loads: boolean }[];
}

function readPage(file: string): Page {
  const ids = new Set<string>();
  const links: { href: string; loads: boolean }[] = [];
  let slides = 0;
  const parser = new Parser({
    onopentag(name, { id, href, src, poster, rel, 'data-slides': presented }) {
      if (presented !== undefined) slides = Number(presented);
      if (id !== undefined) {
        if (ids.has(id)) throw new Error(`${file} has two ${id}`);
        ids.add(id);
      }
      const isNamed = name === 'a' || rel === 'canonical';
      for (const address of [href, src, poster]) {
        if (address !== undefined) links.push({ href: address, loads: !isNamed });
      }
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return { ids, links, slides };
}
