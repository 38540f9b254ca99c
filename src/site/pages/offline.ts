/*
 * Makes the browser store the site for offline use; see worker.ts. A browser set to save data stores nothing, and a
 * folder on disk needs no storing.
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
    // A host or a browser may refuse; everything else works.
    .catch(() => {});
}

export {};
