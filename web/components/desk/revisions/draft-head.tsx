import { createSignal, Show } from 'solid-js'
import type { DraftView, PublishRevision, RevisionsOverview } from '../../../../worker/contract/revisions'
import { asApiError } from '../../../api/api-error'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'
import { PublishForm } from './publish-form'

interface DraftHeadProps {
  overview: RevisionsOverview
  onStart: () => Promise<void>
  onPublish: (input: PublishRevision) => Promise<void>
}

const countsOf = ({ counts }: DraftView) =>
  w.counts(formatCount(counts.amend), formatCount(counts.add), formatCount(counts.remove))

/** Which revision is current, the draft in figures, and the way to publish it: the figures are asked about first. */
export function DraftHead(props: DraftHeadProps) {
  const [isAsking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const draft = () => props.overview.draft
  const changes = () => Object.values(draft()?.counts ?? {}).reduce((sum, count) => sum + count, 0)

  const run = async (act: () => Promise<void>) => {
    if (busy()) return
    setBusy(true)
    setProblem('')
    await act().catch((thrown: unknown) => setProblem(asApiError(thrown).sentences.join(' ')))
    setBusy(false)
    setAsking(false)
  }

  return (
    <section class="rev-head block" aria-label={w.views.draft}>
      <p class="block-head">
        <span class="badge">{w.published(props.overview.published)}</span>
        <Show when={draft()} fallback={<span>{w.noDraft}</span>}>
          {(open) => (
            <>
              <b>{w.draft(open().number)}</b>
              <span>{changes() > 0 ? countsOf(open()) : w.noChanges}</span>
              <span class="field-hint">{w.startedBy(open().createdBy, formatMoment(open().createdAt))}</span>
            </>
          )}
        </Show>
      </p>
      <Show
        when={draft()}
        fallback={
          <p class="form-acts">
            <button
              type="button"
              class="button button-blue"
              aria-disabled={busy()}
              onClick={() => run(props.onStart)}
            >
              {busy() ? w.starting : w.start(props.overview.published + 1)}
            </button>
          </p>
        }
      >
        {(open) => (
          <Show when={changes() > 0}>
            <Show when={props.overview.mayPublish} fallback={<p class="field-hint">{w.onlyHeads}</p>}>
              <Show
                when={isAsking()}
                fallback={
                  <p class="form-acts">
                    <button type="button" class="button button-main" onClick={() => setAsking(true)}>
                      {w.publish(open().number)}
                    </button>
                  </p>
                }
              >
                <PublishForm
                  draft={open()}
                  question={w.publishAsk(open().number, countsOf(open()))}
                  busy={busy()}
                  onPublish={(input) => run(() => props.onPublish(input))}
                  onCancel={() => setAsking(false)}
                />
              </Show>
            </Show>
          </Show>
        )}
      </Show>
      <Show when={problem()}>
        <p class="field-error" role="alert">
          {problem()}
        </p>
      </Show>
    </section>
  )
}
