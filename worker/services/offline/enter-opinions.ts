import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { OfflineOpinion } from '../../contract/offline'
import { isRefusedByTrigger, type Query } from '../../db/client'
import { AppError } from '../../errors'
import { type Arrival, type Codes, takeIn } from '../comments/take-in'
import type { ListedWord } from '../signals/find-banned-words'
import { placeTexts } from '../similarity/place-texts'
import { comparedText, signalsOf, type Written } from '../wordings/weigh-wording'
import type { OfflinePlace, Register } from './find-places'

export interface PlacedOpinion {
  opinion: OfflineOpinion
  place: OfflinePlace
}

/** An opinion with what its query code follows from, and its row in the file or the key that it was entered under. */
export interface Entry extends PlacedOpinion {
  codeFrom: string
  row: number | null
  key: string | null
}

/**
 * Takes opinions in that reached the department past the site, as `pending` like any other; all of them, with `more`, or
 * none. Refuses with `already_published` where the result became public in between.
 */
export async function enterOpinions(
  ctx: ServiceContext,
  { consultation }: Register,
  placed: readonly Entry[],
  { importId, enteredBy, more }: { importId: string | null; enteredBy: string; more: Query[] },
): Promise<Codes[]> {
  const { db, now } = ctx
  const words = await db.all<ListedWord>(sql`SELECT word, category FROM banned_words`)
  const { columns, groups } = await placeTexts(
    ctx,
    consultation.key,
    placed.map((each) => comparedText(writtenIn(each))),
  )
  const arrivals = placed.map((entry, i): Arrival => {
    const { opinion, place, codeFrom } = entry
    const { reading: _, ...where } = place
    const isIndividual = opinion.kind === 'individual'
    const group = columns[i]
    if (!group) throw new RangeError(`text ${i} was not placed`)
    return {
      ...where,
      consultation,
      parent: null,
      quote: null,
      channel: opinion.channel,
      body: opinion.body,
      wording: opinion.wording || null,
      stance: opinion.stance,
      participantKind: opinion.kind,
      participantName: opinion.name || null,
      isNamePublic: isIndividual ? (opinion.consent.name ?? false) : true,
      uscc: isIndividual ? null : (opinion.uscc ?? ''),
      isPublishable: opinion.consent.publish,
      codeFrom,
      group,
      signals: signalsOf(writtenIn(entry), { words, ownName: isIndividual ? null : opinion.name }),
    }
  })
  return takeIn(
    ctx,
    arrivals,
    async (statements, codes) => {
      const records = placed.map(({ opinion, row, key }, i) => ({
        id: codes[i]?.publicId,
        day: opinion.receivedOn,
        reference: opinion.reference || null,
        row,
        key,
      }))
      await db.batch([
        ...statements,
        ...more,
        db.run(sql`
          INSERT INTO offline_records (comment_id, received_on, reference, import_id, import_row, entry_key, entered_by,
            entered_at)
          SELECT c.id, r.value ->> 'day', r.value ->> 'reference', ${importId}, r.value ->> 'row',
            r.value ->> 'key', ${enteredBy}, ${now.getTime()}
          FROM json_each(${JSON.stringify(records)}) r CROSS JOIN comments c ON c.public_id = r.value ->> 'id'`),
      ])
    },
    groups,
  ).catch((error: unknown) => {
    throw isRefusedByTrigger(error, 'the result is public') ? new AppError('already_published') : error
  })
}

const writtenIn = ({ opinion: { body, wording }, place: { reading } }: PlacedOpinion): Written => ({
  body,
  wording: wording && reading !== null ? { text: wording, base: reading } : null,
})
