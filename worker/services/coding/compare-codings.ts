import { type SQL, sql } from 'drizzle-orm'
import { compareCoders } from './kappa'

/** What two people gave one comment: JSON arrays of codes. */
export interface CodedTwice {
  first: string
  second: string
}

export interface ComparedCode {
  id: number
  key: string
  name: string
}

/** The comments of a sample that both coders have coded. */
export const codedTwice = (sampleId: number): SQL => sql`
  SELECT a.codes AS first, b.codes AS second FROM coding_samples s
  JOIN blind_codings a ON a.sample_id = s.id AND a.coder_id = s.first_coder
  JOIN blind_codings b ON b.sample_id = s.id AND b.coder_id = s.second_coder AND b.comment_id = a.comment_id
  WHERE s.id = ${sampleId}`

export const codesOf = (codebookId: number): SQL => sql`
  SELECT o.id, o.key, e.name FROM codebook_entries e JOIN codes o ON o.id = e.code_id
  WHERE e.codebook_id = ${codebookId} ORDER BY e.position, o.id`

/** Code by code, how far the two agree. */
export function compareCodings(codings: readonly CodedTwice[], codes: readonly ComparedCode[]) {
  const coded = codings.map(({ first, second }) => ({
    first: new Set(JSON.parse(first) as number[]),
    second: new Set(JSON.parse(second) as number[]),
  }))
  return codes.map(({ id, key, name }) => {
    const count = (byFirst: boolean, bySecond: boolean) =>
      coded.filter(({ first, second }) => first.has(id) === byFirst && second.has(id) === bySecond).length
    const pair = {
      both: count(true, true),
      onlyFirst: count(true, false),
      onlySecond: count(false, true),
      neither: count(false, false),
    }
    return { codeId: id, key, name, ...pair, ...compareCoders(pair) }
  })
}
