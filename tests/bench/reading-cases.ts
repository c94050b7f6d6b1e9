import type { Client } from '@libsql/client'
import { connect } from '../../worker/local/connect'
import type { Product } from '../support/product'
import type { Answer, Caller } from './caller'
import { findPlaces, queueCases } from './queue-cases'
import { callAs, clause, measure } from './stage'
import { absentPhrase, commonCharacter, commonWord, rareWord } from './texts'

export type Ask = (round: number) => Promise<Answer>
export interface Reader {
  cases: Map<string, Ask>
  close(): void
}

const samples = 40
const list = `/api/measures/${measure}/comments`
const result = `/api/results/${measure}`
const search = (words: string) => `/api/search?q=${encodeURIComponent(words)}`

/** Every reading case on one running product; what a deep page or a permalink names changes from round to round. */
export async function prepareReader(product: Product): Promise<Reader> {
  const client = connect(product.databaseUrl)
  const roots = await sampleRoots(client)
  const places = await findPlaces(client)
  await client.execute('UPDATE consultations SET result_at = closes_at WHERE is_current = 1')
  client.close()
  const moderator = await callAs(product, 'moderator')
  const staff = await callAs(product, 'staff')

  const fixed =
    (path: string, caller: Caller = moderator): Ask =>
    () =>
      caller.get(path)
  const each = <Row>(rows: Row[], path: (row: Row) => string): Ask => {
    return (round) => moderator.get(path(rows[round % rows.length] as Row))
  }
  const deep = (filter: string) => each(roots, ({ id }) => `${list}?${filter}&after=${id}`)
  const cases: [string, Ask][] = [
    ['comments: newest, first page', fixed(list)],
    ['comments: oldest, first page', fixed(`${list}?sort=oldest`)],
    ['comments: discussed, first page', fixed(`${list}?sort=discussed`)],
    ['comments: newest of a kind', fixed(`${list}?kind=enterprise`)],
    ['comments: discussed of a kind', fixed(`${list}?kind=enterprise&sort=discussed`)],
    ['comments: newest on a clause', fixed(`${list}?clause=${clause}`)],
    [
      'comments: discussed of a kind on a clause',
      fixed(`${list}?clause=${clause}&kind=enterprise&sort=discussed`),
    ],
    ['comments: newest, deep page', deep('sort=newest')],
    ['comments: oldest, deep page', deep('sort=oldest')],
    ['comments: newest of a kind, deep page', deep('kind=enterprise')],
    ['comments: newest on a clause, deep page', deep(`clause=${clause}`)],
    [
      'comments: discussed, deep page',
      each(roots, (row) => `${list}?sort=discussed&after=${row.reply_count}-${row.id}`),
    ],
    ['page: home', fixed('/')],
    ['page: measure', fixed(`/measures/${measure}`)],
    ['page: permalink', each(roots, (row) => `/comments/${row.public_id}`)],
    ['comment by its id', each(roots, (row) => `/api/comments/${row.public_id}`)],
    ...queueCases(moderator, places),
    ['search: a rare word', fixed(search(rareWord))],
    ['search: a common word', fixed(search(commonWord))],
    ['search: a common character', fixed(search(commonCharacter))],
    ['search: common characters, never together', fixed(search(absentPhrase))],
    ['result of a measure, first page', fixed(result)],
    ['result of a measure, deep page', each(roots, ({ id }) => `${result}?after=${id}-1`)],
    ['staff: summary', fixed('/api/staff/summary', staff)],
  ]
  return {
    cases: new Map(cases),
    close: () => {
      moderator.close()
      staff.close()
    },
  }
}

interface Root {
  id: number
  public_id: string
  reply_count: number
}

/** Public comments of the measure, from the middle half of it. */
async function sampleRoots(client: Client): Promise<Root[]> {
  return sample(
    client,
    `c.state = 'published' AND c.parent_id IS NULL AND
      c.measure_id = (SELECT id FROM measures WHERE key = '${measure}')`,
  )
}

async function sample<Row>(client: Client, condition: string): Promise<Row[]> {
  const { rows } = await client.execute(`
    WITH RECURSIVE ends AS (SELECT min(c.id) AS first, max(c.id) AS last FROM comments c WHERE ${condition}),
      places(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM places WHERE at < ${samples - 1})
    SELECT id, public_id, reply_count, submitted_at FROM comments WHERE id IN (
      SELECT (SELECT c.id FROM comments c WHERE ${condition}
        AND c.id >= first + (last - first) / 4 + at * (last - first) / ${2 * samples} ORDER BY c.id LIMIT 1)
      FROM ends, places)`)
  return rows as unknown as Row[]
}
