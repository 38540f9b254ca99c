import type { Script } from '../content/claims/words.ts';

/** Greetings, thanks, applause and remarks about the event itself, which never go into a summary. */
const COURTESY: Readonly<Record<Script, RegExp>> = {
  zh: new RegExp(
    [
      '听众|观众|嘉宾的|位嘉宾|谢谢|多谢|感谢(?:大家|各位|主持|主办|邀请|刚才|你|您|所有)|大家(?:早上|上午|中午|下午|晚上)?好|各位(?:好|来宾|嘉宾|观众|朋友|听众)|(?:早上|上午|下午|晚上)好',
      '(?:有请|欢迎).{0,12}(?:老师|嘉宾|先生|女士|总|上台|发言|分享|大家|各位|收听|收看|来到)|掌声|希望大家|欢迎(?:阅读|加入|参与|关注|报名)|鼓(?:鼓)?掌|很高兴|很荣幸|幸会|再见|拜拜',
      '(?:问|回答|看|说|听).{0,2}下一?个问题|下一个(?:问题|环节|嘉宾)|最后一个问题|第一个问题是|(?:抽奖|签到|扫码|二维码|茶歇|休息一下|超时|到此结束|活动到此|时间(?:关系|有限|差不多|到了))',
      '(?:我|先|来)(?:自我|先)?(?:简单)?(?:自我介绍|介绍一下(?:自己|我自己|我们自己))|(?:这个|你这个|您这个|刚才的?)问题(?:非常|很|特别)?(?:好|棒|有意思)|好问题|不展开(?:讲|说|了)|不知道(?:其他|大家|各位)(?:朋友|人)?怎么(?:看|想)',
      '(?:听得到|听得见|能听到|能听见|看得到|看得见)(?:吗|我)|(?:共享|分享)(?:一下)?屏幕|下一页|翻页|这张(?:图|PPT|片子)|(?:麻烦|请)(?:你|您)?(?:来)?(?:问|回答|提问)|我来(?:回答|补充|说)|(?:跟|和|与|给)大家(?:做(?:一)?个?)?(?:分享|交流|介绍|汇报)',
    ].join('|'),
  ),
  en: new RegExp(
    [
      '\\b(?:thank(?:s| you)|good (?:morning|afternoon|evening)|hello|welcome (?:to|back|everyone|everybody)|hi (?:everyone|everybody|all|there)|bye|see you|applause|nice to (?:be|meet|see))\\b',
      '\\b(?:next|last|first) (?:question|slide|speaker|item on (?:the|our) agenda)\\b|\\b(?:any|no|more|other) questions\\b|\\b(?:great|good|excellent|interesting) (?:question|point)\\b|\\bmoving on\\b|\\bmy name is\\b|\\bi(?:.m| am) your host\\b|\\bi(?:.m| am) joined by\\b|\\b(?:tonight|today),? \\w+(?: \\w+)? (?:will|is going to) (?:tell|show|talk|speak)\\b|\\bplease (?:go ahead|welcome|join)\\b',
      "\\b(?:can you|can everyone|can everybody|do you) (?:hear|see) (?:me|my|the|us)\\b|\\bshare (?:my|your|the) screen\\b|\\b(?:un)?mute[d]?\\b|\\b(?:running|out) (?:out )?of time\\b|\\b(?:coffee|lunch) break\\b|\\bi(?:'d| would) (?:like|love) to (?:ask|thank|welcome|start|begin|introduce)\\b",
      "\\b(?:let me|i'll|i will|we'll|i'm going to|i am going to|i want to|let's) (?:start|begin|talk|show|give you|go (?:over|through|on)|move on|tell you|introduce|see|just)\\b|\\b(?:i am|i'm) (?:very |so |really )?(?:happy|glad|delighted|honou?red|pleased)\\b|\\b(?:the|this|today's) meeting\\b|\\bwhiteboard\\b",
    ].join('|'),
    'i',
  ),
};

/** Phrases that announce what will be said instead of saying it. */
const ANNOUNCEMENT: Readonly<Record<Script, RegExp>> = {
  zh: new RegExp(
    [
      '(?:我|我们|下面|接下来|今天|首先)(?:.{0,6})(?:讲|说|谈|聊|介绍|列出|列了|分享|看一下|看一看|看看|总结|分析|展开|举|打).{0,12}(?:[几两三四五六七八九十]|一?下|一些|一?个(?:例子|比方)|想法)',
      '(?:包括|有|如下|以下|下面|这)(?:这么|这样|如下|以下|下面)?[几两三四五六七八九十](?:个|点|种|条|类|大)?(?:方面|条件|点|原因|问题)?$|如下[^，,。]{0,8}$',
      '^我.{0,4}列(?:出|了)|^(?:首先)?(?:我们?|大家|咱们)(?:先|再|来|可以)*看(?!到|好|重|见|过|中|来)|展开(?:一点|讲|说|一下)|打(?:个)?比方|(?:你|您)(?:刚才|刚刚|(?:的)?这个问题|提的)|刚(?:才|刚)(?:你|您|问|提)|^(?:第[一二三四五六七八九十](?:个|点|种|条|类|方面|步)?|另外一点|还有一点|一个是|另一个是)',
      '(?:几|两|二|三|四|五|六|七|八|九|十)(?:个|点|种|条|类|大)[^，,。是：:]{0,14}$|(?:故事|例子|比方|问题|挑战)$|(?:的|有|给.{0,12})一?个(?:指标|建议|观点|想法|特点|例子|故事|原则|方向|思路|体会|经验|习惯)(?=$|[，,])|我(?:来|给你)?(?:请教|提问|问|提)(?:一下|一个)|我(?:也)?(?:非常|很|完全|比较)?(?:认同|同意|赞同)',
    ].join('|'),
  ),
  en: /\b(?:there are|we have|i have|here are|these are|following|in) (?:a )?(?:two|three|four|five|six|seven|several|few|couple|couple of|some|number of) (?:\w+ ){0,3}(?:things|points|reasons|ways|steps|parts|questions|items|aspects|options|examples|issues|problems|areas)\b(?!.{30})|\bfor example$|\bas follows\b|\blet me (?:give|tell|show)\b/i,
};

export function isCourtesy(text: string, script: Script): boolean {
  return COURTESY[script].test(text);
}

export function isAnnouncement(text: string, script: Script): boolean {
  return ANNOUNCEMENT[script].test(text);
}
