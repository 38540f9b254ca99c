import type { MARKUP_FINDINGS } from '../../messages/markup-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const MARKUP_PAGES: PageTable<typeof MARKUP_FINDINGS> = {
  'empty-body': {
    title: 'front matter 下面没有内容的问题',
    meaning:
      '回答写在 front matter 下面，放在回答人的名字之下。分享可以只有 front matter：那样就只有封面和结论两页，像闪电演讲。',
  },
  'text-before-section': {
    title: '第一个标题之前的文字',
    meaning:
      '回答属于上面标题里的人，event.md 的一页属于它的标题。第一个标题之前的文字不属于任何一个。在分享里，这样的文字会成为开场页，用分享的标题。',
  },
  'heading-level': {
    title: '级别不对的标题',
    meaning:
      '在分享里，各级标题都可以：节从出现的最浅一级开始，在它之前的标题也各成一节，更深的是页内小标题。在 event.md 里，节以两个井号开始；问题的回答以三个井号开始。一个井号只用于 event.md 的一个标题：`# Closing` 或 `# 结束`，它开始活动的结束部分。',
  },
  'empty-heading': {
    title: '没有文字的标题',
    meaning: '标题是这一页的题目，也显示在目录里。只有井号，这一页就没有题目。',
  },
  'footnote-unshown': {
    title: '哪一页都不显示的脚注',
    meaning:
      '脚注显示在标记 `[^1]` 所在那一页的底部。写内容的 `[^1]: ...` 那一行可以放在文件的任何地方，内容是一段文字。没有标记，或用了别的脚注的名称，它就会丢失。',
  },
  'formula-malformed': {
    title: '无法排版的公式',
    meaning:
      '文字里的 `$x^2$` 和单独成行的 `$$...$$` 是 TeX 公式，在生成幻灯片时由 KaTeX 排版。除显示之外还会做别的事的命令不能用：`\\href`、`\\url`、`\\includegraphics`、`\\htmlClass` 等。金额不是公式：`$5 and $10` 是文字。',
  },
  'formula-too-wide': {
    title: '比页面还宽的公式',
    meaning:
      '有用时公式会缩小字号，并在 TeX 允许的地方换行：文字里的公式在 `=`、`+` 等符号后面换行，独立的公式只在作者写明的地方换行。',
  },
  'highlight-outside': {
    title: '要突出的代码行不存在',
    meaning:
      '` ```ts {2,5} ` 突出代码的第二行和第五行；` ```ts {1|3-4} ` 先突出第一行，点击之后突出第三、四行。写了 `{startLine:5}` 时，第一行是第 5 行。',
  },
  'empty-section': {
    title: '没有内容的一节',
    meaning:
      '标题后面的类型要有东西可显示，下面却什么都没有，或只有演讲备注；或者它是一个没有人说话的回答。\n\n在分享和 `event.md` 里，单独的标题自成一页：分隔页，例如“第二部分”或“提问时间”。它不需要类型；请删掉写在那里的类型。',
  },
  'empty-part': {
    title: '没有文字的列表项、代码块或引用',
    meaning:
      '这里开始了一样东西，里面却什么都没有：幻灯片上会只有一个圆点、一个灰框，或空白旁边的一条线。单独的引注也不算内容。多半是后面本该有一行，或者多出了一个符号。',
  },
  'unknown-kind': {
    title: '不存在的页面类型',
    meaning:
      '标题后面 `{.word}` 里的词说明这一节怎样显示：`points`、`steps`、`text`、`table`、`bars`、`line`、`columns-chart`、`stacks`、`timeline`、`stats`、`quote`、`figure`、`code`、`diagram` 或 `divider` 等。多数时候可以不写，由 Markdown 决定。',
  },
  'kind-mismatch': {
    title: '内容与类型不符的一节',
    meaning:
      '标题后面的类型需要特定的 Markdown：bars 要表格，steps 要有序列表，quote 要引用。这里写的是别的，没法按这种类型显示。',
  },
  'unknown-option': {
    title: '类型没有这个选项',
    meaning:
      '花括号里的第二个词不会起作用。有选项的类型不多：`{.bars .log}`、`{.line .log}` 和 `{.columns-chart .log}` 用对数刻度，适合相差一百倍以上的数字；`{.beside .left}`，或简写 `{.left}`，说明图片在文字的哪一边。',
  },
  'log-of-zero': {
    title: '对数刻度上的零',
    meaning: '对数刻度上每一步是前一步的十倍，永远到不了零，所以这一行没有位置。请去掉这一行，或用普通刻度。',
  },
  'marker-misplaced': {
    title: '写在不成页的标题上的类型',
    meaning:
      '只有分享或 `event.md` 里两个井号的标题才会成为某种类型的页面。写在更小的标题上，或写在回答人的名字后面，`{.kind}` 不起作用。',
  },
  'not-a-number': {
    title: '长度不是数字的条形',
    meaning:
      '图表按表格里的数字来画。单元格里带单位就成了文字，整列相同的百分号或货币符号除外；单位请写在列标题里。范围或日期没有单一的长度。',
  },
  'ambiguous-number': {
    title: '可能是千位，也可能是小数',
    meaning:
      '图表的数字按整列和活动的语言来读：在德语里，`1.200` 是一千二百。如果按这种语言读出三位小数，而旁边的数字都没有小数，那么也许本来是千位分隔，条形就会短一千倍。',
  },
  'unclosed-comment': {
    title: '没有闭合的演讲备注',
    meaning: '演讲备注写在 `<!--` 和 `-->` 之间。没有结尾，下面的内容都会成为备注，从幻灯片上消失。',
  },
  'unclosed-fence': {
    title: '没有闭合的代码块',
    meaning: '一段代码写在两行三个反引号之间。没有第二行，后面的内容都会显示为代码。',
  },
  'markup-malformed': {
    title: '差一点就是 Markdown 的文字',
    meaning:
      '这里看着像列表、标题、粗体之类，但缺了空格，或空格是不换行空格（在 Mac 上按 Option 加空格键会打出它）；或符号是中文输入法的全角符号；或链接地址里有空格。它会原样显示在幻灯片上。以其他符号开头的行（`•`、`–`、`☐`、`（1）`、`①`、`a.`、`1、`、`一、`），`check --fix` 会改成列表，在 `**注意：**text` 这样后面直接跟词的粗体后加空格，也会改好不换行空格和地址。如果文字本来就该这样，请在前面加反斜杠。',
  },
  'extra-cells': {
    title: '单元格比列数多的一行',
    meaning:
      '表格的前两行决定它有几列。一行里多出的单元格，Markdown 会悄悄丢掉。作为文字的竖线前面要加反斜杠，在代码里也一样。',
  },
  'link-not-allowed': {
    title: '不允许的链接地址',
    meaning:
      '链接可以指向网页（`https://`）、邮箱（`mailto:`）或同一份幻灯片里的一页（`#标题`）。别的文件不在现场，所以这样的链接显示为文字。',
  },
  'link-target-missing': {
    title: '链接的页面不存在',
    meaning:
      '链接到同一份幻灯片里的一页，写 `#` 和那一节的完整标题。这里没有这个标题的节，所以链接显示为文字。标题里的空格照写，或写成 `%20`。',
  },
};
