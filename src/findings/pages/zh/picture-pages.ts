import type { PICTURE_FINDINGS } from '../../messages/picture-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const PICTURE_PAGES: PageTable<typeof PICTURE_FINDINGS> = {
  'image-missing': {
    title: '不存在的图片',
    meaning: '这个路径没有文件，幻灯片会缺图。路径相对于摘要；以斜杠开头时，从 `content/` 开始。区分大小写。',
  },
  'picture-place': {
    title: '图片不能有的位置',
    meaning:
      '图片后面的 `{.left}` 和 `{.right}` 把它放在这一节文字的旁边，`{.full}` 让它占满整页，`{width=40%}` 给它那么多地方。页面没有这样的位置时，这些词不起作用：没有文字的图片谈不上左右，有列表的图片不能占满整页，一行文字里的图片与那一行同高。在文字旁边，图片占页面的 20% 到 75%。',
  },
  'picture-in-line': {
    title: '一行文字里的图片',
    meaning:
      '同一行里有文字的图片，显示得和那一行一样高，适合图标或标志。照片就什么也看不清了。单独成行，它就是页面上的图片。',
  },
  'image-unreadable': {
    title: '不是图片的文件',
    meaning:
      '文件名像图片，内容却不是：它被改过名，或在途中损坏。请重新存成 PNG、JPEG、WebP 或 SVG。其他种类的文件（视频、PDF、绘图软件的文件）也不是图片：提示里会写出可以换成什么。',
  },
  'diagram-syntax': {
    title: 'Mermaid 读不懂的图',
    meaning:
      '`mermaid` 代码块由 Mermaid 绘制，talkdeck 会事先请它的解析器读一遍。提示的行是它停下来的地方，错误也可能在上一行末尾。最常见的原因是标签里的符号：含有括号、引号、`;` 和 `#` 的标签要加引号。各种图的写法见 [Mermaid 的网页](https://mermaid.js.org/intro/)。',
  },
  'diagram-kind': {
    title: '会场里看不清的图',
    meaning:
      'Mermaid 能画二十多种图。多数图 talkdeck 会用幻灯片的字体和颜色，字号让最后一排也能看清：流程图、时序图、类图、状态图、ER 图、需求图、饼图、甘特图、时间线、思维导图、象限图、XY 图、桑基图、Git 图、数据包图，以及框图、看板、雷达图和矩形树图。少数几种的大小谁也没法设置：C4 图、用户旅程图和架构图。它们在检查幻灯片时会被拒绝，所以事先指出，并写明可以换成什么。',
  },
  'image-damaged': {
    title: '不完整的图片',
    meaning:
      '文件开头是图片，后面却中断或损坏：下载没完成，磁盘满了，同步没做完。浏览器只会显示已有的部分。每个 PNG、JPEG、GIF、WebP 和 AVIF 文件都会完整解码一次，文件变了才再解码。',
  },
  'image-font': {
    title: '图形里的文字用了没有嵌入的字体',
    meaning:
      '图片自成一体：幻灯片的字体进不了 SVG 文件，它也不能去下载字体。里面的文字会用显示或导出它的电脑上的字体，所以各处看起来不同；没有中文或日文等字体的电脑上，会显示方框。用通用字体（`sans-serif`、`serif`、`monospace`）的西文在每台电脑上都能显示，不会提示。绘图软件可以把文字转成路径（Inkscape 的“Object to path”，Figma 的“Outline”），或把字体以 `data:` 嵌入。',
  },
  'image-glyph': {
    title: '图形里有字体没有的字符',
    meaning:
      'SVG 文件的文字里有一个字符，它嵌入的字体没有，talkdeck 自带的字体也没有：会显示为空方框。转成路径就不需要字体。',
  },
  'video-unplayable': {
    title: '浏览器不能播放的视频',
    meaning:
      '文件名像视频，其实不是，或超过 100 MB，或画面的格式只有部分浏览器认识，例如 HEVC。现场会是一个空框。WebM（VP8、VP9、AV1）在所有浏览器里都能播放；H.264 的 MP4 在大家常用的浏览器里都能播放，在随 npm 安装的浏览器里却不能，所以 PDF 需要配图：[video-poster](video-poster.md)。',
  },
  'video-place': {
    title: '不能播放的位置上的视频',
    meaning:
      '`![演示](../assets/demo.webm)` 是在页面上播放的视频。它需要自己的位置：单独放在标题下面，上下最多各一个段落；或放在文字旁边（`{.left}`、`{.right}`）。放在一排图片、一栏、一行文字里或当作照片，都没法看。`{poster=../assets/demo.jpg}` 指定在不能播放的地方（例如 PDF）代替视频的图片；它只能用于视频，而且自己必须是图片。',
  },
  'image-outside': {
    title: 'content/ 之外的图片',
    meaning:
      '摘要只能显示属于这个活动、放在 `content/` 下面的文件。这样，任何摘要都不能把电脑上的其他文件放进幻灯片；指向外面的链接也不读取。',
  },
  'image-active': {
    title: '不只是显示的图片',
    meaning:
      'SVG 文件是文档，可以含有脚本、网页片段，以及对其他文件和服务器的引用。在幻灯片里，浏览器只把它当图片；有人直接打开它的地址时，它却是会运行的网页。所以 talkdeck 只接受单纯绘图的 SVG 文件。不接受的有：`<script>`、`<foreignObject>` 和 `onload` 之类的属性；`href`、`xlink:href`、`style` 或样式表里对文件之外的引用；动画对这些的改动；`xml-stylesheet`，以及带有实体的文档类型。文件内部的引用（`#name`），嵌入的 PNG、JPEG、GIF、WebP、AVIF 图片和字体（`data:`），`https:` 的链接，以及绘图软件自己的记录都没问题。\n\n绘图软件有面向网页的导出：Inkscape 的“Plain SVG”或“Optimized SVG”，draw.io 里不勾选“Formatted Text”。或者存成 PNG。',
  },
  'image-remote': {
    title: '网络上的图片',
    meaning:
      '现场可能没有网络，图片也就没有了。生成幻灯片时什么都不会下载；请把图片存到 `content/assets/`。`check --fix` 会把它改成带说明的链接；链接里的图片（例如徽章）只留下说明作为链接文字。',
  },
};
