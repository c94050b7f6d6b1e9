import { type SQL, sql } from 'drizzle-orm'

/** Of a row `m` of `enterprise_members`: the sign-on named this enterprise as theirs. That somebody signs on at all proves nothing of it. */
export const isProven: SQL = sql.raw(`(EXISTS (
    SELECT 1 FROM verification_steps s
    WHERE s.enterprise_id = m.enterprise_id AND s.means = 'sign_on' AND s.actor_id = m.user_id)
  OR EXISTS (
    SELECT 1 FROM audit_log a INDEXED BY audit_log_of_subject
    WHERE a.subject_kind = 'enterprise' AND a.subject_id = m.enterprise_id AND a.actor_id = m.user_id
      AND a.action = 'enterprise.member_joined' AND a.data ->> 'by' = 'sign_on'))`)
