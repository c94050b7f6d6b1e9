import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import type { ClauseChangeInput, DraftMeasure as Measure } from '../../../../worker/contract/revisions'
import { asApiError } from '../../../api/api-error'
import { changeClause, getDraftMeasure } from '../../../api/revisions'
import { Loaded } from '../../../components/desk/loaded'
import { ClauseEditor } from '../../../components/desk/revisions/clause-editor'
import { ClauseForm } from '../../../components/desk/revisions/clause-form'
import { OpinionList } from '../../../components/desk/revisions/opinion-list'
import { language } from '../../../locales/desk'
import { formatPlace } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'
import { createLoad } from '../create-load'

interface DraftMeasureProps {
  measureKey: string
  /** The number of the draft; another one, or none, has the measure read again. */
  draft: number | null
  onChanged: (said: string) => void
}

/** A measure in the draft, clause by clause. */
export function DraftMeasure(props: DraftMeasureProps) {
  const load = createLoad(() => getDraftMeasure(props.measureKey))
  const [changed, setChanged] = createSignal<Measure>()
  const [isAdding, setAdding] = createSignal(false)
  const shown = () => [changed(), load.data()].find((view) => view?.key === props.measureKey)

  const asked = createMemo(() => `${props.measureKey} ${props.draft}`)
  createEffect(
    on(
      asked,
      () => {
        setChanged(undefined)
        setAdding(false)
        void load.load()
      },
      { defer: true },
    ),
  )

  /** What stands stays on the screen until there is newer. */
  const reread = async () => {
    await load.load()
    if (!load.error()) setChanged(undefined)
  }
  const change = async (input: ClauseChangeInput, said: string) => {
    try {
      setChanged(await changeClause(input))
      props.onChanged(said)
    } catch (thrown) {
      if (asApiError(thrown).code === 'draft_changed') await reread()
      throw thrown
    }
  }

  return (
    <Loaded data={shown()} error={load.error()} retry={load.load}>
      {(measure) => (
        <section class="rev-measure" aria-labelledby="rev-measure-heading">
          <h2 id="rev-measure-heading">
            <span class="rev-place">{formatPlace(measure().key)}</span>{' '}
            {language === 'en' ? measure().shortTitleEn : measure().title}
          </h2>
          <Show when={measure().draft === null}>
            <p class="field-hint">{w.needsDraft}</p>
          </Show>
          <ol class="rev-clauses">
            <For each={measure().clauses.map(({ key }) => key)}>
              {(key) => (
                <Show when={measure().clauses.find((each) => each.key === key)}>
                  {(clause) => (
                    <ClauseEditor
                      clause={clause()}
                      mayChange={measure().draft !== null}
                      onAmend={(typed) => change({ act: 'amend', clause: key, ...typed }, w.saved)}
                      onRemove={({ seen }) =>
                        change({ act: 'remove', clause: key, seen, reason: '' }, w.saved)
                      }
                      onTakeBack={({ seen }) => change({ act: 'take_back', clause: key, seen }, w.takenBack)}
                    />
                  )}
                </Show>
              )}
            </For>
          </ol>
          <Show when={measure().draft !== null}>
            <Show
              when={isAdding()}
              fallback={
                <p class="form-acts">
                  <button type="button" class="button" onClick={() => setAdding(true)}>
                    {w.add}
                  </button>
                </p>
              }
            >
              <ClauseForm
                place={measure().key}
                label={w.newText}
                before={null}
                text=""
                reason=""
                seen=""
                onSave={async ({ text, reason }) => {
                  await change({ act: 'add', measure: measure().key, text, reason }, w.saved)
                  setAdding(false)
                }}
                onCancel={() => setAdding(false)}
              />
            </Show>
          </Show>
          <Show when={measure().opinions.length > 0}>
            <section class="rev-whole" aria-labelledby="rev-whole-heading">
              <h3 id="rev-whole-heading">{w.wholeOpinions}</h3>
              <OpinionList opinions={measure().opinions} change={null} />
            </section>
          </Show>
          <Show when={measure().hasMore}>
            <p class="field-hint">{w.more}</p>
          </Show>
        </section>
      )}
    </Loaded>
  )
}
