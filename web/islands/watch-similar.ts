import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { CommentView } from '../../worker/contract/comments'
import { readComments } from '../api/comments'

const pause = 1200
const shortest = 12
const most = 3

export type SimilarComment = Pick<CommentView, 'publicId' | 'body'>

/** Published comments on the measure that say much the same, compared on the device: what is being written stays there. */
export function watchSimilar(text: () => string, measureKey: string): () => SimilarComment[] {
  const [similar, setSimilar] = createSignal<SimilarComment[]>([])
  let known: Promise<SimilarComment[]> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async (body: string) => {
    if (!navigator.onLine) return
    known ??= readComments(measureKey)
    const [{ findSimilar }, items] = await Promise.all([import('../lib/find-similar'), known])
    if (body === text()) setSimilar(findSimilar(body, items, most))
  }
  createEffect(
    on(text, (body) => {
      clearTimeout(timer)
      if (body.trim().length < shortest) setSimilar([])
      else timer = setTimeout(() => void look(body).catch(() => undefined), pause)
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return similar
}
