/** Words before a colon in notes and articles that are not names, such as `TODO`. */
const NO_NAME =
  /^(?:https?|ftp|GitHub|QQ|VX|微信(?:号|公众号)?|来源|声明|注|注意|附|附录|原文|链接|地址|地点|时间|日期|作者|编辑|责任编辑|责编|整理|校对|编者按|关键词|关键字|摘要|全文概要|全文摘要|章节速览|文字记录|标题|主题|会议主题|会议时间|会议号|录制时间|录制文件|参会人|参会人员|Note|NB|Source|Tags?|Date|Time|Duration|Re|PS|P\.S|Example|e\.g|i\.e|TODO|Presenters?|Attendees?|Participants?|Title|Kind|Language|Break|Topic|Subject|Keywords|Summary|Transcript|Recording|Location|Link|URL|Email|Replying to.*)$/i;

/** Labels other than names: a role, or a machine's label for a voice. */
const HOST = /^(?:主持人?|司仪|Host|Moderator|MC|Interviewer|采访者|记者)$/i;
const ASKER =
  /^(?:Q|问|提问者?\s*\d*|提问人|观众\s*[A-Z\d]*|听众\s*[A-Z\d]*|网友|现场(?:提问|观众|听众)|Audience(?: Member)?\s*\d*|Questioner\s*\d*|Question)$/i;
const ANSWERER = /^(?:A|答|Answer)$/i;
const PRESENTER =
  /^(?:分享人|分享嘉宾|嘉宾|演讲人|演讲者|演讲嘉宾|讲者|主讲人|主讲|发言人|Speaker|Presenter|Guest)$/i;
const VOICE =
  /^(?:Speakers?[ _]?[A-Z\d]+|SPEAKER_\d+|说话人\s*\d+|发言人\s*\d+|Unknown(?: Speaker)?|未知(?:说话人|发言人)?|Participant \d+)$/i;

export type LabelKind = 'name' | 'host' | 'asker' | 'answerer' | 'presenter' | 'voice';

/** Classifies the label of a speaker. */
export function kindOfLabel(label: string): LabelKind {
  if (HOST.test(label)) return 'host';
  if (ASKER.test(label)) return 'asker';
  if (ANSWERER.test(label)) return 'answerer';
  if (PRESENTER.test(label)) return 'presenter';
  return VOICE.test(label) ? 'voice' : 'name';
}

/** Longer labels are sentences. */
const MOST_CHARACTERS = 40;
const MOST_CHINESE = 16;
const MOST_WORDS = 5;

/** Whether a text may be a label if only a colon suggests it. */
export function plausibleLabel(text: string): boolean {
  if (!plausibleName(text) || /[，,"“”《》#|]/.test(text) || /^\d/.test(text)) return false;
  const words = text.split(/\s+/).length;
  return /\p{Script=Han}/u.test(text) ? [...text].length <= MOST_CHINESE : words <= MOST_WORDS;
}

/** Whether a text may be a name if its position or format suggests one, too. */
export function plausibleName(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= MOST_CHARACTERS &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/[。！？!?；;<>=@{}]/.test(text) &&
    !/^(?:第|在|从|到|约|at|from|until|around)\b/i.test(text) &&
    !NO_NAME.test(text)
  );
}
