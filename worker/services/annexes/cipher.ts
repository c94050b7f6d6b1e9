import type { ServiceContext } from '../../context'
import { toHex } from '../../contract/merkle'
import { AppError } from '../../errors'

const nonceLength = 12
const encoder = new TextEncoder()

type Keyed = Pick<ServiceContext, 'keyFor'>

/**
 * Encrypts a file with AES-256-GCM under a random key of its own, bound to the id that it is kept under. What is stored is nonce,
 * ciphertext and tag; the key comes wrapped (AES-KW) under one that HKDF derives from the secret.
 */
export async function encryptFile(
  ctx: Keyed & Pick<ServiceContext, 'random'>,
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ stored: Uint8Array<ArrayBuffer>; wrappedKey: string }> {
  const raw = new Uint8Array(ctx.random(32))
  const nonce = new Uint8Array(ctx.random(nonceLength))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt'])
  const sealed = await crypto.subtle.encrypt(ofFile(id, nonce), key, bytes)
  const wrapped = await crypto.subtle.wrapKey('raw', key, await wrappingKey(ctx), 'AES-KW')
  const stored = new Uint8Array(nonceLength + sealed.byteLength)
  stored.set(nonce)
  stored.set(new Uint8Array(sealed), nonceLength)
  return { stored, wrappedKey: toHex(new Uint8Array(wrapped)) }
}

/** The plain bytes again; `annex_damaged` where a bit of file or key is another, or they belong to another id. */
export async function decryptFile(
  ctx: Keyed,
  id: string,
  { stored, wrappedKey }: { stored: Uint8Array<ArrayBuffer>; wrappedKey: string },
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const key = await crypto.subtle.unwrapKey(
      'raw',
      fromHex(wrappedKey),
      await wrappingKey(ctx),
      'AES-KW',
      'AES-GCM',
      false,
      ['decrypt'],
    )
    const nonce = stored.slice(0, nonceLength)
    const plain = await crypto.subtle.decrypt(ofFile(id, nonce), key, stored.subarray(nonceLength))
    return new Uint8Array(plain)
  } catch {
    throw new AppError('annex_damaged')
  }
}

const ofFile = (id: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(id),
})

async function wrappingKey(ctx: Keyed): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', encoder.encode(ctx.keyFor('annex')), 'HKDF', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('annex key 1') },
    secret,
    { name: 'AES-KW', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
