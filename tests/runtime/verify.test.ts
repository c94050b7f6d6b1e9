import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../worker/local/connect'
import { root } from '../../worker/local/folders'
import { migrate } from '../../worker/local/migrate'
import { systemContext } from '../../worker/local/seed'
import { startDatabaseServer } from '../../worker/local/sqld'
import { verifyDatabase } from '../../worker/local/verify-database'
import { recordAudit } from '../../worker/services/audit/record'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { hour } from '../support/clock'
import { startTestApp, type TestApp } from '../support/test-app'

const start = Date.parse('2021-03-19T16:00:00Z')
const folders: string[] = []
let sealed = ''

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yanlu-verify-'))
  folders.push(folder)
  return folder
}

/** Three sealings of seven rows each, and two rows more that wait. */
async function fill(folder: string): Promise<void> {
  const server = await startDatabaseServer(join(folder, 'database'), folder)
  const client = connect(server.url)
  await migrate(client, { now: new Date(start) })
  for (let round = 0; round < 4; round += 1) {
    const ctx = systemContext(client, new Date(start + round * hour))
    for (let row = 0; row < (round < 3 ? 7 : 2); row += 1) {
      const subjectId = `GX21-000${round}-000${row}`
      await recordAudit(ctx, {
        action: 'comment.submitted',
        subjectKind: 'comment',
        subjectId,
        data: { revision: 1 },
      })
    }
    if (round < 3) await sealAuditLog(ctx)
  }
  client.close()
  await server.stop()
}

