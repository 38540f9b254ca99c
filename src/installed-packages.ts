import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentDigest } from './content-digest.ts';
import { packagesFolder } from './packages-folder.ts';

const LISTS = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml'];

/** Digest of what npm says it has installed; where another program installed it, of which version of Slidev that is. */
export function installedPackages(): string {
  const packages = packagesFolder();
  const lists = LISTS.map((name) => join(packages, name));
  const manifest = join(packages, '@slidev', 'cli', 'package.json');
  return contentDigest([lists.find((path) => existsSync(path)) ?? manifest]);
}
