import { createServer, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { dateChanges } from '../../../src/slidev/serve/updates.ts';

const ID = '/virtual-deck.js';

test.each([
  ['', 0],
  [' and many others were requested', 300],
])('what was being made of a module while it changed%s is not kept', async (_, others) => {
  let slides = 14;
  /** Called while the module is being loaded. */
  let meanwhile = () => {};
  const deck: Plugin = {
    name: 'deck',
    resolveId: (id) => (id === ID ? id : null),
    load(id) {
      if (id !== ID) return null;
      const code = `export const slides = ${slides}`;
      meanwhile();
      return code;
    },
  };
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    plugins: [deck],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
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
    await Promise.allSettled(
      Array.from({ length: others }, (_, no) => client.transformRequest(`/other-${no}.js`)),
    );
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
