import { useSearchParams } from '@solidjs/router'
import { Loaded } from '../../components/desk/loaded'
import '../../styles/desk-revisions.css'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { RevisionsOverview } from '../../../worker/contract/revisions'
import { getRevisions, publishRevision, startRevision } from '../../api/revisions'
import { DraftHead } from '../../components/desk/revisions/draft-head'
import { MeasureList } from '../../components/desk/revisions/measure-list'
import { within } from '../../lib/links'
import { t } from '../../locales/desk'
import { formatCount, formatMoment } from '../../locales/desk/format'
import { w } from '../../locales/desk/revisions'
import { createLoad } from './create-load'
import { createNarrow } from './device'
import { DraftMeasure } from './revisions/draft-measure'
import { Orphans } from './revisions/orphans'
import { useSession } from './session'

const views = ['draft', 'orphans'] as const

/** `/desk/revisions`: the next revision of the plan, measure by measure, and what lost its place by those before. */
export function Revisions() {
  const session = useSession()
  const load = createLoad(getRevisions)
  const [changed, setChanged] = createSignal<RevisionsOverview>()
  const [said, setSaid] = createSignal('')
  const [query, setQuery] = useSearchParams<{ measure: string; view: string }>()
  const narrow = createNarrow()
  const overview = () => changed() ?? load.data()
  const view = () => views.find((each) => each === query.view) ?? 'draft'

  document.title = `${w.heading} · ${t.product}`
  createEffect(() => {
    if (load.error()?.code === 'unauthenticated') void session.load()
  })

  createEffect(on(view, () => setSaid(''), { defer: true }))

  const chosen = ({ measures }: RevisionsOverview) =>
    (
      measures.find(({ key }) => key === query.measure) ??
      measures.find(({ changes }) => changes > 0) ??
      measures.find(({ asking }) => asking > 0) ??
      measures[0]
    )?.key ?? ''
  const reread = async (sentence: string) => {
    setSaid(sentence)
    await load.load()
    setChanged(undefined)
  }

  return (
    <div class="sheet-page revisions">
      <header class="page-head">
        <h1>{w.heading}</h1>
        <nav class="rev-views" aria-label={w.heading}>
          <For each={views}>
            {(each) => (
              <a
                href={within(`/desk/revisions${each === 'draft' ? '' : `?view=${each}`}`)}
                aria-current={each === view() ? 'page' : undefined}
              >
                {w.views[each]}
              </a>
            )}
          </For>
          <a href="/revisions" rel="external">
            {w.toPublic}
          </a>
        </nav>
        <p class="page-intro">{w.intro}</p>
        <p class="page-said" role="status">
          {said()}
        </p>
      </header>
      <Show when={view() !== 'orphans'} fallback={<Orphans />}>
        <Loaded data={overview()} error={load.error()} retry={load.load}>
          {(shown) => (
            <>
              <DraftHead
                overview={shown()}
                onStart={async () => {
                  setChanged(await startRevision())
                  setSaid('')
                }}
                onPublish={async (input) => {
                  setChanged(await publishRevision(input))
                  setSaid(w.publishedNow(input.number))
                }}
              />
              <div class="rev-desk">
                <MeasureList
                  measures={shown().measures}
                  chosen={chosen(shown())}
                  isNarrow={narrow()}
                  onChoose={(measure) => setQuery({ measure })}
                />
                <DraftMeasure
                  measureKey={chosen(shown())}
                  draft={shown().draft?.number ?? null}
                  onChanged={reread}
                />
              </div>
              <History overview={shown()} />
            </>
          )}
        </Loaded>
      </Show>
    </div>
  )
}

function History(props: { overview: RevisionsOverview }) {
  return (
    <Show when={props.overview.revisions.length > 0}>
      <section class="block" aria-labelledby="rev-history">
        <h2 id="rev-history">{w.history}</h2>
        <ul>
          <For each={props.overview.revisions}>
            {(each) => (
              <li>
                {w.revision(
                  each.number,
                  formatMoment(each.publishedAt ?? ''),
                  each.publishedBy ?? '',
                  formatCount(each.changes),
                )}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
