import { type PrivacyWords, privacyWords } from '../../contract/locales/privacy'
import { hashOf } from '../../contract/merkle'
import { type NoticeContent, type NoticeText, retentionPeriods } from '../../contract/privacy'
import type { Language } from '../../contract/words'
import { retained } from './retention'

/** The notice as it reads now, of the retention table and what an administrator added. */
export function writeNotice(addition: NoticeContent['addition']): NoticeContent {
  return { zh: writeIn('zh', addition.zh), en: writeIn('en', addition.en), addition }
}

/** Of the words alone: the same text has the same hash whenever it is published. */
export const hashOfNotice = ({ zh, en }: NoticeContent): Promise<string> => hashOf(JSON.stringify({ zh, en }))

function writeIn(language: Language, addition: string): NoticeText {
  const words: PrivacyWords = privacyWords[language]
  return {
    lead: words.lead(retentionPeriods.contactMonths),
    before: words.before,
    table: {
      heading: words.tableHeading,
      rows: retained.map(({ key, numbers, readers }) => {
        const { what, purpose, period } = words.data[key]
        return {
          key,
          what,
          purpose,
          period: period(...numbers) + (key === 'contact' ? words.contactMayDiffer : ''),
          readers: readers.map((reader) => words.readers[reader]).join(words.readersJoin),
        }
      }),
    },
    after: [
      ...words.after,
      ...(addition
        ? [{ heading: words.additionHeading, paragraphs: addition.split('\n').filter(Boolean) }]
        : []),
    ],
  }
}
