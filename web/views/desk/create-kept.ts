import { createStore } from 'solid-js/store'
import { keepFields, recallFields } from '../../lib/kept-text'

/** Fields that outlive a failed act, a reload and a new sign-in on this device, until they are cleared. */
export function createKept<Fields extends object>(key: () => string, first: Fields) {
  const [fields, setFields] = createStore<Fields>(recallFields(localStorage, key(), first, Date.now()))
  return {
    fields,
    type(change: Partial<Fields>) {
      setFields((held) => ({ ...held, ...change }))
      keepFields(localStorage, key(), { ...fields }, Date.now())
    },
    clear() {
      setFields(() => ({ ...first }))
      keepFields(localStorage, key(), {}, Date.now())
    },
  }
}
