import { mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface MailFolder {
  /** Where the Worker sends its mails: smtp://127.0.0.1:… */
  url: string
  stop(): Promise<void>
}

/** A mail server on this machine that delivers to nobody: each mail becomes a readable text in the folder. */
export async function keepMails(folder: string): Promise<MailFolder> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let taken = 0
  const keep = async (raw: Buffer, to: string) => {
    const { subject = '', text = '' } = await PostalMime.parse(raw)
    taken += 1
    const at = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
    const file = `${at}-${taken}-${to.replace(/[^\w.@+-]/g, '_')}.txt`
    const head = `收件人 / To: ${to}\n主题 / Subject: ${subject}\n\n`
    writeFileSync(join(folder, file), `${head}${text.trim()}\n`, { mode: 0o600 })
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const kept = envelope.rcptTo.map(({ address }) => keep(raw, address))
        Promise.all(kept).then(() => done(), done)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
