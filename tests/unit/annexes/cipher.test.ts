import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../worker/errors'
import { decryptFile, encryptFile } from '../../../worker/services/annexes/cipher'

const ctx = {
  keyFor: (purpose: string) => `${purpose}:a secret for tests`,
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
}
const plain = new TextEncoder().encode('单位成本 317 元，不得外传。'.repeat(50))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error instanceof AppError ? error.code : error),
  )

describe('a confidential file', () => {
  it('comes back as it was', async () => {
    const sealed = await encryptFile(ctx, 'one', plain)
    expect(text(await decryptFile(ctx, 'one', sealed))).toBe(text(plain))
  })

  it('shows nothing of itself, and never looks the same twice', async () => {
    const [first, second] = [await encryptFile(ctx, 'one', plain), await encryptFile(ctx, 'one', plain)]
    expect(text(first.stored)).not.toContain('317')
    expect(text(first.stored)).not.toBe(text(second.stored))
    expect(first.wrappedKey).not.toBe(second.wrappedKey)
    expect(first.stored.length).toBe(plain.length + 12 + 16)
  })

  it.each([0, 11, 12, 40, -1])('is refused once the bit at %i is another', async (place) => {
    const { stored, wrappedKey } = await encryptFile(ctx, 'one', plain)
    const at = place < 0 ? stored.length + place : place
    stored[at] = (stored[at] ?? 0) ^ 1
    expect(await refusalOf(decryptFile(ctx, 'one', { stored, wrappedKey }))).toBe('annex_damaged')
  })

  it('is refused with another key, under another id, or with another secret', async () => {
    const sealed = await encryptFile(ctx, 'one', plain)
    const { wrappedKey } = await encryptFile(ctx, 'one', plain)
    expect(await refusalOf(decryptFile(ctx, 'one', { ...sealed, wrappedKey }))).toBe('annex_damaged')
    expect(await refusalOf(decryptFile(ctx, 'two', sealed))).toBe('annex_damaged')
    const other = { keyFor: () => 'annex:another secret' }
    expect(await refusalOf(decryptFile(other, 'one', sealed))).toBe('annex_damaged')
  })
})
