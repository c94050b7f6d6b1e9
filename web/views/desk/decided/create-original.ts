import { batch, createSignal } from 'solid-js'
import type { OriginalView } from '../../../../worker/contract/moderation/decided'
import { ApiError, asApiError } from '../../../api/api-error'
import { readOriginal } from '../../../api/moderation'

/** The original of one comment, asked for with a purpose; forgotten when the next is asked for. */
export function createOriginal() {
  const [publicId, setPublicId] = createSignal<string | null>(null)
  const [read, setRead] = createSignal<OriginalView | null>(null)
  const [isReading, setReading] = createSignal(false)
  const [problem, setProblem] = createSignal<readonly string[]>([])
  let whenRead: (() => void) | undefined

  return {
    publicId,
    isReading,
    problem,
    of: (id: string) => (read()?.publicId === id ? read() : null),
    /** Null until it has been read, and where it goes on in another place. */
    shown: () => (whenRead ? null : read()),
    /** Asks for the purpose; the text is then shown, or goes where `onRead` takes it. */
    ask(id: string, onRead?: () => void) {
      whenRead = onRead
      batch(() => {
        setRead(null)
        setProblem([])
        setPublicId(id)
      })
    },
    async read(purpose: string) {
      const id = publicId()
      if (!id) return
      setReading(true)
      const answer = await readOriginal({ publicId: id, purpose }).catch(asApiError)
      batch(() => {
        setReading(false)
        if (answer instanceof ApiError) return setProblem(answer.sentences)
        setRead(answer)
        if (!whenRead) return
        setPublicId(null)
        whenRead()
      })
    },
    close: () => setPublicId(null),
  }
}
