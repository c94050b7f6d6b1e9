import { inBeijing } from '../../contract/beijing-time'
import { domainWords } from '../../contract/locales'
import { type MailWords, mailWords } from '../../contract/locales/mail'
import type { Decision, Disposition, Language, RedactionReason } from '../../contract/words'

type InBoth = Record<Language, string>

/** What a mail is about, whatever it tells. */
interface About {
  publicId: string
  measure: InBoth
  authority: InBoth
  submittedAt: Date
}

interface DecisionNews extends About {
  kind: 'decision'
  decision: Decision
  decidedAt: Date
  isPrivate: boolean
  isOnAppeal: boolean
  reason: InBoth
  note: string | null
  hidden: RedactionReason[]
  /** The ends of the periods, where the author still may; in working days, how long a changed text then waits. */
  mayResubmit: { until: Date; reviewDays: number } | null
  mayAppealUntil: Date | null
}

interface DelayNews extends About {
  kind: 'delay'
  promisedAt: Date
  words: Record<Language, string | null>
}

interface ResultNews extends About {
  kind: 'result'
  publishedAt: Date
  disposition: Disposition
}

export type News = DecisionNews | DelayNews | ResultNews

/** A mail in both languages, without the comment's words and without its query code. `lookup` is the receipt page's address. */
export function composeMail(news: News, lookup: string | null): { subject: string; text: string } {
  const languages = ['zh', 'en'] as const
  return {
    subject: languages.map((language) => subjectOf(news, language)).join(' / '),
    text: `${languages.map((language) => bodyOf(news, language, lookup)).join('\n\n——\n\n')}\n`,
  }
}

function subjectOf(news: News, language: Language): string {
  const words = mailWords[language]
  if (news.kind === 'decision') return words.subject(news.publicId, outcomeOf(news, words))
  return words.subject(news.publicId, news.kind === 'delay' ? words.delaySubject : words.resultSubject)
}

function outcomeOf({ decision, isPrivate }: DecisionNews, words: MailWords): string {
  const isAccepted = decision === 'publish' || decision === 'redact' || decision === 'restore'
  return isPrivate && isAccepted ? words.acceptedInPrivate : words.outcomes[decision]
}

function bodyOf(news: News, language: Language, lookup: string | null): string {
  const words = mailWords[language]
  const about = words.about(words.day(inBeijing(news.submittedAt)), news.measure[language], news.publicId)
  const parts = tell(news, language, about)
  return [
    words.greeting,
    ...parts,
    [
      words.line(words.lookup, lookup ? words.lookupAt(lookup) : words.lookupBySite(news.publicId)),
      words.code,
    ].join('\n'),
    `${news.authority[language]}\n${words.footer}`,
  ].join('\n\n')
}

function tell(news: News, language: Language, about: string): string[] {
  switch (news.kind) {
    case 'decision':
      return tellDecision(news, language, about)
    case 'delay':
      return tellDelay(news, language, about)
    case 'result':
      return tellResult(news, language, about)
  }
}

function tellResult(news: ResultNews, language: Language, about: string): string[] {
  const words = mailWords[language]
  return [
    words.resultTold(about, words.day(inBeijing(news.publishedAt))),
    words.line(words.disposition, domainWords[language].dispositions[news.disposition]),
    words.resultReason,
  ]
}

function tellDelay(news: DelayNews, language: Language, about: string): string[] {
  const words = mailWords[language]
  return [
    words.delayed(about, words.day(inBeijing(lastDayOf(news.promisedAt)))),
    news.words[language] ?? words.delayDefault,
  ]
}

function tellDecision(news: DecisionNews, language: Language, about: string): string[] {
  const words = mailWords[language]
  const at = inBeijing(news.decidedAt)
  const lines = [
    words.line(news.isOnAppeal ? words.appealOutcome : words.outcome, outcomeOf(news, words)),
    words.line(words.at, `${words.day(at)} ${words.clock(at)}`),
    words.line(words.reason, news.reason[language]),
    ...(news.note ? [words.line(news.isOnAppeal ? words.appealNote : words.note, news.note)] : []),
    ...(news.hidden.length > 0 ? [words.line(words.hidden, listHidden(news.hidden, language))] : []),
  ]
  const next = listNext(news, words)
  return [
    news.isOnAppeal ? words.appealDecided(about) : words.decided(about),
    lines.join('\n'),
    ...(next.length > 0 ? [words.line(words.next, next.join(language === 'zh' ? '' : ' '))] : []),
  ]
}

function listHidden(hidden: RedactionReason[], language: Language): string {
  const words = mailWords[language]
  return [...new Set(hidden)]
    .map((reason) =>
      words.hiddenPart(
        domainWords[language].redactions[reason],
        hidden.filter((each) => each === reason).length,
      ),
    )
    .join(words.hiddenJoin)
}

function listNext({ mayResubmit, mayAppealUntil, decision }: DecisionNews, words: MailWords): string[] {
  const dayOf = (end: Date) => words.day(inBeijing(lastDayOf(end)))
  return [
    ...(mayResubmit ? [words.resubmit(dayOf(mayResubmit.until), mayResubmit.reviewDays)] : []),
    ...(mayAppealUntil ? [words.appeal(dayOf(mayAppealUntil))] : []),
    ...(decision === 'uphold' ? [words.noMore] : []),
  ]
}

/** The day that a period of whole days ends with. */
function lastDayOf(end: Date): Date {
  return new Date(end.getTime() - 1)
}
