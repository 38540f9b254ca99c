import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '../../../src/findings/finding.ts';
import { guardGithub, reportGithub } from '../../../src/findings/report/github.ts';
import { wordFindings } from '../../../src/findings/report/json.ts';
import { obeyed } from '../../cli/github-runner.ts';

const report = (...findings: readonly Finding[]): string =>
  reportGithub(wordFindings(findings), (file) => `meetup/${file}`);

describe('annotations for GitHub', () => {
  it('name file, place and code; the message is what, why and what to write', () => {
    expect(
      report(
        finding('content/event.md', { line: 3, column: 7, length: 4 }, 'invalid-lang', { value: 'zh_CN' }),
      ),
    ).toBe(
      '::error file=meetup/content/event.md,line=3,endLine=3,col=7,endColumn=10,title=invalid-lang::' +
        `"zh_CN" is not a language tag.%0AIt determines line breaks, fonts and the deck's own words.%0A` +
        'Write "zh-CN", "en" or another tag such as "ja".\n',
    );
  });

  it('a place without length is one column wide', () => {
    const at = { line: 1, column: 1, length: 0 };
    expect(report(finding('content/event.md', at, 'yaml-tab', {}))).toContain(',col=1,endColumn=1,');
  });

  it('there is a line for each, as GitHub calls its severity', () => {
    const at = { line: 1, column: 1, length: 1 };
    const findings = [
      finding('a.md', at, 'yaml-tab', {}),
      finding('b.md', at, 'notes-as-text', { name: 'notes', text: 'Note:' }),
      finding('c.md', at, 'citations-unchecked', { source: 'gone.txt', count: 1 }),
    ];
    expect(report(...findings).match(/^::\w+ file=meetup\/\w/gm)).toEqual([
      '::error file=meetup/a',
      '::warning file=meetup/b',
      '::notice file=meetup/c',
    ]);
    expect(report()).toBe('');
  });

  it.each([
    'a,line=9',
    'a::b',
    'a%0A::error::b',
    '100%',
    'a\r\n::error::b',
    '::error::b',
    '##[error]b',
    'a,b=c;d]',
  ])('says %j and nothing else', (text) => {
    const one = finding(`${text}.md`, { line: 1, column: 1, length: 1 }, 'image-missing', { src: text });
    const [command, ...others] = obeyed(report(one));
    expect(others).toEqual([]);
    expect(command?.name).toBe('error');
    expect(command?.properties).toEqual({
      file: `meetup/${text}.md`,
      line: '1',
      endLine: '1',
      col: '1',
      endColumn: '1',
      title: 'image-missing',
    });
    expect(command?.text).toMatch(
      new RegExp(`^There is no image ${literally(text.replaceAll(/[\r\n]/g, ' '))}\\.\n`),
    );
  });
});

describe('a guarded text', () => {
  const HOSTILE = '::error::a\ntext ##[error]b\n::stop-commands::c\n::c::\n::error::d\n';

  it('has no command that GitHub obeys, and those behind it are obeyed again', () => {
    expect(obeyed(HOSTILE)).not.toEqual([]);
    expect(obeyed(guardGithub(HOSTILE, 'token'))).toEqual([]);
    expect(obeyed(`${guardGithub(HOSTILE, 'token')}::notice::after`)).toMatchObject([{ text: 'after' }]);
  });

  it('stays as it is', () => {
    expect(guardGithub('a ##[b]\n', 'token')).toBe('::stop-commands::token\na ##[b]\n::token::\n');
  });
});

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
