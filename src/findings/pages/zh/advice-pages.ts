import type { ADVICE_FINDINGS } from '../../messages/advice-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const ADVICE_PAGES: PageTable<typeof ADVICE_FINDINGS> = {
  'too-many-points': {
    title: '一页上要点太多',
    meaning:
      '听众大约记得住七个要点；有些在下一级时，可以到十个。再多，大家就提前往下读而不听了。请留下最重要的，其余口头讲，或者分成两节。',
  },
  'long-point': {
    title: '超过两行的要点',
    meaning: '读长句的人听不见同时在讲什么。两行一眼就能读完，其余请写进演讲备注。',
  },
  'no-takeaway': {
    title: '没有说明要看什么的图表、表格或图片',
    meaning:
      '要让人看的东西，需要一句话说出看什么。没有这句话，看的人会各有理解，或看不出什么。可以写在它的上面或下面，写在标题的冒号后面，或写进演讲备注。',
  },
  'no-figures': {
    title: '没有数字、图表或图片的分享',
    meaning:
      '人们记得住、会转述的往往是数字。这场分享既没有数字，也没有可看的东西；请加一个分享里提到的：多少、多久、多贵。',
  },
  'no-citation': {
    title: '什么都没有引用的分享',
    meaning:
      '活动有文字记录，这场分享却没有引用其中任何一行，所以里面的数字和名称都没有核对。请在有依据的内容后面写上行号。',
  },
  'weak-support': {
    title: '引用的几行撑不住这句话',
    meaning:
      '一句话引用了文字记录的几行，这几行里却几乎没有它的词，或者它的某个分句是那里没有的，或者只有一边是否定的。比较只看字词：换一种说法可能被误报，意思相反也可能漏掉，所以这只是建议。请再读一遍原文：改引注，写得贴近原话，或者删去。`talkdeck check --claims` 把每句话和它引用的几行放在一起看。',
  },
  'inconsistent-name': {
    title: '一个名称有两种写法',
    meaning:
      '同一个名称有两种写法，像两个名称，或像笔误。以 front matter 里的写法为准，否则以多数为准；`event.md` 的 `glossary` 可以指定正确的写法。`talkdeck check --fix` 会改好。',
  },
  'joined-names': {
    title: '一个字段里的几个名字',
    meaning:
      '`speaker` 是一个人；“Cleo Marin & Ben Okafor” 会被当作一个名字，封面上只有一个人，回答问题时谁也对不上。请把每个人列在 `speakers` 里。名字里本来就有这些字的（比如乐队、团队），可以关掉这条建议。',
  },
  'mixed-punctuation': {
    title: '全角与半角标点混用',
    meaning: '中文标点和汉字一样宽，英文标点是窄的，混用像笔误。`talkdeck check --fix` 会改好。',
  },
  'missing-space': {
    title: '中文与西文之间没有空格',
    meaning:
      '汉字与西文字母或数字之间加一个空格，两边都更好读。全角标点旁边不加。`talkdeck check --fix` 会改好。',
  },
  'extra-space': {
    title: '多了一个空格',
    meaning: '全角标点自带空隙，两个词之间一个空格就够，再多就像个洞。`talkdeck check --fix` 会改好。',
  },
  'typewriter-sign': {
    title: '打字机式的符号',
    meaning:
      '直引号、用连字符代替的破折号、三个句点，都是打字机上的凑合写法；印刷用弯引号、破折号和省略号。每种语言按自己的写法：简体中文用“ ”，中文用“——”和“……”，德文用 „…“，瑞士德文用 «…»，俄文的破折号是 —；习惯不一的语言不提。中文里的数字范围不提；英文等语言里，只有年份、时间，或者带单位、货币、百分号、量词的范围才提。拿不准就不提：像代码、命令或算式的文字整段不动，链接、文件名、版本号、标准号、日期、电话号码，以及人名、机构、会场和术语表里的写法也不动。`talkdeck check --fix` 会改好。',
  },
  'look-alike': {
    title: '只是看起来对的字符',
    meaning:
      '从 PDF、扫描件或旧字体里复制的文字，常把部首（U+2F08 ⼈）或兼容字符当成汉字（U+4EBA 人），有时西文单词里还混进西里尔字母 а。它们看着一样，对搜索、复制和朗读来说却是别的字符。`talkdeck check --fix` 会改好。',
  },
  'answer-by-unasked': {
    title: '没有被问到的人的回答',
    meaning:
      '幻灯片会把问题写给一个人，回答却来自另一个人。主持人和提问人随时可以说话；其他人请加进 `askedTo`，或者改正名字。',
  },
  'unanswered-question': {
    title: '没有人回答的问题',
    meaning: '这里只有提问的人在说话，听众会一直等答案。请补上回答，或者在有回答之前让文件名以 `_` 开头。',
  },
  'differing-number': {
    title: '分享与问答里不一致的数字',
    meaning: '同一件事在分享和回答里都有数字，却不相同。要么其中一个是笔误，要么说的是两回事，那就该写明白。',
  },
  'missing-alt': {
    title: '没有说明的图片',
    meaning:
      '看不见图片的人靠朗读的说明来了解它，幻灯片和 PDF 里都是如此。说明写在方括号里，说出图片上有什么；文件名说明不了什么。',
  },
  'small-picture': {
    title: '像素不够的图片',
    meaning:
      '一节里只有图片时，它会占满整页。页面宽 980 px，多数屏幕还要两倍的像素。像素比这少的图片会被放大，显得模糊。请存成更大的图片，或用 SVG，它在任何尺寸下都清晰。只有浏览器才能判断的情况，由 `check --visual` 以警告 `image-upscaled` 指出。',
  },
  'video-poster': {
    title: '没有配图的视频',
    meaning:
      '在 PDF 里，视频显示为它的第一帧，由导出用的浏览器画出来。H.264 编码的 MP4 在大家常用的浏览器里能播放，在随 npm 安装的浏览器里却不能，在持续集成等环境里导出时就会出错。配图是存成图片的一帧，在哪里都能代替视频。',
  },
  'duplicate-title': {
    title: '两页用了同一个标题',
    meaning:
      '一场分享里的两节，或两个问题，用了同一个标题，目录里就会出现两次，谁也说不清指的是哪一个。请写出它们的不同；一页放不下的列表会自动续到下一页。',
  },
};
