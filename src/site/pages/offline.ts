/*
 * Has the browser keep the site for times without a network; see worker.ts. A browser that is asked to save data keeps
 * nothing, and from a folder on disk nothing needs to be kept.
 */
const root = new URL('.', (document.currentScript as HTMLScriptElement).src).href;
const { connection, serviceWorker } = navigator as Navigator & {
  connection?: { readonly saveData?: boolean };
};

if (serviceWorker && location.protocol.startsWith('http') && connection?.saveData !== true) {
  serviceWorker
    .register(`${root}worker.js`)
    .then(() => serviceWorker.ready)
    .then(({ active }) => active?.postMessage(location.href))
    // A host or a browser may refuse; all else works.
    .catch(() => {});
}

export {};
