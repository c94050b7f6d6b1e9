import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedMail extends Email {
  raw: string
  /** Where the envelope says it goes. */
  recipients: string[]
  user: string | undefined
  isEncrypted: boolean
}

/** A real SMTP server on this machine that keeps what it takes in. */
export interface MailServer {
  port: number
  received: ReceivedMail[]
  /** How often a client connected. */
  connections: number
  /** What it answers at RCPT TO in place of yes, by recipient. */
  refusals: Map<string, string>
  stop(): Promise<void>
}

/** On the given port, or on any; with a user it insists on them. */
export async function startMailServer({
  port = 0,
  user,
  ...options
}: {
  port?: number
  user?: { name: string; password: string }
} & SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const refusals = new Map<string, string>()
  const state = { port, received, refusals, connections: 0, stop: async () => {} }
  const server = new SMTPServer({
    disabledCommands: user ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    authOptional: !user,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    ...options,
    onConnect: (_session, done) => {
      state.connections += 1
      done()
    },
    onAuth: ({ username, password }, _session, done) =>
      username === user?.name && password === user?.password
        ? done(null, { user: username })
        : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => done(refusalOf(refusals.get(address))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        received.push({
          ...(await PostalMime.parse(raw)),
          raw,
          recipients: session.envelope.rcptTo.map(({ address }) => address),
          user: session.user as string | undefined,
          isEncrypted: session.secure,
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  state.port = (server.server.address() as AddressInfo).port
  state.stop = () => new Promise((resolve) => server.close(() => resolve()))
  return state
}

function refusalOf(text: string | undefined): Error | null {
  if (!text) return null
  return Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) })
}
