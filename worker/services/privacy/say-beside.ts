import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { privacyWords } from '../../contract/locales/privacy'
import { type PersonalDataKey, retentionPeriods } from '../../contract/privacy'
import type { Language } from '../../contract/words'
import { currentConsultation } from '../plan/current'
import { retainedAs } from './retention'

/** What stands beside a field: what it is for and how long it is kept, in the words of the notice. */
export function sayBeside(language: Language, key: PersonalDataKey, numbers?: readonly number[]): string {
  const words = privacyWords[language]
  const { purpose, period } = words.data[key]
  return words.beside(purpose, period(...(numbers ?? retainedAs(key).numbers)))
}

/** The same of a contact, for as long as this consultation keeps it. */
export async function sayBesideContact(ctx: ServiceContext, language: Language): Promise<string> {
  const [row] = await ctx.db.all<{ contact_months: number }>(
    sql`SELECT contact_months FROM consultations WHERE id = ${currentConsultation(ctx)}`,
  )
  return sayBeside(language, 'contact', [row?.contact_months ?? retentionPeriods.contactMonths])
}
