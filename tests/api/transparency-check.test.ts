import { beforeAll, describe, expect, it } from 'vitest'
import { hashLeaf } from '../../worker/contract/merkle'
import type { EntriesView, HeadsView, SealedEntryView } from '../../worker/contract/transparency'
import { verifySite } from '../../worker/local/verify-site'
import type { SeenHead } from '../../worker/local/walk-tree'
import { recordAudit } from '../../worker/services/audit/record'
import { sealAuditLog } from '../../worker/services/transparency/seal-audit-log'
import { emptyTree, growTree, rootOf } from '../../worker/services/transparency/tree'
import { minute } from '../support/clock'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const site = 'http://localhost'

/** Three heads, of 4, 8 and 12 entries. */
beforeAll(async () => {
  for (let i = 0; i < 12; i += 1) {
    await recordAudit(app.context(), {
      action: 'comment.submitted',
      subjectKind: 'comment',
      subjectId: `${i}`,
    })
    app.clock.advance(minute)
    if (i % 4 === 3) await sealAuditLog(app.context())
  }
})

interface Lie {
  entries?: (items: SealedEntryView[]) => SealedEntryView[] | Promise<SealedEntryView[]>
  heads?: (view: HeadsView) => HeadsView | Promise<HeadsView>
}

/** Asks the app, page by page of five entries, and lets a lie come between. */
const ask = (lie: Lie) => async (address: string) => {
  const { pathname, search } = new URL(address)
  const answer = await app.get(`${pathname}${search}${pathname.endsWith('/entries') ? '&limit=5' : ''}`)
  const view = await answer.json()
  if (!pathname.endsWith('/entries')) return Response.json(lie.heads ? await lie.heads(view) : view)
  const { items, next }: EntriesView = view
  return Response.json({ items: lie.entries ? await lie.entries(items) : items, next })
}
const check = (lie: Lie = {}, seen: SeenHead | null = null) => verifySite(site, seen, ask(lie))

/** An entry that says something else, with a leaf that fits it. */
async function reword(item: SealedEntryView): Promise<SealedEntryView> {
  const entry = item.entry.replace('submitted', 'published')
  return { ...item, entry, leaf: await hashLeaf(entry) }
}
const rewordAt = (index: number) => (items: SealedEntryView[]) =>
  Promise.all(items.map((item) => (item.index === index ? reword(item) : item)))

const lies: [what: string, lie: Lie, said: RegExp][] = [
  [
    'an entry that says something else',
    {
      entries: (items) =>
        items.map((item) => ({ ...item, entry: item.entry.replace('"id":7,', '"id":7, ') })),
    },
    /Row 7 .*not what was sealed/,
  ],
  [
    'an entry that says something else, its leaf with it',
    { entries: rewordAt(6) },
    /head of size 8 does not fit/,
  ],
  ['an entry left out', { entries: (items) => items.filter(({ index }) => index !== 6) }, /index 6 is gone/],
  [
    'an entry left out and the rest moved up',
    {
      entries: (items) =>
        items
          .filter(({ index }) => index !== 6)
          .map((item) => ({ ...item, index: item.index - (item.index > 6 ? 1 : 0) })),
    },
    /Row 7 .*is gone/,
  ],
  [
    'entries in another order',
    { entries: (items) => items.toReversed().map((item, i) => ({ ...item, index: items[i]?.index ?? 0 })) },
    /Row 1 .*is gone/,
  ],
  [
    'the last entries left out',
    { entries: (items) => items.filter(({ index }) => index < 10) },
    /index 10 is gone/,
  ],
  [
    'a head with another root',
    {
      heads: (view) => ({
        ...view,
        items: view.items.map((head) =>
          head.size === 8 ? { ...head, root: view.items[0]?.root ?? '' } : head,
        ),
      }),
    },
    /head of size 8 does not fit/,
  ],
  [
    'a head beyond the entries',
    {
      heads: (view) => ({
        ...view,
        items: view.items.map((head, i) => (i === 0 ? { ...head, size: 13 } : head)),
      }),
    },
    /index 12 is gone/,
  ],
]

describe('a check from outside', () => {
  it('is content with a site that shows everything as it was sealed', async () => {
    expect(await check()).toMatchObject({ head: { size: 12 }, heads: 3 })
  })

  it.each(lies)('finds %s', async (_what, lie, said) => {
    await expect(check(lie)).rejects.toThrow(said)
  })

  it('finds a past that was rewritten, entries, leaves and heads alike, by what it saw before', async () => {
    const seen = { ...(await check()).head, seenAt: '2021-03-20T00:00:00.000Z' } as SeenHead
    const { items }: EntriesView = await (await app.get('/api/transparency/entries')).json()
    const leaves = (await rewordAt(2)(items)).map(({ leaf }) => leaf)
    const rootAt = async (size: number) => rootOf((await growTree(emptyTree, leaves.slice(0, size))).tree)
    const heads = async (view: HeadsView) => ({
      ...view,
      items: await Promise.all(view.items.map(async (head) => ({ ...head, root: await rootAt(head.size) }))),
    })
    const rewritten = { entries: rewordAt(2), heads }
    expect(await check(rewritten)).toMatchObject({ heads: 3 })
    await expect(check(rewritten, seen)).rejects.toThrow(
      /head of size 12, seen on 2021-03-20.*no longer fits/,
    )
  })

  it('finds an end that was cut off, by what it saw before', async () => {
    const seen: SeenHead = { size: 13, root: '', sealedAt: '', seenAt: '2021-03-20T00:00:00.000Z' }
    await expect(check({}, seen)).rejects.toThrow(/13 entries were seen .* now there are 12/)
    const empty = { heads: () => ({ head: null, items: [], next: null }) }
    await expect(check(empty, seen)).rejects.toThrow(/13 entries were seen .* now there are 0/)
  })

  it('says so where a site does not answer as one does', async () => {
    const busy = async () => new Response('', { status: 503 })
    await expect(verifySite(site, null, busy)).rejects.toThrow('answered 503')
    const other = async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    await expect(verifySite(site, null, other)).rejects.toThrow('answered 200')
  })
})
