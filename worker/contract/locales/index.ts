import type { Language } from '../words'
import { en } from './en'
import type { DomainWords } from './words'
import { zh } from './zh'

export const domainWords: Record<Language, DomainWords> = { zh, en }
