import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { DeskNews } from '../../../../worker/contract/moderation/news'
import { ApiError, asApiError } from '../../../api/api-error'
import { getEvents, openLive } from '../../../api/moderation'
import { newsIn, pauseBefore } from './live'

interface Live {
  /** The last event that is known from elsewhere; undefined until the figures have arrived. */
  start: () => number | undefined
  online: () => boolean
  onNews: (news: DeskNews) => void
}

/** News may be on their way for this long before a line counts as dead, and a line may take this long to open. */
const patience = 3000
const openingTime = 5000

/** Hears what happens at the desk. A broken line is taken up again after ever longer pauses; nothing said meanwhile is lost. */
export function createLive({ start, online, onNews }: Live) {
  const [state, setState] = createSignal<'connecting' | 'live' | 'lost'>('connecting')
  let after: number | undefined
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let doubt: ReturnType<typeof setTimeout> | undefined
  let attempts = 0

  function take(news: DeskNews) {
    if (after !== undefined && news.lastEvent <= after) return
    const known = after ?? 0
    after = news.lastEvent
    onNews({ ...news, events: news.events.filter(({ seq }) => seq > known) })
  }

  /** Without the socket: what a socket would have told. */
  async function catchUp() {
    if (after === undefined) return
    const news = await getEvents(after).catch(asApiError)
    if (!(news instanceof ApiError)) take(news)
  }

  function connect() {
    clearTimeout(timer)
    if (after === undefined || socket || !online()) return
    const opened = openLive(after)
    socket = opened
    timer = setTimeout(() => {
      hangUp()
      lose()
    }, openingTime)
    opened.onopen = () => {
      clearTimeout(timer)
      attempts = 0
      setState('live')
    }
    opened.onmessage = ({ data }) => {
      const news = newsIn(data)
      if (news) take(news)
    }
    opened.onclose = () => {
      if (socket === opened) lose()
    }
  }

  function lose() {
    clearTimeout(timer)
    socket = undefined
    if (!online()) return setState('lost')
    if (attempts > 0) setState('lost')
    void catchUp()
    timer = setTimeout(connect, pauseBefore(attempts, Math.random()))
    attempts += 1
  }

  function hangUp() {
    clearTimeout(timer)
    clearTimeout(doubt)
    const open = socket
    socket = undefined
    open?.close()
  }

  createEffect(
    on([start, online], ([known, isOnline]) => {
      after ??= known
      if (!isOnline) {
        setState('lost')
        return hangUp()
      }
      attempts = 0
      connect()
    }),
  )
  onCleanup(hangUp)

  return {
    state,
    /** The server names a later event than any that was heard: if it stays so, the line is silently dead. */
    suspect(lastEvent: number) {
      clearTimeout(doubt)
      doubt = setTimeout(() => {
        if (after === undefined || lastEvent <= after || !socket) return
        hangUp()
        lose()
      }, patience)
    },
  }
}
