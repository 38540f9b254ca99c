import type { SLIDE_FINDINGS } from '../../messages/slide-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const SLIDE_PAGES: PageTable<typeof SLIDE_FINDINGS> = {
  'missing-glyph': {
    title: '没有字体能显示的字符',
    meaning:
      '自带的字体有拉丁、希腊、西里尔字母，简体中文，常用符号和表情。繁体中文、日文和韩文各有一个字体包，由需要的活动自行安装：提示里会写出包名和命令。其他字符在幻灯片和 PDF 里会是空方框。请换一种写法，或者用自己的字体：在 `event.md` 里写 `font: assets/name.ttf`。',
  },
  'text-too-long': {
    title: '一页放不下的文字',
    meaning:
      '列表、表格和段落会续到下一页。标题、结论、问题和条形图的名称不能续页：这里用最后一排还能看清的最小字号也放不下。请写得短一些。',
  },
  'slide-failed': {
    title: '无法显示的幻灯片',
    meaning:
      '图里用了不允许的东西，图片损坏，链接无处可去，或者模板生成了无效的内容。PDF 的这一页会出错，所以不会写出。提示里会写明原因。用 `export --pptx` 时，也可能只是 PowerPoint 文件里缺少图片。',
  },
  'theme-request': {
    title: '主题用到了它没有的东西',
    meaning:
      '自己的主题引用了网络上的字体、样式或图片，或引用了不存在的文件。检查和导出幻灯片时什么都不会下载，所以 PDF 里会缺少它。请把文件放进主题。',
  },
  'slide-overflow': {
    title: '放不下的幻灯片',
    meaning:
      '内容比它的位置更高或更宽，被截断，或碰到了页脚。talkdeck 会自动拆分长的节；在浏览器里比估计更高的页，会缩小字号或重新拆分。所以摘要本身很少造成这个问题，多半是自己的模板占了太多地方。否则请缩短这一节；如果是 talkdeck 自己生成的页，例如日程，提示里会写出相关字段。',
  },
  'slide-overlap': {
    title: '被遮住的文字',
    meaning:
      '两段文字，或文字与图片叠在一起，两者都看不清。摘要本身很少造成这个问题，多半是自己的模板把其中一个放在了固定位置。',
  },
  'slide-small-text': {
    title: '太小的文字',
    meaning:
      '页面宽 980 px 时，最后一排能看清 20 px 以上的文字和 32 px 以上的标题。图会一直缩小到放得下为止，里面的文字也跟着变小：请少画几个框、写短一些，或用 `flowchart TD` 换个方向。',
  },
  'slide-contrast': {
    title: '太淡的文字',
    meaning:
      '文字和底色太接近，在差的投影仪上分不出来。正文的对比度要达到 7 比 1，标签、强调色和代码要达到 4.5 比 1。`event.md` 里的颜色事先已经检查过；这里指的是图自己的颜色，或模板里的颜色。',
  },
  'image-upscaled': {
    title: '被放大的图片',
    meaning:
      '图片的像素比页面上显示的少，在大屏幕上会模糊。请至少存成那个宽度，或用 SVG，它在任何尺寸下都清晰。',
  },
  'slide-flattened': {
    title: '在 PowerPoint 里成为一张图片的幻灯片',
    meaning:
      '在 PowerPoint 文件里，这一页是一整张图片：看着没问题，却不能编辑。图表或图片占满整页时会这样。请修改摘要后重新导出，或者改用文字。',
  },
};
