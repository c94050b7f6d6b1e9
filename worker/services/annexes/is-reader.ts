import { type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../context'

/** True where somebody is named to read the annexes of the consultation of `comments AS c`; no part in the office makes one. */
export const isReader = (me: UserActor): SQL => sql`
  EXISTS (SELECT 1 FROM annex_readers WHERE consultation_id = c.consultation_id AND user_id = ${me.id})`
