import type { Plugin } from 'vite';

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
