import { afterAll, describe, expect, it } from 'vitest'
import { privacyWords } from '../../worker/contract/locales/privacy'
import { deletionKeys, personalDataKeys } from '../../worker/contract/privacy'
import { connect } from '../../worker/local/connect'
import { erasedAccountRows, erasedWords } from '../../worker/services/privacy/erased-words'
import { keptWithReason } from '../../worker/services/privacy/kept-with-reason'
import { retained } from '../../worker/services/privacy/retention'
import { startDatabase } from '../support/sqld'

const server = await startDatabase()
const client = connect(server.url)
afterAll(async () => {
  client.close()
  await server.stop()
})

/** How columns are called that hold what a person is, said or typed. */
const soundsPersonal =
  /(^|_)(email|phone|contact|name|address|agent|body|text|wording|note|quote|document|reference|password|secret|token|handle|supporter|source|phrase|content|uscc|identifier|error|summary)(_|$)/

const noPerson = /^(audit_log|sealed_entries|tree_|schema_|sqlite_|comment_search|reasons|reason_wordings)/
const namesOfThings = /^(exports|banned_words|codes)\./

async function textColumns(): Promise<string[]> {
  const { rows } = await client.execute(`
    SELECT m.name || '.' || p.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) p
    WHERE m.type = 'table' AND p.type IN ('TEXT', 'BLOB') ORDER BY name`)
  return rows
    .map(({ name }) => String(name))
    .filter((name) => !noPerson.test(name) && !namesOfThings.test(name))
}

const listed = [...retained, ...keptWithReason].flatMap(({ columns }) => [...columns])

describe('a column that sounds like personal data', () => {
  it('has a row in the retention table, or is kept for a reason', async () => {
    const sounding = (await textColumns()).filter((name) => soundsPersonal.test(name.split('.')[1] ?? ''))
    expect(sounding.length).toBeGreaterThan(60)
    expect(sounding.filter((name) => !listed.includes(name))).toEqual([])
  })

  it('is found by its name: a new one does not slip through', () => {
    for (const name of ['work_email', 'contact_phone', 'given_name', 'ip_address', 'reply_text'])
      expect(name).toMatch(soundsPersonal)
    for (const name of ['created_at', 'state', 'position']) expect(name).not.toMatch(soundsPersonal)
  })

  it('is listed once, and is in the database where it is listed', async () => {
    const columns = await textColumns()
    expect(listed.filter((name, i) => listed.indexOf(name) !== i)).toEqual([])
    expect(listed.filter((name) => !columns.includes(name))).toEqual([])
  })
})

describe('what an erasure takes away', () => {
  it('is never said to be kept with reason', () => {
    const kept = keptWithReason.flatMap(({ columns }) => [...columns])
    const taken = [...erasedWords, ...erasedAccountRows]
    const said = kept.filter((name) => {
      const [table, column = ''] = name.split('.')
      return taken.some((each) => each.table === table && (!each.set || (column in each.set && !each.only)))
    })
    expect(said).toEqual([])
  })
})

describe('the retention table', () => {
  it('has one row for each kind of data, with its words in both languages', () => {
    expect(retained.map(({ key }) => key).sort()).toEqual([...personalDataKeys].sort())
    for (const words of Object.values(privacyWords))
      for (const { key, numbers } of retained) {
        const period = words.data[key].period(...numbers)
        expect(period).not.toMatch(/undefined|NaN/)
        for (const number of numbers) expect(period).toContain(String(number))
        expect(words.data[key].period.length).toBe(numbers.length)
      }
  })

  it('names every deletion once, and none that does not exist', () => {
    expect(retained.flatMap(({ deletions }) => [...deletions]).sort()).toEqual([...deletionKeys].sort())
  })

  it('keeps columns beside it for reasons that are sentences', () => {
    for (const { reason, columns } of keptWithReason) {
      expect(reason).toMatch(/^\p{Script=Han}.{3,}。$/u)
      expect(columns).not.toEqual([])
    }
  })
})
