import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { built, root } from '../../worker/local/folders'
import { hashInputs } from '../../worker/local/inputs'
import { type Served, serve } from '../../worker/local/serve'

const settings = readFileSync(join(root, 'wrangler.toml'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const secret = 'a secret for tests, thirty-two characters or more'
const whole = { DATABASE_URL: 'http://127.0.0.1:9', APP_SECRET: secret }
const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const owner = mkdtempSync(join(tmpdir(), 'yanlu-deployed-'))

beforeAll(() => {
  const isCurrent = existsSync(built.inputs) && readFileSync(built.inputs, 'utf8') === hashInputs()
  if (!isCurrent)
    execFileSync(process.execPath, ['worker/local/build.mjs'], { cwd: root, env, stdio: 'ignore' })
})
afterAll(() => rmSync(owner, { recursive: true, force: true }))

/** Serves the built Worker as a deployment would: with what wrangler.toml says and these secrets. */
async function deployed<Result>(
  vars: Record<string, string>,
  use: (served: Served) => Promise<Result>,
): Promise<Result> {
  const served = await serve({ port: 0, owner, files: join(owner, 'files'), vars, onLost: () => {} })
  try {
    return await use(served)
  } finally {
    await served.stop()
  }
}

describe('a deployed Worker', () => {
  it.each([
    ['LOAD_TEST', { ...whole, LOAD_TEST: '1' }],
    ['no secret', { DATABASE_URL: whole.DATABASE_URL }],
    ['a short secret', { ...whole, APP_SECRET: 'short' }],
    ['no database', { APP_SECRET: secret }],
  ])('refuses everything with %s and tells strangers nothing', async (_what, vars) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    await deployed(vars, async ({ address }) => {
      for (const path of ['/', '/api/health', '/api/challenge', '/desk', '/favicon.svg']) {
        const answer = await fetch(address + path)
        expect(answer.status).toBe(503)
        const { error } = await answer.json()
        expect(error.code).toBe('misconfigured')
        expect(JSON.stringify(error)).not.toMatch(/LOAD_TEST|SECRET|DATABASE|127\.0\.0\.1/)
      }
    })
    told.mockRestore()
  })

  it('serves with all that it needs, and asks for proof of work', async () => {
    await deployed(whole, async ({ address }) => {
      expect((await fetch(`${address}/receipts`)).status).toBe(200)
      const challenge = await fetch(`${address}/api/challenge`)
      expect((await challenge.json()).challenge.signature).toMatch(/^[0-9a-f]{64}$/)
    })
  })
})

describe('wrangler.toml', () => {
  it('is for production and holds no secret and no way round the limits', () => {
    expect(settings).toMatch(/^ENVIRONMENT = "production"$/m)
    expect(settings).not.toMatch(/APP_SECRET|DATABASE_URL|DATABASE_AUTH_TOKEN|LOAD_TEST/)
    expect(settings).not.toMatch(/["'][A-Za-z0-9+/_-]{32,}={0,2}["']/)
  })
})

describe('npm run deploy', () => {
  it.each([
    ['under LOAD_TEST', { ...whole, LOAD_TEST: '1' }, 'LOAD_TEST is set in the environment'],
    ['without a database', { APP_SECRET: secret }, 'DATABASE_URL is not set'],
    ['to a database on this machine', whole, 'DATABASE_URL is an address of this machine'],
    [
      'with a mail server that is none',
      { ...whole, DATABASE_URL: 'https://db.example.test', SMTP_URL: 'http://mail.example.test' },
      'SMTP_URL must be an address',
    ],
    ['without a secret', { DATABASE_URL: 'https://db.example.test' }, 'APP_SECRET is not set'],
  ])('refuses %s in one sentence', async (_when, vars, sentence) => {
    expect(scripts.deploy).toBe('node worker/local/deploy.mjs')
    const { code, stderr } = await run('worker/local/deploy.mjs', vars)
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).not.toContain(secret)
    expect(code).toBe(1)
  })
})

function run(script: string, vars: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, ...vars },
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr })))
}
