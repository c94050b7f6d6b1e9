import type { Language } from '../../worker/contract/words'
import { figuresEn } from './figures-en'
import { type FiguresWords, figuresZh } from './figures-zh'

export type { FiguresWords }
/** What the figures say, for readers and for staff. */
export const figuresWords: Record<Language, FiguresWords> = { zh: figuresZh, en: figuresEn }
