import type { FILE_FINDINGS } from '../../messages/file-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const FILE_PAGES: PageTable<typeof FILE_FINDINGS> = {
  'file-missing': {
    title: '没有 event.md',
    meaning: '`event.md` 写着活动的标题和语言，每份幻灯片都要显示。没有它，一份幻灯片也做不出来。',
  },
  'no-talks': {
    title: '既没有分享，也没有问题',
    meaning:
      '每场分享是 `content/talks/` 里的一个 Markdown 文件，各成一份幻灯片；`content/qa/` 里的问题合成一份。活动至少要有其中一种：圆桌讨论没有分享，只有分享的活动也不必有问题。',
  },
  'file-ignored': {
    title: '没有读取的文件',
    meaning:
      '摘要是 `content/event.md`、`content/talks/*.md` 和 `content/qa/*.md`，一律小写。`content/` 里放在别处、或扩展名不同的文本文件看起来像摘要，却不会成为幻灯片。草稿可以留着：文件名以 `_` 开头。这样的文件很多时，只列出二十个，并说明另外还有多少。',
  },
  'foreign-file': {
    title: 'slides/ 里有 Slidev 会运行的文件',
    meaning:
      '`slides/` 里是 talkdeck 写的东西：幻灯片、样式表、图片和字体。许多种文件只要放在幻灯片旁边，Slidev 就会运行或显示它们：`vite.config.ts`、`uno.config.ts`、`setup/`、`components/`、`layouts/`、`styles/`、`public/`、`global-top.vue`、`index.html`，以及带有设置或脚本的 `package.json`。`slides/` 会提交到仓库，所以一个 pull request 就能带进这些文件，谁用 `slidev` 打开幻灯片，它们就在谁的电脑上运行。talkdeck 自己不运行其中任何一个。要随幻灯片运行或显示的东西，请放进自己的主题 `templates/theme/`。',
  },
  'file-refused': {
    title: '不是独立文件的摘要',
    meaning:
      '摘要是 `content/` 下面的文件。指向外面的链接不会读取：否则，能添加摘要的人就能借链接让电脑上的其他文件出现在幻灯片里，或出现在构建的提示里。名字像摘要的文件夹之类也不读取。',
  },
  'file-too-large': {
    title: '作为摘要太大的文件',
    meaning:
      '摘要是一两页文字。超过 2 MB 的文件多半是误放进 `content/` 的，例如整场录音的文字记录，不会读取。超过 100 KB 的 front matter 也一样。',
  },
  'invalid-utf8': {
    title: '其他编码的文件',
    meaning:
      '文件不是以 UTF-8 保存的，ü 之类的字母，或者全部汉字，会变成错误的字符。多数编辑器会在窗口底部显示编码，并能在那里换一种编码保存。',
  },
  'invalid-file-name': {
    title: '不能给幻灯片命名的文件名',
    meaning:
      '文件名去掉开头的编号，就是幻灯片和 PDF 的名字，在各种系统上都一样。可以用字母（包括汉字）、数字、连字符、点和下划线，最多 200 字节。`qa` 留给问答幻灯片，Windows 还保留了 `con`、`aux` 等名字。',
  },
  'duplicate-slug': {
    title: '两场分享用了同一个文件名',
    meaning: '文件名前面的编号只表示顺序。两个文件只有编号不同，就会生成同名的幻灯片，一份会覆盖另一份。',
  },
};
