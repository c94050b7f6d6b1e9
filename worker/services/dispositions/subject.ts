import { sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { CaseRef } from '../../contract/dispositions'
import { domainWords } from '../../contract/locales'
import type { Disposition } from '../../contract/words'
import { AppError } from '../../errors'
import { when } from '../moderation/conflict'
import { isTheirCase } from './whose'

/** A case as it stands now, with who disposed of it last. */
export interface CaseSubject {
  public_id: string
  is_admissible: number
  is_mine: number
  version: number
  revision: number
  disposition: Disposition | null
  by: string | null
  at: number | null
}

/** The statement that reads the cases of these comments; what is no case is missing. */
export function readSubjects({ db }: ServiceContext, me: UserActor, publicIds: readonly string[]) {
  return db.all<CaseSubject>(sql`
    SELECT c.public_id, k.is_admissible, ${isTheirCase(me)} AS is_mine, k.disposition_version AS version, c.revision,
      k.disposition, u.name AS by, d.disposed_at AS at
    FROM json_each(${JSON.stringify(publicIds)}) j JOIN comments c ON c.public_id = j.value
    JOIN cases k ON k.comment_id = c.id
    LEFT JOIN dispositions d ON d.comment_id = k.comment_id AND d.version = k.disposition_version
    LEFT JOIN users u ON u.id = d.disposed_by`)
}

/** Why a case may not be disposed of as it was seen; null where it may. */
export function refuseCase(
  subject: CaseSubject | undefined,
  { version, revision }: CaseRef,
): AppError | null {
  if (!subject) return new AppError('not_found')
  if (subject.is_admissible === 0) return new AppError('case_closed')
  if (subject.is_mine === 0) return new AppError('forbidden', { detail: otherUnits })
  if (subject.revision !== revision) return rewritten()
  return subject.version === version ? null : changedMeanwhile(subject)
}

export const otherUnits = {
  zh: '这条意见由其他处室办理。',
  en: 'Another unit deals with this comment.',
}

/** What whoever read an older text is told. */
function rewritten(): AppError {
  return new AppError('disposition_changed', {
    detail: {
      zh: '提交人已改写这条意见，请看过新的内容再处理。您的处理没有生效。',
      en: 'The author has rewritten this comment. Please read the new text first; yours was not applied.',
    },
  })
}

/** What the later of two is told: who disposed of it how, and when. */
export function changedMeanwhile({ disposition, by, at }: CaseSubject): AppError {
  if (disposition === null || by === null || at === null) return new AppError('disposition_changed')
  const { zh, en } = when(at)
  return new AppError('disposition_changed', {
    detail: {
      zh: `${by}已于 ${zh} 将这条意见定为“${domainWords.zh.dispositions[disposition]}”。您的处理没有生效。`,
      en: `${by} recorded “${domainWords.en.dispositions[disposition]}” for this comment ${en}. Yours was not applied.`,
    },
  })
}
