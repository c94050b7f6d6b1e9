import crypto, { type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Of every account that a test makes. */
export const testPassword = 'a long enough password'

type Done = (error: Error | null, key: Buffer) => void

const derive = crypto.scrypt
const known = new Map<string, Buffer>()

/** Has scrypt work out a key for the same password and salt once, for the test accounts' password whatever the salt: it costs a tenth of a second each time. */
export function rememberKeys(): void {
  const remembering = (
    password: string,
    salt: string,
    length: number,
    options: ScryptOptions,
    done: Done,
  ): void => {
    const name = JSON.stringify([password, password === testPassword ? null : salt, length, options])
    const key = known.get(name)
    if (key) return void setImmediate(done, null, Buffer.from(key))
    derive(password, salt, length, options, (error, made) => {
      if (!error) known.set(name, Buffer.from(made))
      done(error, made)
    })
  }
  crypto.scrypt = remembering as typeof crypto.scrypt
  syncBuiltinESMExports()
}
