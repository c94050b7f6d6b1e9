import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Signal } from '../../contract/personal-data/signal'
import type { ParticipantKind } from '../../contract/words'
import { isUniqueViolation } from '../../db/client'
import { callsForReading } from '../comments/rules'
import { type Placement, placeText, readCandidates, readNewestGroup } from '../similarity/place-text'
import { sketchText } from '../similarity/sketch'
import { comparedText, signalsOf, type Written } from '../wordings/weigh-wording'
import { detectSignals } from './detect-signals'
import type { ListedWord } from './find-banned-words'

interface WrittenText extends Written {
  /** The key of the consultation that it is sent to. */
  consultation: string
  author: { kind: ParticipantKind; name?: string | null }
}

/** What a text gives notice of, and the group of its like. */
export interface Assessment {
  signals: Signal[]
  placement: Placement
  /** True where a moderator reads it before anybody else, for what it says or for the name under it. */
  isHeld: boolean
  /** True where it is to be written even if another text of its like came in between. */
  isLast: boolean
}

const attempts = 6

/** Assesses a text and has it written; both again where another text of its like came in between. */
export async function writeAssessed<Result>(
  ctx: ServiceContext,
  text: WrittenText,
  write: (assessment: Assessment) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === attempts
    const assessment = await assessText(ctx, text)
    try {
      return await write({ ...assessment, isLast })
    } catch (error) {
      if (isLast || !isUniqueViolation(error, 'similar_groups.text_hash')) throw error
    }
  }
}

async function assessText(ctx: ServiceContext, { consultation, author, ...written }: WrittenText) {
  const sketch = await sketchText(consultation, comparedText(written))
  const [newest, candidates, words] = await ctx.db.batch([
    readNewestGroup(ctx),
    readCandidates(ctx, sketch),
    ctx.db.all<ListedWord>(sql`SELECT word, category FROM banned_words`),
  ])
  const ownName = author.kind === 'individual' ? null : (author.name ?? null)
  const known = { words, ownName }
  const signals = signalsOf(written, known)
  const kinds = [...signals, ...detectSignals(author.name ?? '', known)].map(({ kind }) => kind)
  return {
    signals,
    isHeld: callsForReading(kinds),
    placement: placeText(sketch, candidates, newest),
  }
}
