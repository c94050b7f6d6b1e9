import { limits } from '../../contract/limits'
import { domainWords } from '../../contract/locales'
import { followMailWords } from '../../contract/locales/follow-mail'
import { beginningOf, excerpt } from '../../contract/text'
import { dispositions, type Language } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import type { AnswerNews, CommentNews, NewsItem, ResultNews, RevisionNews } from '../news/news-items'
import type { Block } from './mail-blocks'
import type { Composed, MailFrame } from './read-follow-mail'

interface Found {
  /** In the order in which they became public. */
  items: NewsItem[]
  /** By measure, how many comments there are, shown or not. */
  comments: ReadonlyMap<number, number>
}

/** A digest under its measures: the changes, then the answers, then the comments with their words. Null where nothing is left. */
export function composeDigest(frame: MailFrame, found: Found): Composed | null {
  if (found.items.length === 0) return null
  const { language, title, frequency, manage, end } = frame
  const words = followMailWords[language]
  const items = found.items.filter((item) => !isSuperseded(item, found.items))
  const results = items.filter((item) => item.kind === 'result')
  const ofMeasures = [...groupRows(items.filter(isOfMeasure), ({ measure }) => measure.id)].sort(
    ([a], [b]) => a - b,
  )
  return {
    subject: words.digestSubject(title[language], tellKinds(items, found.comments, language)),
    blocks: [
      { as: 'line', text: words.intro(title[language]) },
      ...results.flatMap((result) => tellResult(result, frame)),
      ...ofMeasures.flatMap(([id, news]) => tellMeasure(news, found.comments.get(id) ?? 0, frame)),
      { as: 'line', text: words.often[frequency] },
      { as: 'line', text: words.manage, href: manage },
      { as: 'line', text: words.end, href: end },
      { as: 'line', text: words.footer },
    ],
  }
}

type MeasureNews = CommentNews | AnswerNews | RevisionNews
const isOfMeasure = (item: NewsItem): item is MeasureNews => item.kind !== 'result'

/** Of an answer that was published twice since, the last version is told. */
function isSuperseded(item: NewsItem, items: NewsItem[]): boolean {
  return (
    item.kind === 'answer' &&
    items.some(
      (other) => other.kind === 'answer' && other.responseId === item.responseId && other.id > item.id,
    )
  )
}

function tellKinds(items: NewsItem[], comments: Found['comments'], language: Language): string {
  const words = followMailWords[language]
  const count = (kind: NewsItem['kind']) => items.filter((item) => item.kind === kind).length
  const ofComments = [...comments.values()].reduce((sum, each) => sum + each, 0)
  return [
    ...(count('result') > 0 ? [words.newResult] : []),
    ...(count('answer') > 0 ? [words.newAnswers(String(count('answer')))] : []),
    ...(count('revision') > 0 ? [words.newChanges(String(count('revision')))] : []),
    ...(count('comment') > 0 ? [words.newComments(String(Math.max(ofComments, count('comment'))))] : []),
  ].join(words.join)
}

function tellResult({ totals }: ResultNews, { language, site }: MailFrame): Block[] {
  return [
    { as: 'heading', text: followMailWords[language].newResult, href: `${site}/results` },
    { as: 'line', text: sayTotals(totals, language) },
  ]
}

/** The figures of a result in a sentence, and what became of the comments in another. */
export function sayTotals(totals: ResultNews['totals'], language: Language): string {
  const words = followMailWords[language]
  const made = dispositions
    .filter((disposition) => totals.dispositions[disposition] > 0)
    .map((disposition) =>
      words.disposed(
        domainWords[language].dispositions[disposition],
        String(totals.dispositions[disposition]),
      ),
    )
  const figures = words.result(String(totals.received), String(totals.admissible))
  return made.length > 0 ? `${figures}\n${made.join(words.join)}` : figures
}

function tellMeasure(news: MeasureNews[], commentCount: number, frame: MailFrame): Block[] {
  const { language, site } = frame
  const words = followMailWords[language]
  const [first] = news
  if (!first) return []
  const { key, name } = first.measure
  const href = `${site}/measures/${key}`
  const of = <Kind extends MeasureNews['kind']>(kind: Kind) =>
    news.filter((item): item is Extract<MeasureNews, { kind: Kind }> => item.kind === kind)
  const answers = of('answer').slice(-limits.digestItems)
  const comments = of('comment').slice(-limits.digestItems)
  const moreAnswers = of('answer').length - answers.length
  const moreComments = commentCount - comments.length
  return [
    { as: 'heading', text: words.place(key, name[language]), href },
    ...of('revision').flatMap((item) => tellChanges(item, frame)),
    ...answers.flatMap((item) => tellAnswer(item, frame)),
    ...(moreAnswers > 0 ? [more(words.moreAnswers(String(moreAnswers)), href)] : []),
    ...comments.flatMap((item) => tellComment(item, frame)),
    ...(comments.length > 0 && moreComments > 0
      ? [more(words.moreComments(String(moreComments)), `${href}#thread`)]
      : []),
  ]
}

const more = (text: string, href: string): Block => ({ as: 'line', text, href })

function tellChanges({ revision, changes }: RevisionNews, { language, site }: MailFrame): Block[] {
  const words = followMailWords[language]
  return [
    { as: 'line', text: words.revision(revision), href: `${site}/revisions` },
    ...changes.slice(0, limits.digestItems).flatMap((change): Block[] => [
      { as: 'line', text: sayChange(change, language) },
      { as: 'quote', text: excerpt(change.after ?? change.before ?? '', limits.digestComment) },
    ]),
  ]
}

/** What a revision did to a sentence, before the words that it has now or had. */
export function sayChange({ key, kind }: RevisionNews['changes'][number], language: Language): string {
  const words = followMailWords[language]
  return words.change[kind](words.clause(key.split('.').at(-1) ?? ''))
}

function tellAnswer({ unit, text }: AnswerNews, { language, authority }: MailFrame): Block[] {
  const words = followMailWords[language]
  return [
    { as: 'line', text: words.answer((unit ?? authority)[language]) },
    { as: 'quote', text: excerpt(text, limits.digestAnswer) },
  ]
}

function tellComment(item: CommentNews, { language, site }: MailFrame): Block[] {
  const { publicId, author, stance, isUnconfirmed } = item
  const domain = domainWords[language]
  const words = followMailWords[language]
  const by = author.name ?? domain.anonymous
  return [
    {
      as: 'line',
      text: words.comment(by, domain.stances[stance]) + (isUnconfirmed ? words.unconfirmed : ''),
      href: `${site}/comments/${publicId}`,
    },
    { as: 'quote', text: sayComment(item, limits.digestComment, language).join('\n') },
  ]
}

/** What a comment says: what it replies to, its body, the wording that it suggests, and what is public of a confidential annex; of each at most so much. */
export function sayComment(
  { clauseKey, repliesTo, text, wording, summary }: CommentNews,
  length: number,
  language: Language,
): string[] {
  const words = followMailWords[language]
  const clause = words.clause(clauseKey?.split('.').at(-1) ?? '')
  const answered = repliesTo && (repliesTo.author.name ?? domainWords[language].anonymous)
  return [
    ...(answered === null ? [] : [words.repliesTo(answered, beginningOf(repliesTo?.text ?? ''))]),
    excerpt(text, length),
    ...(wording === null ? [] : [words.suggests(clause, excerpt(wording, length))]),
    ...(summary === null ? [] : [words.annexed(excerpt(summary, length))]),
  ]
}
