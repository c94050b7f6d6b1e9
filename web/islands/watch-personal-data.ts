import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { PersonalDataFound } from '../components/form/personal-data-hint'

const pause = 600

/** Looks through a text once its author pauses, on the device: what finds personal data is loaded with the first words. */
export function watchPersonalData(text: () => string): {
  found: () => PersonalDataFound[]
  /** The text that was looked through. */
  body: () => string
} {
  const [seen, setSeen] = createSignal<{ body: string; found: PersonalDataFound[] }>({ body: '', found: [] })
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async (body: string) => {
    if (!navigator.onLine) return
    const { findPersonalData } = await import('../../worker/contract/personal-data/find-personal-data')
    if (body === text()) setSeen({ body, found: findPersonalData(body) })
  }
  createEffect(
    on(text, (body) => {
      clearTimeout(timer)
      if (body.trim()) timer = setTimeout(() => void look(body).catch(() => undefined), pause)
      else setSeen({ body, found: [] })
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return { found: () => seen().found, body: () => seen().body }
}
