import type { ServiceContext } from './context'
import { readAddressOf } from './contract/addresses'
import { limits } from './contract/limits'
import type { DeskNews } from './contract/moderation/news'
import { groupRows } from './db/group-rows'
import { type DurableState, type Env, type LiveSocket, readConfig } from './env'
import { visitorHeader } from './hono-env'
import { createSmtpMailer } from './services/outbox/smtp-mailer'
import { listModeratorIds } from './services/reviews/list-moderator-ids'
import { readDeskNews } from './services/reviews/read-desk-news'
import { nextDueAt } from './services/schedule/next-due-at'
import { runDueWork } from './services/schedule/run-due-work'
import { runMailRound } from './services/schedule/run-mail-round'
import { systemContextOf } from './system-context'

declare const WebSocketPair: new () => { 0: LiveSocket; 1: LiveSocket }

/** What a socket remembers while the room sleeps: whose it is, the last event it was told, and when it was let in. */
interface Visit {
  userId: string
  /** The consultation whose desk it is; null for the current one's. */
  consultation?: string | null
  after: number
  since: number
}

/** A visit ends by then, so that whoever lost the right to be here is asked again; the desk comes back by itself. */
const longestVisit = limits.holdMinutes * 60_000
/** Between two rounds of due work, so that what cannot be done now is not tried without end. */
const breath = 1000

/** The room of all open workbenches: it passes the news on, and wakes itself when staged decisions, mail or the seal fall due. */
export class DeskRoom {
  private telling: Promise<void> | undefined
  private isNewsWaiting = false
  private mailing: Promise<void> | undefined

  constructor(
    private readonly state: DurableState,
    private readonly env: Env,
  ) {}

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (request.headers.get('upgrade') === 'websocket')
      return this.admit({
        userId: request.headers.get(visitorHeader) ?? '',
        consultation: readAddressOf(url.pathname).consultation,
        after: Number(url.searchParams.get('after') ?? 0),
      })
    if (url.pathname === '/work') await this.alarm()
    else await Promise.all([this.tellNews(), this.wakeInTime()])
    return new Response(null, { status: 204 })
  }

  async alarm(): Promise<void> {
    await runDueWork(this.context())
    this.state.waitUntil(this.sendMail())
    await Promise.all([this.tellNews(), this.wakeInTime(breath)])
  }

  webSocketMessage(): void {}

  webSocketClose(socket: LiveSocket): void {
    socket.close()
  }

  private async admit({ after, ...visit }: Omit<Visit, 'since'>): Promise<Response> {
    const { 0: client, 1: server } = new WebSocketPair()
    this.state.acceptWebSocket(server)
    server.serializeAttachment({
      ...visit,
      after: Number.isSafeInteger(after) ? after : 0,
      since: Date.now(),
    } satisfies Visit)
    await this.tellNews()
    return new Response(null, { status: 101, webSocket: client } as ResponseInit)
  }

  /** One telling at a time: what happens meanwhile is told by the next, once. */
  private tellNews(): Promise<void> {
    if (this.telling) {
      this.isNewsWaiting = true
      return this.telling
    }
    this.telling = this.tellUntilQuiet().finally(() => {
      this.telling = undefined
    })
    return this.telling
  }

  private async tellUntilQuiet(): Promise<void> {
    do {
      this.isNewsWaiting = false
      await this.tellOnce()
    } while (this.isNewsWaiting)
  }

  /** Those who know as much are told the same; one that comes back after long makes nobody else load anew. */
  private async tellOnce(): Promise<void> {
    const visits = this.state
      .getWebSockets()
      .map((socket) => ({ socket, ...(socket.deserializeAttachment() as Visit) }))
    if (visits.length === 0) return
    const context = this.context()
    const moderators = await listModeratorIds(context)
    for (const alike of groupRows(visits, ({ consultation, after }) => `${consultation} ${after}`).values()) {
      const [{ consultation, after }] = alike as [(typeof alike)[number]]
      const news = await readDeskNews({ ...context, consultation: consultation ?? null }, after)
      for (const { socket, ...visit } of alike) {
        const isOver = Date.now() - visit.since > longestVisit || !moderators.has(visit.userId)
        if (isOver) socket.close(1000, 'come back')
        else if (news.lastEvent > after) this.tell(socket, visit, news)
      }
    }
  }

  private tell(socket: LiveSocket, visit: Visit, news: DeskNews): void {
    try {
      socket.send(JSON.stringify(news))
      socket.serializeAttachment({ ...visit, after: news.lastEvent } satisfies Visit)
    } catch {
      socket.close()
    }
  }

  private async wakeInTime(pause = 0): Promise<void> {
    const due = await nextDueAt(this.context(), { withMail: this.mailing === undefined && hasMail(this.env) })
    if (!due) return
    const at = Math.max(due.getTime(), Date.now() + pause)
    const set = await this.state.storage.getAlarm()
    if (set === null || at < set) await this.state.storage.setAlarm(at)
  }

  /** Beside all else: a mail server that is slow or down keeps no decision waiting. */
  private sendMail(): Promise<void> {
    const { mail, publicOrigin } = readConfig(this.env)
    if (!mail) return Promise.resolve()
    this.mailing ??= runMailRound(this.context(), createSmtpMailer(mail), { origin: publicOrigin ?? null })
      .then(
        () => {},
        (error: unknown) => console.error('scheduled work failed', 'deliver mail', error),
      )
      .finally(() => {
        this.mailing = undefined
        return this.wakeInTime(breath).catch(console.error)
      })
    return this.mailing
  }

  private context(): ServiceContext {
    return systemContextOf(this.env)
  }
}

const hasMail = (env: Env) => readConfig(env).mail !== null
