/** SHA-256 in lower-case hexadecimal. */
export type Hash = string

const text = new TextEncoder()
const inHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += inHex[byte]
  return hex
}

/** The bytes that a string of an even number of hexadecimal digits stands for. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

/** SHA-256 over the parts, one after another; a string counts as its UTF-8. */
export async function hashOf(...parts: (Uint8Array | string)[]): Promise<Hash> {
  const chunks = parts.map((part) => (typeof part === 'string' ? text.encode(part) : part))
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    joined.set(chunk, offset)
    offset += chunk.length
  }
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', joined)))
}

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** RFC 9162, 2.1.1: a leaf and an inner node can never be taken for one another. */
export const hashLeaf = (entry: string): Promise<Hash> => hashOf(leafMark, entry)
export const hashNode = (left: Hash, right: Hash): Promise<Hash> =>
  hashOf(nodeMark, fromHex(left), fromHex(right))

const isHash = (hash: unknown) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
const half = (number: number) => Math.floor(number / 2)
const isOdd = (number: number) => number % 2 === 1

interface InclusionClaim {
  leaf: Hash
  /** Counted from 0. */
  index: number
  size: number
  root: Hash
  proof: readonly Hash[]
}

/** RFC 9162, 2.1.3.2: whether the leaf stands at this place of the tree with this root. */
export async function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): Promise<boolean> {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size && proof.every(isHash))) return false
  let [node, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      hash = await hashNode(sibling, hash)
      for (; !isOdd(node) && node !== 0; last = half(last)) node = half(node)
    } else hash = await hashNode(hash, sibling)
    node = half(node)
    last = half(last)
  }
  return last === 0 && hash === root
}

interface ConsistencyClaim {
  from: { size: number; root: Hash }
  to: { size: number; root: Hash }
  proof: readonly Hash[]
}

/** RFC 9162, 2.1.4.2: whether the later tree begins with the earlier one, every entry in its place. */
export async function verifyConsistency({ from, to, proof }: ConsistencyClaim): Promise<boolean> {
  const isPossible = Number.isSafeInteger(from.size) && from.size >= 1 && from.size <= to.size
  if (!isPossible || !proof.every(isHash)) return false
  if (from.size === to.size) return proof.length === 0 && from.root === to.root
  let [node, last] = [from.size - 1, to.size - 1]
  for (; isOdd(node); last = half(last)) node = half(node)
  const [first, ...rest] = node === 0 ? [from.root, ...proof] : proof
  if (first === undefined) return false
  let [earlier, later] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      earlier = await hashNode(sibling, earlier)
      later = await hashNode(sibling, later)
      for (; !isOdd(node) && node !== 0; last = half(last)) node = half(node)
    } else later = await hashNode(later, sibling)
    node = half(node)
    last = half(last)
  }
  return last === 0 && earlier === from.root && later === to.root
}
