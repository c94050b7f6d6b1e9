import { createHash } from 'node:crypto'

/** SHA-256 of what comes piece by piece, in lower-case hexadecimal: Web Crypto takes a text only as a whole. */
export function openSha256() {
  const hash = createHash('sha256')
  return {
    add(data: Uint8Array | string): void {
      hash.update(data)
    },
    end: (): string => hash.digest('hex'),
  }
}
