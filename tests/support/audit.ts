import { and, asc, eq } from 'drizzle-orm'
import { auditLog } from '../../worker/db/schema'
import type { TestApp } from './test-app'

/** What was recorded about a subject, in order; with an action, of that kind alone. */
export function auditOf(app: TestApp, subjectId: string, action?: string) {
  return app.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, subjectId), action ? eq(auditLog.action, action) : undefined))
    .orderBy(asc(auditLog.id))
}

export async function actionsOn(app: TestApp, subjectId: string): Promise<string[]> {
  return (await auditOf(app, subjectId)).map(({ action }) => action)
}