beforeAll(async () => {
  sealed = makeFolder()
  await fill(sealed)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** `npm run verify -- …` */
function verify(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['worker/local/verify.mjs', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

/** A copy whose database file somebody edited while nothing ran, its triggers out of the way. */
async function tamper(statements: string[]): Promise<string> {
  const folder = makeFolder()
  cpSync(sealed, folder, { recursive: true })
  const client = createClient({ url: `file:${join(folder, 'database/dbs/default/data')}` })
  await client.execute('PRAGMA foreign_keys = OFF')
  const { rows } = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  for (const { name } of rows) await client.execute(`DROP TRIGGER "${name}"`)
  for (const statement of statements) {
    const { rowsAffected } = await client.execute(statement)
    expect(rowsAffected, statement).toBeGreaterThan(0)
  }
  client.close()
  return folder
}

const swap = (table: string, key: string, one: number, other: number) => [
  `UPDATE ${table} SET ${key} = 1000000 WHERE ${key} = ${one}`,
  `UPDATE ${table} SET ${key} = ${one} WHERE ${key} = ${other}`,
  `UPDATE ${table} SET ${key} = ${other} WHERE ${key} = 1000000`,
]
const copyRow = (id: number) => `INSERT INTO audit_log
  SELECT ${id}, at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data FROM audit_log WHERE id = 9`

const tampered: [what: string, statements: string[], said: RegExp][] = [
  [
    'a row’s public part changed',
    [`UPDATE audit_log SET action = 'comment.rejected' WHERE id = 5`],
    /Row 5 .*not what was sealed/,
  ],
  [
    'who did it changed',
    [`UPDATE audit_log SET actor_kind = 'user', actor_id = 'x' WHERE id = 6`],
    /Row 6 .*not what was sealed/,
  ],
  [
    'the time of a row changed',
    ['UPDATE audit_log SET at = at + 1 WHERE id = 21'],
    /Row 21 .*not what was sealed/,
  ],
  [
    'a row’s data made unreadable',
    [`UPDATE audit_log SET data = '{' WHERE id = 2`],
    /Row 2 .*not what was sealed/,
  ],
  ['a row removed', ['DELETE FROM audit_log WHERE id = 9'], /Row 9 .*is gone/],
  [
    'a row removed with its seal',
    ['DELETE FROM audit_log WHERE id = 9', 'DELETE FROM sealed_entries WHERE audit_id = 9'],
    /index 8 is gone/,
  ],
  [
    'a row removed with its seal and the gap closed',
    [
      'DELETE FROM audit_log WHERE id = 9',
      'DELETE FROM sealed_entries WHERE audit_id = 9',
      'UPDATE sealed_entries SET position = position - 1 WHERE position > 8',
    ],
    /Row 9 .*is gone/,
  ],
  ['the last sealed row removed', ['DELETE FROM audit_log WHERE id = 21'], /Row 21 .*is gone/],
  ['a row removed before it was sealed', ['DELETE FROM audit_log WHERE id = 22'], /Row 22 .*is gone/],
  ['the last row removed before it was sealed', ['DELETE FROM audit_log WHERE id = 23'], /Row 23 .*is gone/],
  ['rows reordered', swap('audit_log', 'id', 3, 12), /Row 3 .*not what was sealed/],
  ['rows reordered with their seals', swap('sealed_entries', 'position', 2, 11), /Row 3 .*slipped in/],
  ['neighbours reordered with their seals', swap('sealed_entries', 'position', 7, 8), /Row 8 .*slipped in/],
  ['a row put before the first', [copyRow(0)], /Row 0 .*slipped in/],
  [
    'a leaf changed',
    [`UPDATE sealed_entries SET leaf = replace(leaf, substr(leaf, 1, 1), 'x') WHERE position = 13`],
    /Row 14 .*not what was sealed/,
  ],
  [
    'a salt changed',
    [`UPDATE sealed_entries SET salt = '00' WHERE position = 0`],
    /Row 1 .*not what was sealed/,
  ],
  [
    'a leaf exchanged for another',
    [
      'UPDATE sealed_entries SET (salt, leaf) = (SELECT salt, leaf FROM sealed_entries WHERE position = 1) WHERE position = 2',
    ],
    /Row 3 .*not what was sealed/,
  ],
  [
    'a node changed',
    [`UPDATE tree_nodes SET hash = '' WHERE level = 2 AND position = 3`],
    /Node 3 of level 2/,
  ],
  ['a node removed', ['DELETE FROM tree_nodes WHERE level = 4'], /Node 0 of level 4/],
  ['a node added', [`INSERT INTO tree_nodes VALUES (5, 0, '')`], /Node 0 of level 5/],
  [
    'a head changed',
    [`UPDATE tree_heads SET root = (SELECT root FROM tree_heads WHERE size = 7) WHERE size = 14`],
    /head of size 14/,
  ],
  [
    'the newest head removed',
    ['DELETE FROM tree_heads WHERE size = 21'],
    /21 entries are sealed but the newest head covers 14/,
  ],
  [
    'a head of more than there is',
    [`INSERT INTO tree_heads SELECT 99, root, sealed_at FROM tree_heads WHERE size = 21`],
    /index 21 is gone/,
  ],
  [
    'the end of the log cut off whole',
    [
      'DELETE FROM audit_log WHERE id > 14',
      'DELETE FROM sealed_entries WHERE position >= 14',
      'DELETE FROM tree_heads WHERE size > 14',
      'DELETE FROM tree_nodes WHERE (position + 1) << level > 14',
    ],
    /Row 15 .*is gone/,
  ],
]

/** Checks the folder's database and answers what was wrong. */
async function findWrong(folder: string): Promise<string> {
  const server = await startDatabaseServer(join(folder, 'database'), folder)
  const client = connect(server.url)
  try {
    return await verifyDatabase(client, null).then(() => 'nothing', String)
  } finally {
    client.close()
    await server.stop()
  }
}

describe('a check of the database', () => {
  it('finds nothing in a copy that nobody changed', async () => {
    expect(await findWrong(await tamper([]))).toBe('nothing')
  })

  it.each(tampered)('finds %s', async (_what, statements, said) => {
    expect(await findWrong(await tamper(statements))).toMatch(said)
  })
})

describe('npm run verify -- --data', () => {
  it('says that nothing is wrong where nothing is', async () => {
    const { code, said } = await verify('--data', sealed)
    expect(said).toContain(
      'Checked 21 entries and 3 seals: nothing was dropped or altered. Not yet sealed: 2',
    )
    expect(said).toContain('没有删除，没有改动')
    expect(code).toBe(0)
  })

  it('names the first bad row in both languages, with code 1', async () => {
    const folder = await tamper(['UPDATE audit_log SET at = at + 1 WHERE id IN (6, 12)'])
    const { code, said } = await verify('--data', folder)
    expect(said).toMatch(/审计日志第 6 行与封存时不一致.* \/ Row 6 of the audit log is not what was sealed/)
    expect(code).toBe(1)
  })

  it('refuses a folder without a database', async () => {
    const { code, said } = await verify('--data', tmpdir())
    expect(said).toContain('is not a data folder of Yanlu')
    expect(code).toBe(1)
  })
})

describe('npm run verify -- --state', () => {
  it('finds a log that was written and sealed anew from the start', async () => {
    const folder = makeFolder()
    cpSync(sealed, folder, { recursive: true })
    const order = ['--data', folder, '--state', join(folder, 'seen.json')]
    expect((await verify(...order)).code).toBe(0)
    expect((await verify(...order)).said).toContain('it goes on from the check of')
    rmSync(join(folder, 'database'), { recursive: true })
    await fill(folder)
    const { code, said } = await verify(...order)
    expect(said).toMatch(/head of size 21, seen on .* no longer fits/)
    expect(code).toBe(1)
  })
})

/** The app as a site: what is asked over HTTP goes to it. */
async function serve({ app }: TestApp): Promise<string> {
  const server = createServer(async (request, response) => {
    const answer = await app.request(request.url ?? '/')
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => void server.close())
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

describe('npm run verify -- <address>', async () => {
  const app = await startTestApp()
  const address = await serve(app)
  const seal = async () => {
    const entry = {
      action: 'comment.submitted',
      subjectKind: 'comment',
      subjectId: 'GX21-0000-0000',
    } as const
    for (let i = 0; i < 5; i += 1) await recordAudit(app.context(), entry)
    app.clock.advance(hour)
    await sealAuditLog(app.context())
  }

  it('checks a site from outside, remembers what it saw and goes on from there', async () => {
    const state = join(makeFolder(), 'seen.json')
    expect((await verify(address, '--state', state)).said).toContain('Nothing is sealed yet')
    expect(existsSync(state)).toBe(false)
    await seal()
    expect((await verify(`${address}/`, '--state', state)).said).toContain(
      'Checked 5 entries and 1 seal: nothing',
    )
    await seal()
    const { code, said } = await verify(address, '--state', state)
    expect(said).toMatch(
      /Checked 10 entries and 2 seals, and it goes on from the check of .*: nothing was dropped/,
    )
    expect(code).toBe(0)
  })

  it('refuses a state that is another site’s, and what is no address', async () => {
    const state = join(makeFolder(), 'seen.json')
    await verify(address, '--state', state)
    const other = await verify(address.replace('127.0.0.1', 'localhost'), '--state', state)
    expect(other.said).toContain('is not what a check of')
    for (const args of [['ftp://example.test'], [address, address], [address, '--data', '.'], ['--what']]) {
      const { code, said } = await verify(...args)
      expect(said).toContain('Usage: npm run verify')
      expect(code).toBe(1)
    }
  })

  it('names the first bad row', async () => {
    await seal()
    await app.db.run(sql`DROP TRIGGER audit_log_refuses_update`)
    await app.db.run(sql`UPDATE audit_log SET actor_id = 'x' WHERE id IN (4, 7)`)
    const { code, said } = await verify(address)
    expect(said).toContain('审计日志第 4 行与封存时不一致')
    expect(code).toBe(1)
  })

  it('says so when nobody answers', async () => {
    const { code, said } = await verify('http://127.0.0.1:9')
    expect(said).toContain('cannot be reached')
    expect(code).toBe(1)
  })
})
