import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

const TALK = `---
speaker: Ada
orgg: Acme
title: A database
takeaway: Build for a bad day.
---

## How it heals

- It runs at 40 companies. [L2]
`;
const FILES = {
  'content/event.md': '---\ntitle: Night\nlang: en\nsource: transcript.txt\n---\n',
  'content/talks/01-ada.md': TALK,
  'content/transcript.txt': 'Ada: Hello.\nAda: 40 companies run it.\n',
};

/** The configuration of docs/editors.md, with the command line of this checkout. */
function configuration(): string {
  const page = readFileSync(join(ROOT, 'docs/editors.md'), 'utf8');
  const [, lua = ''] = /Older versions, from 0\.7:\n\n```lua\n([\s\S]*?)```/.exec(page) ?? [];
  const command = JSON.stringify([process.execPath, join(ROOT, 'dist/cli.js')]).slice(1, -1);
  const own = lua.replace("'npx', 'talkdeck'", command);
  if (lua === '' || own === lua) throw new Error('docs/editors.md has no configuration for Neovim');
  return own;
}

/** Waits for diagnostics, applies the first fix, follows a citation, and prints what it saw. */
const SCRIPT = `
local function wait(what, done)
  if not vim.wait(60000, done, 50) then print('no ' .. what) vim.cmd('cquit') end
end
local function tell(word, text) io.stdout:write(word .. ' ' .. text .. '\\n') end
vim.cmd('edit content/event.md')
vim.bo.filetype = 'markdown'
vim.cmd('edit content/talks/01-ada.md')
vim.bo.filetype = 'markdown'
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
for _, each in ipairs(vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })) do
  tell('found', (each.lnum + 1) .. ' ' .. each.message:gsub('\\n.*', ''))
end
local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, each in pairs(answers) do return each.result end
end
vim.api.nvim_win_set_cursor(0, { 3, 1 })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local actions = request('textDocument/codeAction', params)
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
tell('line', vim.api.nvim_buf_get_lines(0, 2, 3, false)[1])
wait('an end of errors', function()
  return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0
end)
vim.api.nvim_win_set_cursor(0, { 10, 28 })
local places = request('textDocument/definition', vim.lsp.util.make_position_params())
local place = places[1] or places
tell('leads to', vim.fn.fnamemodify(vim.uri_to_fname(place.uri), ':t') .. ':' .. (place.range.start.line + 1))
tell('servers', tostring(#vim.lsp.get_active_clients()))
vim.cmd('qall!')
`;

const isThere = spawnSync('nvim', ['--version']).status === 0;

test.skipIf(!isThere)('Neovim reads diagnostics, applies a fix, and follows a citation', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-nvim-')));
  try {
    for (const [path, text] of Object.entries({ ...FILES, 'init.lua': configuration(), 'try.lua': SCRIPT })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const home = { XDG_STATE_HOME: root, XDG_CACHE_HOME: root, XDG_DATA_HOME: root, XDG_CONFIG_HOME: root };
    const { stdout, stderr, status } = spawnSync(
      'nvim',
      ['--headless', '--clean', '-n', '-u', 'init.lua', '-c', 'luafile try.lua'],
      { cwd: root, encoding: 'utf8', timeout: 180_000, env: { ...process.env, ...home } },
    );
    expect(stdout.trim().split('\n'), stderr).toEqual([
      'found 3 There is no field "orgg" here. Did you mean "org"?',
      'line org: Acme',
      'leads to transcript.txt:2',
      // For both files.
      'servers 1',
    ]);
    expect(status).toBe(0);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
