import * as v from 'valibot'
import { fieldCode } from './errors'
import { requiredLine } from './fields'
import { limits } from './limits'
import { countCharacters } from './text'
import { timeSchema } from './view-parts'
import { bannedWordCategories } from './words'

const word = v.pipe(
  requiredLine(limits.bannedWord),
  v.transform((text) => text.normalize('NFKC').toLowerCase()),
  v.check((text) => countCharacters(text) >= 2, fieldCode('word_too_short')),
  v.description('Two characters or more; case and width make no difference'),
)
const category = v.picklist(bannedWordCategories, fieldCode('not_a_choice'))

/** `POST /api/staff/banned-words`: a word that is listed already gets the category. */
export const addBannedWordSchema = v.strictObject({ word, category }, fieldCode('unknown_key'))
export type AddBannedWord = v.InferOutput<typeof addBannedWordSchema>

/** `POST /api/staff/banned-words/remove` */
export const removeBannedWordSchema = v.strictObject({ word }, fieldCode('unknown_key'))
export type RemoveBannedWord = v.InferOutput<typeof removeBannedWordSchema>

/** `GET /api/staff/banned-words`: the whole list, by category and word; `addedBy` is null where it came with the product. */
export const bannedWordListSchema = v.strictObject({
  items: v.array(
    v.strictObject({
      word: v.string(),
      category: v.picklist(bannedWordCategories),
      addedBy: v.nullable(v.string()),
      addedAt: timeSchema,
    }),
  ),
})
export type BannedWordList = v.InferOutput<typeof bannedWordListSchema>
