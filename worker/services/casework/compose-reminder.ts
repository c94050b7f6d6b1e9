import { baseOf } from '../../contract/addresses'
import { inBeijing } from '../../contract/beijing-time'
import { type ReminderWords, reminderWords } from '../../contract/locales/reminder'
import type { Language } from '../../contract/words'
import type { ReminderNews } from './read-reminder'

/** A mail to a colleague in both languages: numbers, measures and days, none of the comments' words. */
export function composeReminder(
  news: ReminderNews,
  origin: string | null,
): { subject: string; text: string } {
  const languages = ['zh', 'en'] as const
  return {
    subject: languages.map((language) => reminderWords[language].subject(news.due, news.overdue)).join(' / '),
    text: `${languages.map((language) => bodyOf(news, language, origin)).join('\n\n——\n\n')}\n`,
  }
}

function bodyOf(news: ReminderNews, language: Language, origin: string | null): string {
  const words = reminderWords[language]
  const left = news.due + news.overdue - news.cases.length
  const lines = [
    ...news.cases.map((each) => lineOf(each, language, words)),
    ...(left > 0 ? [words.more(left)] : []),
  ]
  return [
    words.greeting(news.name),
    words.summary(news.due, news.overdue),
    lines.join('\n'),
    ...(origin ? [news.consultations.map((each) => placeOf(each, language, words, origin)).join('\n')] : []),
    words.footer,
  ].join('\n\n')
}

const placeOf = (
  { key, title, count }: ReminderNews['consultations'][number],
  language: Language,
  words: ReminderWords,
  origin: string,
) => words.open(title[language], count, `${origin}${baseOf(key)}/desk/cases?view=mine`)

/** A case is due at the end of its last day. */
function lineOf(
  { publicId, measure, dueAt, isOverdue }: ReminderNews['cases'][number],
  language: Language,
  words: ReminderWords,
): string {
  const day = words.day(inBeijing(dueAt.getTime() - 1))
  return words.line(publicId, measure[language], isOverdue ? words.late(day) : words.due(day))
}
