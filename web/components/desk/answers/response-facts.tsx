import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ResponseItem, ResponseView } from '../../../../worker/contract/responses'
import type { ResponseState } from '../../../../worker/contract/words'
import { language, words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount, formatMoment, formatPlace } from '../../../locales/desk/format'

export function StateTag(props: { state: ResponseState }) {
  return <span class={`tag response-${props.state}`}>{words.responseStates[props.state]}</span>
}

/** Where a response stands, in one line. */
export function ResponseFacts(props: { response: ResponseItem }) {
  const unit = () => (language === 'en' ? props.response.unit?.nameEn : props.response.unit?.name)
  const measure = () => {
    const { key, shortTitle, shortTitleEn } = props.response.measure
    return `${formatPlace(key)} ${language === 'en' ? shortTitleEn : shortTitle}`
  }
  return (
    <p class="response-facts">
      <StateTag state={props.response.state} />
      <span>{a.answer.version(props.response.version)}</span>
      <Show when={props.response.state !== 'published' && props.response.publishedVersion}>
        {(version) => <span class="tag tag-notice">{a.answer.publicIs(version())}</span>}
      </Show>
      <span>{measure()}</span>
      <Show when={unit()}>
        <span>{unit()}</span>
      </Show>
      <span>
        {props.response.isForMeasure
          ? a.answer.forMeasure
          : a.answer.serves(formatCount(props.response.comments))}
      </span>
      <span class="field-hint">
        {a.disposition.by(props.response.by, formatMoment(props.response.updatedAt))}
      </span>
    </p>
  )
}

/** Every step that was taken, and every version that was written. */
export function ResponseHistory(props: { response: ResponseView; heading: 'h3' | 'h4' }) {
  return (
    <>
      <section aria-label={a.answer.steps}>
        <Dynamic component={props.heading} class="response-heading">
          {a.answer.steps}
        </Dynamic>
        <ol class="response-steps">
          <For each={props.response.steps}>
            {(step) => (
              <li>
                <b>{words.responseActs[step.act]}</b> <span>{a.answer.version(step.version)}</span>{' '}
                <span class="field-hint">{a.disposition.by(step.by, formatMoment(step.at))}</span>
                <Show when={step.note}>
                  <p class="plain">{step.note}</p>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
      <Show when={props.response.versions.length > 1}>
        <details class="disposition-earlier">
          <summary>{a.answer.versions}</summary>
          <For each={props.response.versions}>
            {(version) => (
              <div class="disposition-entry">
                <p class="disposition-line">
                  <b>{a.answer.version(version.version)}</b>
                  <span class="field-hint">{a.disposition.by(version.by, formatMoment(version.at))}</span>
                </p>
                <p class="plain">{version.text}</p>
              </div>
            )}
          </For>
        </details>
      </Show>
    </>
  )
}
