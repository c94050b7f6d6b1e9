import { createSignal, For, Show } from 'solid-js'
import type { AnnexReaders as Readers } from '../../../../worker/contract/annexes'
import { getReaders, nameReader } from '../../../api/annexes'
import { asApiError } from '../../../api/api-error'
import { w } from '../../../locales/desk/cases'
import { formatMoment, joinSentences } from '../../../locales/desk/format'
import { createLoad } from '../../../views/desk/create-load'
import { Loaded } from '../loaded'

/** Who may open the confidential annexes; an administrator or the head of a unit names them. */
export function AnnexReaders() {
  const loaded = createLoad(getReaders)
  const [changed, setChanged] = createSignal<Readers>()
  const [person, setPerson] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal('')

  const change = async (user: string, isReader: boolean, told: string) => {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    setSaid('')
    try {
      setChanged(await nameReader({ user, isReader }))
      setPerson('')
      setSaid(told)
    } catch (thrown) {
      setProblem(joinSentences(...asApiError(thrown).sentences))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section class="annex-readers" aria-labelledby="annex-readers-heading">
      <h2 id="annex-readers-heading">{w.annex.readers}</h2>
      <p class="page-intro">{w.annex.readersIntro}</p>
      <p class="page-said" role="status">
        {said()}
      </p>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
      <Loaded data={changed() ?? loaded.data()} error={loaded.error()} retry={loaded.load}>
        {(view) => {
          const add = () => {
            const found = view().colleagues.find(({ id }) => id === person())
            if (found) void change(found.id, true, w.annex.named(found.name))
          }
          return (
            <div class="block">
              <Show when={view().readers.length > 0} fallback={<p class="block-text">{w.annex.nobody}</p>}>
                <ul class="unit-members">
                  <For each={view().readers}>
                    {(reader) => (
                      <li>
                        <span>
                          {reader.name}{' '}
                          <span class="block-text">
                            {w.annex.namedBy(reader.namedBy, formatMoment(reader.namedAt))}
                          </span>
                        </span>
                        <Show when={view().mayName}>
                          <span class="unit-acts">
                            <button
                              type="button"
                              class="button"
                              aria-disabled={isBusy()}
                              aria-label={w.annex.removeNamed(reader.name)}
                              onClick={() => change(reader.id, false, w.annex.removed(reader.name))}
                            >
                              {w.annex.remove}
                            </button>
                          </span>
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
              <Show when={view().mayName}>
                <label for="annex-reader">{w.annex.add}</label>
                <p class="unit-add">
                  <select
                    class="text-input"
                    id="annex-reader"
                    value={person()}
                    onChange={(event) => setPerson(event.currentTarget.value)}
                  >
                    <option value="">{w.annex.choose}</option>
                    <For each={view().colleagues}>
                      {(colleague) => <option value={colleague.id}>{colleague.name}</option>}
                    </For>
                  </select>
                  <button
                    type="button"
                    class="button"
                    aria-disabled={isBusy() || person() === ''}
                    onClick={add}
                  >
                    {w.annex.name}
                  </button>
                </p>
              </Show>
            </div>
          )
        }}
      </Loaded>
    </section>
  )
}
