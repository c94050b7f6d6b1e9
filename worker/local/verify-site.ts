import { hashLeaf } from '../contract/merkle'
import type { EntriesView, Entry, HeadsView, HeadView, SealedEntryView } from '../contract/transparency'
import { Refusal } from './refusal'
import { tampering } from './tampering'
import { type SeenHead, TreeWalk, type Verified } from './walk-tree'

type Ask = (address: string) => Promise<Response>

const patience = 60_000
const askPatiently: Ask = (address) => fetch(address, { signal: AbortSignal.timeout(patience) })

/** Checks a running site from outside, by nothing but what it shows to everybody; throws with the first thing wrong. */
export async function verifySite(
  address: string,
  seen: SeenHead | null,
  ask: Ask = askPatiently,
): Promise<Verified> {
  const heads = await fetchHeads(address, ask)
  const walk = new TreeWalk(heads, seen)
  const [head = null] = heads
  let row = 0
  for await (const items of fetchEntries(address, ask, head?.size ?? 0)) {
    for (const [i, item] of items.entries()) row = await checkEntry(item, walk.size + i, row)
    await walk.take(items.map(({ leaf }) => leaf))
  }
  walk.end(heads)
  return { head, heads: heads.length, waiting: null }
}

/** The newest first. */
async function fetchHeads(address: string, ask: Ask): Promise<HeadView[]> {
  const heads: HeadView[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: HeadsView = await getJson(`${address}/api/transparency?limit=100&after=${after}`, ask)
    heads.push(...page.items)
    after = page.items.length > 0 ? page.next : null
  }
  return heads
}

async function* fetchEntries(address: string, ask: Ask, size: number): AsyncGenerator<SealedEntryView[]> {
  let after: string | null = ''
  for (let index = 0; index < size && after !== null; ) {
    const page: EntriesView = await getJson(`${address}/api/transparency/entries?after=${after}`, ask)
    const items = page.items.slice(0, size - index)
    if (items.length === 0) return
    yield items
    index += items.length
    after = page.next
  }
}

/** Answers the row of the audit log that the entry is of. */
async function checkEntry(item: SealedEntryView, index: number, before: number): Promise<number> {
  if (item.index !== index) throw tampering.entryMissing(index)
  const id = rowOf(item.entry)
  if (id === null || item.leaf !== (await hashLeaf(item.entry))) throw tampering.rowChanged(before + 1)
  if (id <= before) throw tampering.outOfOrder(id, index)
  if (id > before + 1) throw tampering.rowMissing(before + 1)
  return id
}

function rowOf(entry: string): number | null {
  try {
    return (JSON.parse(entry) as Entry).id
  } catch {
    return null
  }
}

async function getJson<View>(address: string, ask: Ask): Promise<View> {
  const answer = await ask(address).catch((error: Error) => {
    throw new Refusal(`无法访问 ${address}：${error.message}`, `${address} cannot be reached.`)
  })
  if (answer.ok && answer.headers.get('content-type')?.startsWith('application/json')) return answer.json()
  throw new Refusal(`${address} 返回 ${answer.status}，无法核对。`, `${address} answered ${answer.status}.`)
}
