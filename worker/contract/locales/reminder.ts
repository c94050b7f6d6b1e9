import type { Language } from '../words'
import { reminderEn } from './reminder-en'
import { type ReminderWords, reminderZh } from './reminder-zh'

export type { ReminderWords }
/** Apart from the domain's other words, which every page loads. */
export const reminderWords: Record<Language, ReminderWords> = { zh: reminderZh, en: reminderEn }
