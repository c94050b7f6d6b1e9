import { batch, createSignal } from 'solid-js'
import type {
  BatchCount,
  BatchInput,
  BatchView,
  Selection,
} from '../../../../worker/contract/moderation/batches'
import { ApiError, asApiError } from '../../../api/api-error'
import { countBatch, sendBatch } from '../../../api/moderation'

export type BulkDecision = BatchInput['decision']

export interface Bulk {
  selection: Selection
  decision: BulkDecision
  /** Cards among them that stand for more than the comment that they show. */
  cards: number
  step: 'counting' | 'asking' | 'sending' | 'done'
  count: BatchCount | null
  report: BatchView | null
  error: ApiError | null
}

type BulkWords = Pick<BatchInput, 'reason' | 'note' | 'internalNote'>

/** As it stands in the form. */
export interface BulkTyped {
  reason: string
  note: string
  internalNote: string
}

const nothing: BulkTyped = { reason: '', note: '', internalNote: '' }

/** One decision on many: counted first, then asked for, then told what of it did not apply. */
export function createBulk(onStaged: (bulk: Bulk, view: BatchView) => void) {
  const [bulk, setBulk] = createSignal<Bulk | null>(null)
  /** What was typed outlives a closed dialog, until it has been sent. */
  const [typed, setTyped] = createSignal<Partial<Record<BulkDecision, BulkTyped>>>({})
  const change = (part: Partial<Bulk>) => setBulk((held) => held && { ...held, ...part })

  async function count() {
    const asked = bulk()
    if (!asked) return
    change({ step: 'counting', error: null })
    const answer = await countBatch(asked.selection).catch(asApiError)
    if (bulk()?.selection !== asked.selection) return
    if (answer instanceof ApiError) change({ step: 'asking', error: answer })
    else change({ step: 'asking', count: answer })
  }

  return {
    bulk,
    typed: (decision: BulkDecision) => typed()[decision] ?? nothing,
    type(decision: BulkDecision, part: Partial<BulkTyped>) {
      setTyped((held) => ({ ...held, [decision]: { ...(held[decision] ?? nothing), ...part } }))
    },
    open(selection: Selection, decision: BulkDecision, cards = 0) {
      setBulk({ selection, decision, cards, step: 'counting', count: null, report: null, error: null })
      void count()
    },
    recount: () => void count(),
    async confirm(words: BulkWords) {
      const asked = bulk()
      if (!asked?.count || asked.step !== 'asking') return
      const { selection, decision, count } = asked
      change({ step: 'sending', error: null })
      const answer = await sendBatch({ selection, decision, upTo: count.upTo, ...words }).catch(asApiError)
      batch(() => {
        if (answer instanceof ApiError) return change({ step: 'asking', error: answer })
        setTyped((held) => ({ ...held, [decision]: undefined }))
        onStaged(asked, answer)
        if (answer.refused.length === 0) setBulk(null)
        else change({ step: 'done', report: answer })
      })
    },
    /** Not while it is being sent: what became of it would never be told. */
    close() {
      if (bulk()?.step !== 'sending') setBulk(null)
    },
  }
}

export type BulkStore = ReturnType<typeof createBulk>
