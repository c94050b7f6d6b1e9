import { createSignal, For, Show } from 'solid-js'
import type { SampleView } from '../../../../worker/contract/coding-samples'
import { t } from '../../../locales/desk'
import { formatCount, formatMoment } from '../../../locales/desk/format'

interface SampleCardProps {
  sample: SampleView
  path: string
  onClose: (isEarly: boolean) => void
}

/** A sample: what it was drawn from, how far its coders are, and what can be done next. */
export function SampleCard(props: SampleCardProps) {
  const [asks, setAsks] = createSignal(false)
  const coders = () => [props.sample.first, props.sample.second]
  const isDone = () => coders().every(({ done }) => done === props.sample.size)
  const isMine = () => coders().some(({ isMe }) => isMe)
  const size = () => formatCount(props.sample.size)
  return (
    <article class="block coding-sample" aria-label={t.samples.name(String(props.sample.id))}>
      <h3>{t.samples.name(String(props.sample.id))}</h3>
      <p class="block-text">
        {t.samples.facts(
          size(),
          formatCount(props.sample.population),
          String(props.sample.version),
          String(props.sample.seed),
        )}
        <Show when={props.sample.measure}> · {props.sample.measure}</Show>
        <br />
        {t.samples.drawnBy(props.sample.madeBy, formatMoment(props.sample.madeAt))}
        <Show when={props.sample.closedAt}>
          {(closedAt) => <> · {t.samples.closedBy(props.sample.closedBy ?? '', formatMoment(closedAt()))}</>}
        </Show>
      </p>
      <ul class="sample-coders">
        <For each={coders()}>
          {(coder) => (
            <li>
              <progress
                max={props.sample.size}
                value={coder.done}
                aria-label={t.samples.done(coder.name, formatCount(coder.done), size())}
              />
              {t.samples.done(coder.name, formatCount(coder.done), size())}
              <Show when={coder.isMe}>
                {' '}
                <span class="badge badge-here">{t.samples.me}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <div class="form-acts">
        <Show
          when={props.sample.closedAt === null}
          fallback={
            <a class="button button-blue" href={props.path}>
              {t.samples.result}
            </a>
          }
        >
          <Show when={isMine()}>
            <a class="button button-blue" href={props.path}>
              {t.samples.code}
            </a>
          </Show>
          <Show
            when={isDone()}
            fallback={
              <button type="button" class="button" aria-expanded={asks()} onClick={() => setAsks(!asks())}>
                {t.samples.closeEarly}
              </button>
            }
          >
            <button type="button" class="button button-main" onClick={() => props.onClose(false)}>
              {t.samples.close}
            </button>
          </Show>
        </Show>
      </div>
      <Show when={asks() && props.sample.closedAt === null}>
        <div class="coding-confirmation">
          <p>{t.samples.closeEarlyText(formatCount(Math.min(...coders().map(({ done }) => done))))}</p>
          <div class="form-acts">
            <button type="button" class="button button-out" onClick={() => props.onClose(true)}>
              {t.samples.confirmEarly}
            </button>
            <button type="button" class="button" onClick={() => setAsks(false)}>
              {t.samples.keep}
            </button>
          </div>
        </div>
      </Show>
    </article>
  )
}
