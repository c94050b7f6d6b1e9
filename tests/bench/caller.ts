import { Agent, type IncomingMessage, request } from 'node:http'

export interface Answer {
  status: number
  bytes: number
  text: string
  ms: number
}

/** One person at the product: keeps connections and cookies. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  readonly #cookies = new Map<string, string>()

  constructor(readonly address: string) {}

  get(path: string): Promise<Answer> {
    return this.#send('GET', path)
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.#send('POST', path, JSON.stringify(body))
  }

  async signIn(email: string, password: string): Promise<void> {
    const { status, text } = await this.post('/api/auth/sign-in/email', { email, password })
    if (status !== 200) throw new Error(`${email} could not sign in: ${status} ${text}`)
  }

  /** The answer as it arrives, for what is too large to hold. */
  open(path: string): Promise<IncomingMessage> {
    return this.#ask('GET', path)
  }

  close(): void {
    this.#agent.destroy()
  }

  async #send(method: string, path: string, body?: string): Promise<Answer> {
    const begun = performance.now()
    const answer = await this.#ask(method, path, body)
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part)
    const ms = performance.now() - begun
    const whole = Buffer.concat(parts)
    return { status: answer.statusCode ?? 0, bytes: whole.length, text: whole.toString(), ms }
  }

  #ask(method: string, path: string, body?: string): Promise<IncomingMessage> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }) }
    return new Promise((resolve, reject) => {
      const sent = request(this.address + path, { method, headers, agent: this.#agent }, (answer) => {
        for (const line of answer.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          this.#cookies.set(name, value)
        }
        resolve(answer)
      })
      sent.once('error', reject)
      sent.end(body)
    })
  }
}
