import { createSignal } from 'solid-js'
import { asApiError } from '../../api/api-error'
import { createLoad } from './create-load'

interface Page<Item> {
  items: Item[]
  next: string | null
}

/** A list whose first page is loaded and whose further ones are asked for; loading it anew begins with the first. */
export function createPaged<Item, First extends Page<Item>>(ask: (after?: string) => Promise<First>) {
  const first = createLoad(() => ask())
  const [further, setFurther] = createSignal<Page<Item> | null>(null)
  const [problem, setProblem] = createSignal('')
  const items = (): First['items'] => [...(first.data()?.items ?? []), ...(further()?.items ?? [])]
  const next = () => (further() ?? first.data())?.next ?? null

  const reload = async () => {
    setFurther(null)
    await first.load()
  }
  const showMore = async () => {
    setProblem('')
    try {
      const page = await ask(next() ?? '')
      setFurther({ items: [...(further()?.items ?? []), ...page.items], next: page.next })
    } catch (thrown) {
      setProblem(asApiError(thrown).message)
    }
  }
  return { first, items, next, problem, reload, showMore }
}
