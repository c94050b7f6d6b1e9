import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readBindings } from './bindings'
import { buildAll } from './build'
import { connect } from './connect'
import { root } from './folders'
import { migrate } from './migrate'
import { endWith, Refusal } from './refusal'
import { importSeeds } from './seed'
import { readVars } from './settings'

interface Secrets {
  DATABASE_URL: string
  DATABASE_AUTH_TOKEN?: string
  APP_SECRET: string
}

await deploy(process.argv.slice(2)).catch(endWith)

async function deploy(args: string[]): Promise<void> {
  if (process.env.LOAD_TEST) throw refuseLoadTest('环境变量', 'the environment')
  const isDryRun = args.includes('--dry-run')
  const secrets = readSecrets(process.env, isDryRun)
  await buildAll()
  if (readBindings().bindings?.LOAD_TEST !== undefined)
    throw refuseLoadTest(' wrangler.toml ', 'wrangler.toml')
  if (isDryRun)
    console.log('演练：不改动数据库，也不上传。/ Dry run: the database and the deployment stay as they are.')
  else await prepareDatabase(secrets)
  process.exitCode = runWrangler(args, isDryRun ? null : secrets)
}

function refuseLoadTest(zh: string, en: string): Refusal {
  return new Refusal(
    `${zh}设有 LOAD_TEST：它取消限流和工作量证明，不得用于部署。`.trim(),
    `LOAD_TEST is set in ${en}: it lifts rate limits and proof-of-work and is never deployed.`,
  )
}

function readSecrets(env: NodeJS.ProcessEnv, isDryRun: boolean): Secrets {
  const { DATABASE_URL, DATABASE_AUTH_TOKEN, APP_SECRET } = env
  if (!DATABASE_URL) {
    throw new Refusal(
      '缺少 DATABASE_URL：请设为 Turso（libsql://…）或自建 sqld（https://…）的地址，需要令牌时另设 DATABASE_AUTH_TOKEN。',
      'DATABASE_URL is not set: give it the address of Turso (libsql://…) or of your sqld (https://…), and DATABASE_AUTH_TOKEN its token if it asks for one.',
    )
  }
  if (!isDryRun && /^\w+:\/\/(localhost|127\.|\[::1\])/.test(DATABASE_URL)) {
    throw new Refusal(
      'DATABASE_URL 指向本机，部署后的 Worker 无法访问。',
      'DATABASE_URL is an address of this machine, which a deployed Worker cannot reach.',
    )
  }
  if (!APP_SECRET || APP_SECRET.length < 32) {
    throw new Refusal(
      '缺少 APP_SECRET 或不足 32 个字符：用 openssl rand -base64 32 生成一次并妥善保存；更换它会使登录和查询码失效。',
      'APP_SECRET is not set or shorter than 32 characters: make it once with openssl rand -base64 32 and keep it; another one voids sign-ins and query codes.',
    )
  }
  return {
    DATABASE_URL,
    APP_SECRET,
    ...(DATABASE_AUTH_TOKEN ? { DATABASE_AUTH_TOKEN } : {}),
    ...readVars(env),
  }
}

async function prepareDatabase({ DATABASE_URL, DATABASE_AUTH_TOKEN }: Secrets): Promise<void> {
  const client = connect(DATABASE_URL, DATABASE_AUTH_TOKEN)
  const now = new Date()
  const applied = await migrate(client, { now })
  console.log(`已执行迁移 ${applied.length} 个 / ${applied.length} migrations applied`)
  await importSeeds(client, { now })
  client.close()
}

/** Uploads the Worker together with its secrets, which are on the disk only while wrangler runs. */
function runWrangler(args: string[], secrets: Secrets | null): number {
  const wrangler = join(
    dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
    'bin/wrangler.js',
  )
  const folder = mkdtempSync(join(tmpdir(), 'yanlu-deploy-'))
  const file = join(folder, 'secrets.json')
  writeFileSync(file, JSON.stringify(secrets ?? {}), { mode: 0o600 })
  try {
    const withSecrets = secrets ? ['--secrets-file', file] : []
    const { status } = spawnSync(process.execPath, [wrangler, 'deploy', ...withSecrets, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false' },
    })
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
