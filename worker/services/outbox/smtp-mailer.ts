import type { Socket } from 'node:net'
import type { Mail, Mailer, MailTrouble } from './mailer'
import { MailError } from './mailer'

interface SmtpSettings {
  /** smtp://user:password@host:587 (STARTTLS where the server offers it) or smtps://…:465. */
  url: string
  /** `noreply@example.org` or `言路 <noreply@example.org>` */
  from: string
}

const patience = 60_000

/** Sends over SMTP, each mail on a connection of its own. Its library is loaded with the first mail. */
export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const server = readServer(new URL(url))
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? server.host
  return {
    async send({ key, to, subject, text, html, unsubscribe }: Mail): Promise<void> {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport({
        ...server,
        name: domain,
        disableFileAccess: true,
        disableUrlAccess: true,
        getSocket: (_options: unknown, done: (error: Error | null, opened?: OpenSocket) => void) =>
          void openSocket(server).then((opened) => done(null, opened), done),
      })
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${key}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
          signal: AbortSignal.timeout(patience),
        })
      } catch (error) {
        throw troubleOf(error as SmtpError)
      }
    },
  }
}

interface Server {
  host: string
  port: number
  secure: boolean
  auth?: { user: string; pass: string }
  ignoreTLS: boolean
  requireTLS: boolean
}

/** A password goes over an encrypted connection only, unless the server is this machine or `?starttls=never` says otherwise. */
function readServer(url: URL): Server {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const isPlain = url.searchParams.get('starttls') === 'never'
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host)
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    ignoreTLS: isPlain,
    requireTLS: !secure && !isPlain && !isHere && url.username !== '',
  }
}

interface OpenSocket {
  connection: Socket
  secured: boolean
}

/** The library would ask a name server abroad for the host: workerd's `node:dns` knows no other. Its sockets resolve names by themselves. */
async function openSocket({ host, port, secure }: Server): Promise<OpenSocket> {
  const [net, tls] = await Promise.all([import('node:net'), import('node:tls')])
  const socket = secure ? tls.connect({ host, port, servername: host }) : net.connect({ host, port })
  socket.setMaxListeners(0)
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once(secure ? 'secureConnect' : 'connect', () => resolve())
  })
  return { connection: socket, secured: secure }
}

interface SmtpError extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** 5.7 speaks of policy: it is the sender who has no leave, as where a relay is set up wrongly. */
function troubleOf({ code, command, response, responseCode }: SmtpError): MailError {
  const isOfRecipient = code === 'EENVELOPE' && command === 'RCPT TO'
  const isForGood = (responseCode ?? 0) >= 500 && !/^\d{3}[ -]5\.7\./.test(response ?? '')
  const trouble: MailTrouble =
    isOfRecipient && isForGood ? 'refused' : isOfRecipient || code === 'EMESSAGE' ? 'deferred' : 'unreachable'
  return new MailError(trouble, [code ?? 'ECONNECTION', command, responseCode].filter(Boolean).join(' '))
}
