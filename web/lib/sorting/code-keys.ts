/** What the keys of the sorting screen do; every other letter and digit is a code's. */
export const sortingKeys = {
  next: 'j',
  previous: 'k',
  undo: 'u',
  find: '/',
  accept: '=',
  dismiss: '-',
} as const
export type SortingAct = keyof typeof sortingKeys

const codeKeys = [...'123456789abcdefghilmnopqrstvwxyz']

/** The key of each code in the order of the codebook; those beyond the last key are found by typing. */
export function keysOfCodes(ids: readonly number[]): ReadonlyMap<number, string> {
  return new Map(ids.slice(0, codeKeys.length).map((id, i) => [id, codeKeys[i] ?? '']))
}

export type Pressed = { act: SortingAct } | { code: number }

/** What a single key means among these codes. */
export function meaningOf(key: string, keys: ReadonlyMap<number, string>): Pressed | null {
  const plain = key.toLowerCase()
  for (const [act, own] of Object.entries(sortingKeys)) if (own === plain) return { act: act as SortingAct }
  for (const [code, own] of keys) if (own === plain) return { code }
  return null
}
