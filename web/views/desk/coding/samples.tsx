import { useParams } from '@solidjs/router'
import { createEffect, createSignal, For, Show } from 'solid-js'
import type { SampleView } from '../../../../worker/contract/coding-samples'
import { ApiError, asApiError } from '../../../api/api-error'
import { closeSample, drawSample, getCoders, getSamples } from '../../../api/coding'
import { getPlan } from '../../../api/plan'
import { SampleCard } from '../../../components/desk/coding/sample-card'
import { SampleForm, type SampleWish } from '../../../components/desk/coding/sample-form'
import { Loaded } from '../../../components/desk/loaded'
import { StatePanel } from '../../../components/desk/state-panel'
import { t } from '../../../locales/desk'
import { createFaults } from '../create-faults'
import { createLoad } from '../create-load'
import { measureChoices } from '../measure-choices'
import { deskPath } from '../return-address'
import { useSession } from '../session'
import { BlindCoding } from './blind-coding'
import { CodingFrame } from './coding-frame'
import { SampleResult } from './sample-result'

const path = `${deskPath('coding')}/samples`

/** `/desk/coding/samples`: samples for two coders; with a number, one of them: to be coded, or its result. */
export function CodingSamples() {
  const session = useSession()
  const params = useParams<{ id?: string }>()
  const samples = createLoad(getSamples)
  const coders = createLoad(getCoders)
  const plan = createLoad(getPlan)
  const [busy, setBusy] = createSignal(false)
  const faults = createFaults()
  createEffect(() => {
    if (samples.error()?.code === 'unauthenticated') void session.load()
  })
  const open = () => samples.data()?.find(({ id }) => String(id) === params.id)

  async function act(send: () => Promise<SampleView>) {
    if (busy()) return
    setBusy(true)
    faults.clear()
    const answer = await send().catch(asApiError)
    setBusy(false)
    if (answer instanceof ApiError) return void faults.take(answer)
    void samples.load()
  }
  const draw = ({ measure, ...wish }: SampleWish) =>
    void act(() => drawSample({ ...wish, ...(measure && { measure }) }))
  const close = (sample: SampleView, isEarly: boolean) => void act(() => closeSample(sample.id, isEarly))

  return (
    <CodingFrame section="samples">
      <Show when={faults.problem()}>
        <p class="coding-problem" role="alert">
          <b>{t.samples.problem}</b> {faults.problem()}
        </p>
      </Show>
      <Show
        when={open()}
        fallback={
          <Loaded data={samples.data()} error={samples.error()} retry={samples.load}>
            {(items) => (
              <>
                <For each={[coders, plan]}>
                  {(load) => (
                    <Show when={load.error()}>
                      {(error) => (
                        <StatePanel
                          kind="error"
                          heading={t.failed}
                          text={error().message}
                          retry={() => void load.load()}
                        />
                      )}
                    </Show>
                  )}
                </For>
                <SampleForm
                  coders={coders.data() ?? []}
                  measures={measureChoices(plan.data())}
                  busy={busy()}
                  errors={faults.errors()}
                  onType={faults.typedIn}
                  onDraw={draw}
                />
                <section class="coding-samples" aria-labelledby="samples-heading">
                  <h2 id="samples-heading">{t.samples.list}</h2>
                  <For
                    each={items()}
                    fallback={
                      <StatePanel kind="empty" heading={t.samples.empty} text={t.samples.emptyText} />
                    }
                  >
                    {(sample) => (
                      <SampleCard
                        sample={sample}
                        path={`${path}/${sample.id}`}
                        onClose={(isEarly) => close(sample, isEarly)}
                      />
                    )}
                  </For>
                </section>
              </>
            )}
          </Loaded>
        }
      >
        {(sample) => (
          <>
            <p>
              <a href={path}>{t.samples.back}</a>
            </p>
            <Show when={sample().closedAt === null} fallback={<SampleResult id={sample().id} />}>
              <BlindCoding
                sample={sample()}
                onDone={() => void samples.load()}
                onClose={() => close(sample(), false)}
              />
            </Show>
          </>
        )}
      </Show>
    </CodingFrame>
  )
}
