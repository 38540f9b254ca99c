import type { FOREIGN_FINDINGS, ForeignName } from '../foreign-messages.ts';
import type { Message, WordsOf } from '../message.ts';
import { shortened } from './phrases.ts';

interface Foreign {
  /** What it is; follows 是. */
  readonly is: string;
  readonly instead: string;
}

/** The wording of foreign-messages.ts. */
export const FOREIGN_IN_CHINESE: Readonly<Record<ForeignName, Foreign>> = {
  click: {
    is: 'Slidev 的标签',
    instead: '删掉：要点和步骤本来就逐条出现，除非 event.md 写了“reveal: false”。',
  },
  component: {
    is: '组件，而摘要里的东西都不会运行',
    instead: '用 Markdown 写出它要显示的内容：列表、图片、图表或链接。',
  },
  slot: { is: 'Slidev 布局的插槽', instead: '分成两节，或者把两个列表依次写下来。' },
  contentBlock: {
    is: 'MDC 写法的组件，而摘要里的任何内容都不会运行',
    instead: '用 Markdown 写它要显示的内容；要突出就写成引用（“> ……”）。',
  },
  contentSpan: {
    is: 'MDC 写法的组件，而摘要里的任何内容都不会运行',
    instead: '用 Markdown 写它要显示的内容。',
  },
  slideSettings: {
    is: 'Slidev 单页的 front matter',
    instead: '连同两边的“---”一起删掉：一节的外观由它的 Markdown 或“{.类型}”决定。',
  },
  snippet: { is: 'Slidev 从文件引入代码的写法', instead: '把这些代码复制进代码块。' },
  editor: { is: 'Slidev 写给代码块的指令', instead: '删掉：代码只显示，不能编辑或运行。' },
  cell: { is: 'Quarto 会运行的代码单元', instead: '语言不加花括号，例如“```python”：代码只显示，不运行。' },
  diagram: {
    is: '这里不会绘制的图',
    instead: '改写成 ```mermaid 代码块，或存成 SVG 文件。不写语言就是普通代码。',
  },
  marpDirective: {
    is: 'Marp 的指令，而这里的注释是演讲备注',
    instead: '删掉：所有幻灯片的外观都在 event.md 里设置。',
  },
  revealDirective: {
    is: 'reveal.js 的指令，而这里的注释是演讲备注',
    instead: '删掉：所有幻灯片的外观都在 event.md 里设置。',
  },
  below: { is: 'reveal.js 开始下方一页的写法', instead: '用标题开始新的一页。' },
  marpPicture: {
    is: '写在图片说明位置的 Marp 指令',
    instead: '写出图片内容：“![一只红狐](fox.png)”。一节里只有图片时，它会占满整页。',
  },
  fencedDiv: {
    is: 'pandoc、Quarto 或 VuePress 的围栏块',
    instead: '演讲备注写在注释里：“<!-- … -->”；其余去掉这些行，需要突出就写成引用（“> …”）。',
  },
  headingAttributes: {
    is: 'pandoc 和 Quarto 的属性列表',
    instead: '删掉。幻灯片类型写“{.points}”，锚点写“{#name}”。',
  },
  attributes: { is: 'pandoc 和 Quarto 的属性列表', instead: '删掉：图片大小由它在幻灯片上的位置决定。' },
  spanAttributes: { is: 'pandoc 和 Quarto 带属性的文字', instead: '只写文字，或者用 **粗体**。' },
  gridTable: { is: 'pandoc 网格表格的边框', instead: '单元格之间写“|”，表头下面写“|---|---|”。' },
  simpleTable: {
    is: 'pandoc 简单表格表头下面的线',
    instead: '单元格之间写“|”，表头下面写“|---|---|”。',
  },
  pause: { is: 'pandoc 的停顿或分页', instead: '删掉：要点本来就逐条出现，标题会开始新的一页。' },
  shortcode: { is: '给网站生成器或模板的指令', instead: '用 Markdown 写出它会生成的内容。' },
  admonition: { is: 'MkDocs 的提示框', instead: '写成引用：每行以“> ”开头。' },
  contents: { is: '给其他工具的目录', instead: '删掉：有多节的分享会自动带一页目录。' },
  wikiLink: {
    is: 'Obsidian 或维基的内部链接',
    instead: '只写文字，或者链接到本文件的标题：“[文字](#标题)”。',
  },
  abbreviation: { is: '给其他工具的缩写解释', instead: '写在缩写第一次出现的地方：“HTML（一种标记语言）”。' },
  attributeList: { is: 'kramdown 或 MkDocs 的属性列表', instead: '删掉。' },
  callout: {
    is: '没有这种提示框，或者它不在引用的开头',
    instead: '引用以“> [!NOTE]”开头，或者 TIP、IMPORTANT、WARNING、CAUTION；后面可以写自己的标题。',
  },
  footnote: {
    is: '脚注的标记，但没有这条脚注，或者在这里读不到',
    instead: '在文字里写标记“[^1]”，另起一行写“[^1]: 内容”。',
  },
  formula: { is: '公式的一端，缺另一端', instead: '公式前后都写“$$”，文字里的公式写“$x$”。' },
  emojiName: { is: '没有这个名字的表情符号', instead: '直接写表情符号。' },
  definition: { is: '没有术语的定义', instead: '上一行写术语，紧接着下一行写“: 解释”。' },
  reference: {
    is: '引用式链接，但文件里没有给出地址',
    instead: '写上地址：“[文字](https://example.org)”，或在下面写“[名字]: https://example.org”。',
  },
  html: { is: 'HTML', instead: '用 Markdown 写；如果就是要显示标签，写在反引号里。' },
  texCommand: { is: 'LaTeX 的命令', instead: '用 Markdown 写；如果属于公式，就写在“$”之间。' },
  texDisplay: { is: 'LaTeX 开始公式的写法', instead: '在公式前后各写一行“$$”。' },
  texInline: { is: '用 LaTeX 记号包起来的公式', instead: '写在“$”之间：“$x^2$”。' },
  lineBlock: {
    is: 'pandoc 的行块',
    instead: '去掉“|”，除最后一行外每行末尾加一个反斜杠。',
  },
  citationKey: {
    is: 'pandoc 的参考文献',
    instead: '写出是谁说的，或用脚注：文字里写“[^1]”，另起一行写“[^1]: Smith 2020”。',
  },
  inserted: {
    is: '插入、删除、隐藏文字或按键的标记',
    instead: '写 **粗体**、~~删除~~，按键写在反引号里：`Ctrl`。',
  },
  hidden: { is: 'Obsidian 的注释', instead: '备注单独成行，写在注释里：“<!-- … -->”。' },
  property: { is: 'Logseq 或 Obsidian 的属性', instead: '删掉它，或者把它的意思写成一句话。' },
  blockReference: { is: '对 Logseq 某个块的引用', instead: '写出那个块的内容。' },
  expression: {
    is: 'MDX 的表达式，而摘要里的任何内容都不会运行',
    instead: '写出它的结果；备注写在注释里：“<!-- ... -->”。',
  },
  pictureSize: {
    is: '带尺寸的图片说明（Obsidian 的写法）',
    instead: '宽度写在图片后面：“![一只红狐](fox.png){width=50%}”。',
  },
  otherLine: {
    is: '另一种语言的写法（reStructuredText、AsciiDoc、Org、Textile、MDX）',
    instead: '用 Markdown 写：标题“### ”、引用“> ”、图片“![图片内容](photo.png)”。',
  },
  otherText: {
    is: '论坛或 Jira 的写法',
    instead: '用 Markdown 写：**粗体**、[文字](https://example.org)，代码写在反引号里。',
  },
  notes: {
    is: 'reveal.js 开始演讲备注的写法，而这里会显示给观众',
    instead: '备注写在注释里：“<!-- … -->”。如果是给观众看的，换个写法，例如“提醒：…”。',
  },
};

