import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { expect, test } from 'vitest';
import { dateChanges } from '../../../src/slidev/serve/updates.ts';

const ID = '/virtual-deck.js';

/** A server of modules that exist nowhere else. */
function serveMade(load: (id: string) => string | null): Promise<ViteDevServer> {
  const made: Plugin = {
    name: 'made',
    resolveId: (id) => (id.startsWith('/virtual-') ? id : null),
    load,
  };
  return createServer({
    configFile: false,
    logLevel: 'silent',
    plugins: [made],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
}

test('what was being made of a module while it changed is not kept', async () => {
  let slides = 14;
  /** Called while the module is being loaded. */
  let meanwhile = () => {};
  const server = await serveMade((id) => {
    if (id !== ID) return null;
    const code = `export const slides = ${slides}`;
    meanwhile();
    return code;
  });
  try {
    dateChanges(server);
    const { client } = server.environments;
    const change = (count: number) => {
      slides = count;
      const module = client.moduleGraph.getModuleById(ID);
      // As Vite does: it learned of the change slightly earlier.
      if (module) client.moduleGraph.invalidateModule(module, new Set(), Date.now() - 50, true);
    };
    const served = async () => (await client.transformRequest(ID))?.code;
    expect(await served()).toContain('slides = 14');
    change(19);
    meanwhile = () => {
      meanwhile = () => {};
      change(14);
    };
    await served();
    expect(await served()).toContain('slides = 14');
  } finally {
    await server.close();
  }
});

test('a module that a page has already, and need not fetch again, keeps its address', async () => {
  const modules: Readonly<Record<string, string>> = {
    '/virtual-list.js': 'export const load = () => import("/virtual-slide.js")',
    '/virtual-slide.js': 'export { default } from "/virtual-layout.js"; import.meta.hot.accept()',
    '/virtual-layout.js': 'export { size as default } from "/virtual-size.js"; import.meta.hot.accept()',
    '/virtual-size.js': 'export const size = 40',
    '/virtual-late.js': 'import "/virtual-list.js"; import "/virtual-layout.js"; import "/virtual-size.js"',
  };
  const server = await serveMade((id) => modules[id] ?? null);
  try {
    dateChanges(server);
    const { client } = server.environments;
    for (const id of Object.keys(modules).slice(0, -1)) await client.transformRequest(id);
    const size = client.moduleGraph.getModuleById('/virtual-size.js');
    if (size) client.moduleGraph.invalidateModule(size, new Set(), 7, true);
    const late = (await client.transformRequest('/virtual-late.js'))?.code;
    const asked = [...(late?.matchAll(/"(\/virtual-[^"]+)"/g) ?? [])].map(([, url]) => url);
    expect(asked).toEqual(['/virtual-list.js', '/virtual-layout.js?t=7', '/virtual-size.js?t=7']);
  } finally {
    await server.close();
  }
});
