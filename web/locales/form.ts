import type { Language } from '../../worker/contract/words'
import { formEn } from './form-en'
import { type FormWords, formZh } from './form-zh'

export type { FormWords }
/** What the islands say, apart from the pages' words so that a form loads only these. */
export const formWords: Record<Language, FormWords> = { zh: formZh, en: formEn }
