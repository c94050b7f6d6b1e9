import type { Line } from './canonical'
import type { PlanDocument, Tell } from './document'
import type { Mark } from './ordinals'

/** What stands before the first number: a title, which has its own field, and what leads up to the text. */
export function takeLead(lead: Line[], tell: Tell, isTheme = false): { heading: string; preamble: string[] } {
  const [title, ...preamble] = lead
  if (title && isTheme) tell(title.number, '文件标题作为主题', 'The title of the document is the theme.')
  else if (title)
    tell(
      title.number,
      '这一行是文件标题，不列入正文；征集名称在下面另填',
      'This is the title of the document and no part of its text; the title of the consultation is filled in below.',
    )
  tellLead(preamble, tell)
  return { heading: title?.text ?? '', preamble: preamble.map(({ text }) => text) }
}

function tellLead([first]: Line[], tell: Tell): void {
  if (first)
    tell(
      first.number,
      '第一个序号之前的文字作为说明显示在措施之前，不开放意见',
      'What stands before the first number is shown ahead of the measures and is not open for comments.',
    )
}

export function planOf(
  agenda: PlanDocument['agenda'],
  review: PlanDocument['review'] = { heading: '', preamble: [], sections: [] },
): PlanDocument {
  return { review, agenda }
}

/** Whether a line begins with this number. */
export const isMarked =
  ({ pattern }: Mark) =>
  ({ text }: Line): boolean =>
    pattern.test(text)
