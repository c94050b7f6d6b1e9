import { batch, createMemo, createSignal } from 'solid-js'
import type { Selection } from '../../../../worker/contract/moderation/batches'
import type { GroupMember, GroupView } from '../../../../worker/contract/moderation/groups'
import { ApiError, asApiError } from '../../../api/api-error'
import { getGroup } from '../../../api/moderation'
import { stepFrom } from './queue'

/** A group of near-identical comments as it is looked through: what was seen, what is left out, what came later. */
export function createGroup() {
  const [view, setView] = createSignal<GroupView | null>(null)
  const [members, setMembers] = createSignal<readonly GroupMember[]>([])
  const [leftOut, setLeftOut] = createSignal<ReadonlySet<number>>(new Set())
  const [position, setPosition] = createSignal<number | null>(null)
  const [id, setId] = createSignal<number | null>(null)
  const [later, setLater] = createSignal(0)
  const [error, setError] = createSignal<ApiError | null>(null)
  const [loading, setLoading] = createSignal(false)
  const [isWhole, setWhole] = createSignal(false)

  const reviews = (found: readonly GroupMember[]) => found.flatMap(({ reviewId }) => reviewId ?? [])
  const seen = createMemo(() =>
    members().filter(({ reviewId }) => reviewId !== null && !leftOut().has(reviewId)),
  )

  async function load(groupId: number, after?: string) {
    setLoading(true)
    setError(null)
    const answer = await getGroup(groupId, after).catch(asApiError)
    if (id() !== groupId) return
    batch(() => {
      setLoading(false)
      if (answer instanceof ApiError) return setError(answer)
      setView(answer)
      setMembers((held) => {
        const known = new Set(held.map(({ publicId }) => publicId))
        return [...held, ...answer.items.filter(({ publicId }) => !known.has(publicId))]
      })
      setLater(0)
      setPosition((held) => held ?? reviews(answer.items)[0] ?? null)
    })
  }

  return {
    id,
    view,
    members,
    position,
    later,
    error,
    loading,
    open(groupId: number) {
      batch(() => {
        setId(groupId)
        setView(null)
        setMembers([])
        setLeftOut(new Set<number>())
        setPosition(null)
        setWhole(false)
      })
      void load(groupId)
    },
    close: () => setId(null),
    retry() {
      const groupId = id()
      if (groupId !== null) void load(groupId)
    },
    more() {
      const groupId = id()
      const next = view()?.next
      if (groupId !== null && next && !loading()) void load(groupId, next)
    },
    /** Counts who joined since; they are shown only when asked for. */
    async lookForLater() {
      const [groupId, held] = [id(), view()]
      if (groupId === null || !held) return
      const answer = await getGroup(groupId).catch(asApiError)
      if (id() === groupId && !(answer instanceof ApiError)) setLater(answer.members - held.members)
    },
    step: (by: 1 | -1) => setPosition((held) => stepFrom(reviews(members()), held, by)),
    select: (reviewId: number) => setPosition(reviewId),
    isIn: (reviewId: number | null) => reviewId !== null && !leftOut().has(reviewId),
    toggle(reviewId: number | null) {
      if (reviewId === null) return
      setLeftOut((held) => {
        const next = new Set(held)
        if (!next.delete(reviewId)) next.add(reviewId)
        return next
      })
    },
    isWhole,
    setWhole,
    seen: () => (isWhole() ? (view()?.open ?? 0) : seen().length),
    /** Exactly those that were looked at, unless all are asked for; who joins later waits for a decision of their own. */
    asked(): Selection {
      const groupId = id()
      if (isWhole() && groupId !== null) return { of: 'group', groupId }
      const reviews = seen().flatMap(({ publicId, reviewId, revision }) =>
        reviewId === null ? [] : [{ publicId, reviewId, revision }],
      )
      return { of: 'chosen', reviews }
    },
  }
}

export type GroupStore = ReturnType<typeof createGroup>
