import { createEffect, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { GateView } from '../../../worker/contract/results'
import { getGate, publishResult } from '../../api/results'
import { Loaded } from '../../components/desk/loaded'
import { GateChecks } from '../../components/desk/results/gate-checks'
import { GateSums } from '../../components/desk/results/gate-sums'
import { PublishForm } from '../../components/desk/results/publish-form'
import { resultsPath, within } from '../../lib/links'
import { language, t } from '../../locales/desk'
import { formatCount, formatMoment } from '../../locales/desk/format'
import { createLoad } from './create-load'
import { useSession } from './session'

/** `/desk/results`: how far it is to the result, and its publication. */
export function Results() {
  const session = useSession()
  const loaded = createLoad(getGate)
  const [published, setPublished] = createSignal<GateView>()
  const gate = () => published() ?? loaded.data()
  const reload = async () => {
    await loaded.load()
    if (!loaded.error()) setPublished(undefined)
  }

  document.title = `${t.results.heading} · ${t.product}`
  createEffect(() => {
    if (loaded.error()?.code === 'unauthenticated') void session.load()
  })

  return (
    <div class="staff office">
      <header class="staff-head">
        <h1>{t.results.heading}</h1>
        <p class="staff-intro">{t.results.intro}</p>
      </header>
      <Loaded data={gate()} error={loaded.error()} retry={reload}>
        {(known) => (
          <Gate
            gate={known()}
            failure={loaded.error()?.message}
            isLoading={loaded.loading()}
            onPublish={setPublished}
            reload={reload}
          />
        )}
      </Loaded>
    </div>
  )
}

interface GateProps {
  gate: GateView
  /** Why it could not be asked for again: what stands here is of before. */
  failure: string | undefined
  isLoading: boolean
  onPublish: (gate: GateView) => void
  reload: () => Promise<void>
}

function Gate(props: GateProps) {
  const done = () => props.gate.totals.admissible - props.gate.totals.undisposed
  const publish = async (input: Parameters<typeof publishResult>[0]) => {
    try {
      props.onPublish(await publishResult(input))
    } catch (thrown) {
      await props.reload()
      throw thrown
    }
  }
  return (
    <>
      <p class="gate-left" role="status">
        <Show when={props.gate.totals.undisposed > 0} fallback={<b>{t.results.nothingLeft}</b>}>
          {t.results.left} <b>{formatCount(props.gate.totals.undisposed)}</b> {t.results.leftUnit}
        </Show>
        <span class="hint">
          {t.results.progress(formatCount(done()), formatCount(props.gate.totals.admissible))}
        </span>
      </p>
      <section aria-labelledby="checks-heading">
        <div class="table-head">
          <h2 id="checks-heading">{t.results.checks}</h2>
          <span class="table-time" role="status">
            {props.failure}
          </span>
          <button
            type="button"
            class="button"
            aria-disabled={props.isLoading}
            onClick={() => !props.isLoading && void props.reload()}
          >
            {props.isLoading ? t.queue.refreshing : t.results.refresh}
          </button>
        </div>
        <GateChecks gate={props.gate} />
      </section>
      <section aria-labelledby="sums-heading">
        <h2 id="sums-heading">{t.results.equation}</h2>
        <GateSums totals={props.gate.totals} />
      </section>
      <Show when={props.gate.measures.length > 0}>
        <section aria-labelledby="where-heading">
          <h2 id="where-heading">{t.results.where}</h2>
          <ul class="gate-measures">
            <For each={props.gate.measures}>
              {(measure) => (
                <li>
                  <a href={within(`/desk/cases?measure=${measure.key}`)}>
                    {measure.key} {language === 'zh' ? measure.shortTitle : measure.shortTitleEn}
                  </a>
                  <span>{t.results.open(formatCount(measure.undisposed))}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <section aria-labelledby="publish-heading">
        <h2 id="publish-heading">{t.results.publish}</h2>
        <Switch
          fallback={
            <p class="hint">{props.gate.blockers.length > 0 ? t.results.notYours : t.results.notHead}</p>
          }
        >
          <Match when={props.gate.publishedAt}>
            {(at) => (
              <p>
                {t.results.published(formatMoment(at()))}{' '}
                <a href={resultsPath()} rel="external">
                  {t.results.see}
                </a>
              </p>
            )}
          </Match>
          <Match when={props.gate.mayPublish || props.gate.mayOverride}>
            <PublishForm gate={props.gate} onPublish={publish} />
          </Match>
        </Switch>
      </section>
    </>
  )
}
