import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

export async function isKnownConsultation({ db }: ServiceContext, key: string): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM consultations WHERE key = ${key}`)
  return rows.length > 0
}
