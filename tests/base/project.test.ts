import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';

const INSTALLED = join('node_modules', 'talkdeck', 'templates', 'theme');

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-project-')));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the theme that a deck names', () => {
  it("is the folder's own, where there is one", () => {
    mkdirSync(join(folder, 'templates', 'theme'), { recursive: true });
    writeFileSync(join(folder, 'templates', 'theme', 'package.json'), '{}');
    const { theme, themeFolder } = openProject(folder);
    expect([theme, themeFolder]).toEqual(['../templates/theme', join(folder, 'templates', 'theme')]);
  });

  it('is that of the talkdeck installed in the folder, or nearest above', () => {
    mkdirSync(join(folder, INSTALLED), { recursive: true });
    mkdirSync(join(folder, 'meetups', 'one'), { recursive: true });
    expect(openProject(folder).theme).toBe('../node_modules/talkdeck/templates/theme');
    expect(openProject(join(folder, 'meetups', 'one')).theme).toBe(
      '../../../node_modules/talkdeck/templates/theme',
    );
  });

  it('is that of a talkdeck to be installed, where none is', () => {
    expect(openProject(folder).theme).toBe('../node_modules/talkdeck/templates/theme');
  });
});