interface ForeignArgs {
  readonly text: string;
  readonly name: ForeignName;
}

const words =
  (why: string, more: (name: ForeignName) => string = () => '') =>
  ({ text, name }: ForeignArgs): Message => ({
    what: `${shortened(text)} 是${FOREIGN_IN_CHINESE[name].is}。`,
    why,
    fix: `${FOREIGN_IN_CHINESE[name].instead}${more(name)}`,
  });

const onSlide = words('它会原样出现在幻灯片上。', (name) =>
  name === 'html' ? '' : '如果就是要显示，写在反引号里。',
);

export const FOREIGN_WORDS: WordsOf<typeof FOREIGN_FINDINGS> = {
  'html-as-text': words(
    '摘要是 Markdown，里面的 HTML 从不运行，会原样出现在幻灯片上。',
    () => 'event.md 里写“allow: [html-as-text]”可以原样显示。',
  ),
  'slidev-markup': onSlide,
  'marp-markup': words('它不起作用，反而会被当作内容读出来。'),
  'reveal-markup': onSlide,
  'pandoc-markup': onSlide,
  'site-markup': onSlide,
  'extension-as-text': onSlide,
  'reference-undefined': onSlide,
  'notes-as-text': words('提醒演讲者的话，一般不是给所有人看的。'),
  'diagram-as-code': words('它的源码会显示成代码。要绘制它，就得把内容发到服务器。'),
};
