import * as v from 'valibot'
import { countSchema } from './view-parts'

/** By how many of each kind a comment is called their own concern too. Shown, never used to weigh. */
export const supportCountsSchema = v.strictObject({
  enterprise: countSchema,
  association: countSchema,
  institution: countSchema,
  individual: countSchema,
})
export type SupportCounts = v.InferOutput<typeof supportCountsSchema>

export const noSupports: SupportCounts = { enterprise: 0, association: 0, institution: 0, individual: 0 }

/** `POST /api/comments/{publicId}/support` */
export const supportViewSchema = v.strictObject({
  supports: supportCountsSchema,
  /** By whoever asks. */
  isSupported: v.boolean(),
})
export type SupportView = v.InferOutput<typeof supportViewSchema>
