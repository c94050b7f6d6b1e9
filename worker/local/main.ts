import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../db/client'
import { keysFrom } from '../keys'
import { runDailyWork } from '../services/schedule/run-daily-work'
import { announce, announceAccounts } from './announce'
import { buildAll } from './build'
import { connect } from './connect'
import { type DataFolder, takeDataFolder } from './data-folder'
import { keepMails } from './mail-folder'
import { migrate } from './migrate'
import { requireFreePort } from './port'
import { endWith, Refusal } from './refusal'
import { seedAccounts, systemContext } from './seed'
import { serve } from './serve'
import { readSettings, type Settings } from './settings'
import { keepSignals } from './signals'
import { sowAnsweredConsultation } from './sow-answered-consultation'
import { sowDemoComments } from './sow-demo'
import { sowDemoConsultation } from './sow-demo-consultation'
import { sowDemoEnterprises } from './sow-enterprises'
import { startDatabaseServer } from './sqld'

const undo: (() => Promise<void> | void)[] = []
const stopped = new AbortController()
const patience = 750

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, stop)
process.stdout.on('error', () => {})
await start().catch(stop)

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2))
  const folder = await takeDataFolder(settings.dataFolder)
  undo.push(folder.release)
  const port = settings.port || settings.keepsMails ? await requireFreePort(settings.port) : 0
  if (settings.keepsMails) await takeMails(settings, folder, port)
  const [databaseUrl, watching] = await Promise.all([
    startDatabase(folder, settings),
    settings.watch
      ? keepSignals(async () => (await import('./watch')).watch())
      : buildAll({ signal: stopped.signal }),
  ])
  if (stopped.signal.aborted) return
  const served = await serve({
    port,
    owner: folder.path,
    files: folder.files,
    vars: describeVars(settings, folder, databaseUrl),
    onLost: () =>
      stop(new Refusal('workerd 意外退出，言路已停止。', 'workerd ended unexpectedly; Yanlu has stopped.')),
  })
  undo.push(served.stop)
  watching?.follow(served.reload)
  folder.record({ pid: process.pid, address: served.address, databaseUrl })
  announce(served.address, { ...settings, dataFolder: folder.path, mails: folder.mails })
}

/** What the product mails is kept beside the data; links in it lead here. */
async function takeMails({ vars }: Settings, { mails }: DataFolder, port: number): Promise<void> {
  const kept = await keepMails(mails)
  undo.push(kept.stop)
  vars.SMTP_URL = kept.url
  vars.MAIL_FROM ??= '言路 <noreply@yanlu.test>'
  vars.PUBLIC_ORIGIN ??= `http://127.0.0.1:${port}`
}

async function startDatabase(folder: DataFolder, { demoPassword }: Settings): Promise<string> {
  const server = await startDatabaseServer(folder.database, folder.path)
  undo.push(server.stop)
  void server.ended.then(() =>
    stop(
      new Refusal(
        '数据库意外退出，言路已停止。',
        'The database server ended unexpectedly; Yanlu has stopped.',
      ),
    ),
  )
  const client = connect(server.url)
  const now = new Date()
  await migrate(client, { now })
  const db = openDatabase({ url: server.url })
  const ctx = { ...systemContext(client, now), db, keyFor: keysFrom(folder.secret) }
  announceAccounts(await seedAccounts(ctx, demoPassword))
  await sowAnsweredConsultation(ctx)
  await sowDemoComments(ctx)
  await sowDemoEnterprises(ctx)
  await sowDemoConsultation(ctx)
  await runDailyWork(ctx)
  client.close()
  return server.url
}

function describeVars(settings: Settings, folder: DataFolder, databaseUrl: string): Record<string, string> {
  return {
    ENVIRONMENT: 'local',
    DATABASE_URL: databaseUrl,
    APP_SECRET: folder.secret,
    CLIENT_ADDRESS_HEADER: settings.clientAddressHeader,
    ...settings.vars,
    REQUIRE_SECOND_FACTOR: settings.requiresSecondFactor ? '1' : '0',
    ...(settings.loadTest ? { LOAD_TEST: '1' } : {}),
  }
}

async function stop(reason?: unknown): Promise<void> {
  if (stopped.signal.aborted) return
  stopped.abort()
  for (const step of undo.reverse()) {
    await Promise.race([Promise.resolve(step()).catch(console.error), wait(patience)])
  }
  if (reason) endWith(reason)
  process.exit(0)
}
