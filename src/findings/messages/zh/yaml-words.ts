import type { WordsOf } from '../message.ts';
import { isQuotedList, quoted, type YAML_FINDINGS } from '../yaml-messages.ts';
import { stopped } from './phrases.ts';

export const YAML_WORDS: WordsOf<typeof YAML_FINDINGS> = {
  'front-matter-missing': () => ({
    what: '文件开头没有 front matter。',
    why: '标题、分享人等写在文件顶部，夹在两行“---”之间。',
    fix: '第一行写“---”，然后是“key: value”，最后再写一行“---”。',
  }),
  'front-matter-unclosed': () => ({
    what: '从这里开始的 front matter 没有结束。',
    why: '没有结束行，整个文件都会被当作 front matter。',
    fix: '在最后一行“key: value”下面单独写一行“---”。',
  }),
  'front-matter-language': ({ language }) => ({
    what: `front matter 不能用“${language}”写。`,
    why: '只读取 YAML，front matter 里的程序代码从不运行。',
    fix: '第一行只写“---”。',
  }),
  'yaml-syntax': ({ reason }) => ({
    what: `front matter 不是有效的 YAML：${stopped(reason)}`,
    why: '读不懂 front matter，整个文件就用不了。',
    fix: '每个字段在行首写成“key: value”；值里有冒号、“#”、引号或括号时用双引号括起来。',
  }),
  'yaml-colon': ({ key, found }) => ({
    what: `“${key}”后面要写半角冒号和普通空格${
      {
        none: '',
        wide: '；这里是全角冒号（：）',
        'no-break': '；这里是不换行空格（Mac 上按 Option+空格会打出来）',
      }[found]
    }。`,
    why: '否则 YAML 会把这一行当作普通文字。',
    fix: `写成“${key}: …”${found === 'none' ? '' : '，“check --fix”可以自动改'}。`,
  }),
  'yaml-stray': () => ({
    what: '这一行不是字段。',
    why: '顶格的每一行都要写成“name: value”；较长的值换行后要缩进。',
    fix: '如果属于上面的值，行首加两个空格；否则给它一个字段名，或者用“---”结束 front matter。',
  }),
  'yaml-unquoted': ({ text }) => ({
    what: `不加引号，YAML 读不了 ${text}。`,
    why: '冒号加空格，以及开头的引号、括号、“*”、“@”、“&”等在 YAML 里有特殊含义。',
    fix: isQuotedList(text)
      ? `有几个值就写成列表：[${text.replaceAll(/\s+(?:and|&)\s+/g, ', ')}]。`
      : `写成 ${quoted(text)}`,
  }),
  'yaml-quote': () => ({
    what: '从这里开始的引号在这一行没有闭合。',
    why: '后面的内容都会被当作这段文字。',
    fix: '在值的末尾补上同样的引号，或者删掉这个引号。',
  }),
  'yaml-indent': () => ({
    what: '这一行缩进过多。',
    why: 'YAML 会把缩进的行当作上一行的一部分。',
    fix: '字段顶格写，列表各项与第一项对齐。',
  }),
  'yaml-comment': ({ text }) => ({
    what: `${text} 在 YAML 里是注释，不属于值。`,
    why: '空格后面的“#”开始注释，幻灯片上会缺这段文字。',
    fix: '整个值用双引号括起来；或者把注释放到单独一行。',
  }),
  'yaml-tab': () => ({
    what: '缩进用了制表符。',
    why: 'YAML 的缩进只能用空格。',
    fix: '把制表符换成两个空格。',
  }),
  'duplicate-key': ({ key }) => ({
    what: `“${key}”在这里第二次出现。`,
    why: '两个值只能用一个。',
    fix: '删掉其中一个。',
  }),
};
