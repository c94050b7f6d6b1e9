import type { Language } from '../words'
import { ownDataEn } from './own-data-en'
import { ownDataZh } from './own-data-zh'

export const ownDataWords: Record<Language, typeof ownDataZh> = { zh: ownDataZh, en: ownDataEn }
