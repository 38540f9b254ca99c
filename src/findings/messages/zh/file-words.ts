import type { FILE_FINDINGS } from '../file-messages.ts';
import type { WordsOf } from '../message.ts';

export const FILE_WORDS: WordsOf<typeof FILE_FINDINGS> = {
  'file-missing': ({ name }) => ({
    what: `缺少 ${name}。`,
    why: '活动的标题和语言写在这里，每份幻灯片都要用到。',
    fix: '新建这个文件，写上 front matter：“---”、“title: …”、“lang: zh-CN”、“---”。',
  }),
  'no-talks': ({ folder }) => ({
    what: `${folder} 里没有分享，${folder.replace(/talks$/, 'qa')} 里也没有问题。`,
    why: '每场分享是一个 Markdown 文件，各生成一份幻灯片；所有问题合成一份。',
    fix: `先写一个，例如 ${folder}/01-name.md。`,
  }),
  'file-ignored': ({ path, others }) => ({
    what: others === 0 ? `${path} 不会被读取。` : `${path} 和另外 ${others} 个文件不会被读取。`,
    why: '摘要只有 content/event.md、content/talks/*.md 和 content/qa/*.md，文件名用小写。',
    fix: '移动或改名；草稿的文件名请以“_”开头。',
  }),
  'foreign-file': ({ path, isFolder }) => ({
    what: `“${path}”不是 talkdeck 的${isFolder ? '文件夹' : '文件'}，而 Slidev 会运行或显示其中的内容。`,
    why: '用 Slidev 打开幻灯片时会运行旁边的文件，而任何人都能在 pull request 里带进来。',
    fix: '请移走。幻灯片自己需要的东西放在 templates/theme/ 里。',
  }),
  'file-refused': ({ because }) => ({
    what: {
      link: '这是一个指向 content/ 之外的链接。',
      'broken-link': '这个链接指向的文件不存在。',
      'no-file': '名字像摘要，但不是文件。',
    }[because],
    why: '摘要必须是 content/ 里的普通文件，这样就不能借它读出机器上的其他文件。',
    fix: '换成一个文本文件，或者改名。',
  }),
  'file-too-large': ({ part, bytes, limit }) => ({
    what: `${part === 'file' ? '文件' : 'front matter'}有 ${megabytes(bytes)}，上限是 ${megabytes(limit)}。`,
    why: '摘要只有一两页文字，这么大的文件多半是误放进来的。',
    fix: '移出 content/，或者只保留幻灯片要说的内容。',
  }),
  'invalid-utf8': ({ offset }) => ({
    what: `偏移 ${offset} 处的字节不是 UTF-8。`,
    why: '文件用别的编码保存，文字会变成乱码。',
    fix: '在编辑器里另存为 UTF-8。',
  }),
  'invalid-file-name': ({ slug }) => ({
    what: `“${slug}”不能用作幻灯片的名字。`,
    why: '文件名去掉序号后就是幻灯片和 PDF 的名字，要在所有系统上可用。',
    fix: '改用字母、数字和连字符，例如 02-huang-dongxu.md，不超过 200 字节；“qa”和 Windows 的设备名不能用。',
  }),
  'duplicate-slug': ({ slug, other }) => ({
    what: `两场分享都会生成幻灯片“${slug}”，另一个是 ${other}。`,
    why: '一份会覆盖另一份。',
    fix: '给其中一个文件改名。',
  }),
};

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
