/** A question mark, a question particle, or a remnant of `？</p>` in a damaged copy. */
const QUESTION_MARK = /[?？]|(?:吗|呢|么)(?:[。\s]|$)|\/(?:p|strong|span|em)>/;
const QUESTION_WORD =
  /请问|想问|问一下|问个问题|请教|提问|第[一二三四五六七八九十\d]+个问题|(?:下|最后|第)一个问题|问题是|怎么看|怎样|如何|为什么|什么是|是什么|有哪些|有没有|能不能|可不可以|是不是|会不会|多少|\b(?:how|what|why|when|who|which|where|could you|can you|do you|is there|are there|would you|question)\b/i;

export function isQuestion(text: string): boolean {
  return QUESTION_MARK.test(text);
}

/** Whether a paragraph asks a question that others may answer. */
export function asksSomething(text: string): boolean {
  const isAsked = /[?？]/.test(text) || (QUESTION_MARK.test(text) && QUESTION_WORD.test(text));
  return isAsked || /请教一个问题|问一个问题|提一个问题|提的一个问题/.test(text);
}

/** Counts a question: 第一个问题, 下一个问题, another question. */
export function countsQuestion(text: string): boolean {
  const isCounted =
    /第[一二三四五六七八九十\d]+个问题|下一个问题|最后一个问题|另外一个问题|我提的?一个问题|next question|last question|another question/i.test(
      text,
    );
  return isCounted && !invites(text);
}

/** Invites someone else to ask. */
export function invites(text: string): boolean {
  return /请(?!问).{0,8}(?:来)?问(?:下|你)?(?:下)?一个问题|麻烦你问|请(?!问).{0,6}来问/.test(text);
}

/** Announces a question of one's own. */
export function saysToAsk(text: string): boolean {
  return /请教一个问题|我来问|向.{1,4}提问|问(?:问|一下)?.{0,4}有什么|我问了一个问题|想问|抛给|I have a question|question for|I'd like to ask|my question/i.test(
    text,
  );
}

/** Attributes a question to the audience. */
export function isOfAudience(text: string): boolean {
  return /观众|网友|投票|软件呈现|听众|from the audience|from the chat|online question/i.test(text);
}

/** Opens the Q&A part. */
export function beginsQuestions(text: string): boolean {
  return /(?:^|。)(?:问答|提问|互动)环节|(?:下面|接下来|现在|进入).{0,12}(?:问答|提问|Q\s*&\s*A|圆桌|讨论)|(?:take|have) (?:some|any|a few)? ?questions|Q&A/i.test(
    text,
  );
}

/** Contains only thanks. */
export function isThanks(text: string): boolean {
  return (
    text.length < 60 &&
    /^(?:(?:ok|okay|i see|great|cool|good|alright|好的?|嗯|明白了?|了解)[,，.。!！ ]*)?(?:many thanks|thanks?(?: you)?|谢谢|多谢|感谢)/i.test(
      text,
    )
  );
}
