import { textSlug } from './text-slug.ts';

/** A name that npm takes for the package of a folder, whatever the folder is called: `云上 突围` gives `yunshang-tuwei`. */
export function packageName(folder: string): string {
  // npm knows ASCII only; a name is never published, so the folder's own is good enough.
  const name = textSlug(folder)
    .replaceAll(/[^a-z\d-]+/g, '')
    .replaceAll(/^-+|-+$/g, '');
  return name === '' || RESERVED.has(name)
    ? ['my-meetup', name].filter((part) => part !== '').join('-')
    : name;
}

/** npm's own, and the package that this one depends on. */
const RESERVED: ReadonlySet<string> = new Set(['node-modules', 'nodemodules', 'favicon', 'talkdeck']);
