import * as v from 'valibot'
import { contactKind } from './contact'
import { fieldCode } from './errors'
import { limits } from './limits'
import { cleanLine, cleanText, countCharacters } from './text'
import { checkUscc, normalizeUscc } from './uscc'

/** Tells the OpenAPI document the limit as people count, where `maxLength` is of the text as it is sent. */
const atMost = (max: number) => `At most ${max} characters as people count them, less outer white space`

/** One line of text, perhaps empty. */
export const line = (max: number) =>
  v.pipe(
    v.string(fieldCode('wrong_type')),
    v.maxLength(max * 20, fieldCode('too_long')),
    v.transform(cleanLine),
    v.check((text) => countCharacters(text) <= max, fieldCode('too_long')),
    v.description(atMost(max)),
  )
export const requiredLine = (max: number) => v.pipe(line(max), v.minLength(1, fieldCode('required')))

/** Text of several lines, perhaps empty. */
export const lines = (max: number) =>
  v.pipe(
    v.string(fieldCode('wrong_type')),
    v.maxLength(max * 10, fieldCode('too_long')),
    v.transform(cleanText),
    v.check((text) => countCharacters(text) <= max, fieldCode('too_long')),
    v.description(atMost(max)),
  )

export const bodySchema = v.pipe(lines(limits.body), v.minLength(1, fieldCode('required')))

export const usccSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.maxLength(100, fieldCode('uscc_malformed')),
  v.transform(normalizeUscc),
  v.minLength(1, fieldCode('required')),
  v.check((text) => checkUscc(text) !== 'uscc_malformed', fieldCode('uscc_malformed')),
  v.check((text) => checkUscc(text) !== 'uscc_check_failed', fieldCode('uscc_check_failed')),
  v.description('统一社会信用代码 (GB 32100-2015): 18 characters; case, spaces and hyphens are forgiven'),
)

export const contactSchema = v.pipe(
  line(limits.contact),
  v.check((text) => text === '' || contactKind(text) !== null, fieldCode('contact_malformed')),
  v.description('A mobile or fixed-line number of the mainland, or an e-mail address'),
)

/** A calendar day in Beijing time: 2021-03-19. */
export const daySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, fieldCode('date_malformed')),
  v.check((text) => {
    const date = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  }, fieldCode('date_malformed')),
  v.metadata({ format: 'date', description: 'A calendar day in Beijing time' }),
)

/** A number that counts from one. */
export const whole = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(1, fieldCode('number_out_of_range')),
)

export const userIdSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))

/** An `:id` that counts from one, as an address names it. */
export const ordinalParamSchema = v.object({
  id: v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,14}$/, fieldCode('number_out_of_range')),
    v.metadata({ type: 'integer' }),
    v.transform(Number),
  ),
})
