import { createSignal, For, Show } from 'solid-js'
import type { PrivacyDesk, PublishNotice } from '../../../../worker/contract/privacy'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { p } from '../../../locales/desk/privacy'
import { createFaults } from '../../../views/desk/create-faults'
import { NoticeForm } from './notice-form'

interface PrivacySectionProps {
  desk: PrivacyDesk
  onPublish: (notice: PublishNotice) => Promise<void>
  onMonths: (months: number) => Promise<void>
}

/** The privacy notice and its versions, how long contacts are kept, and what was deleted. */
export function PrivacySection(props: PrivacySectionProps) {
  const [isWriting, setWriting] = createSignal(false)
  const [told, setTold] = createSignal('')
  return (
    <section aria-labelledby="privacy-heading">
      <h2 id="privacy-heading">{p.heading}</h2>
      <p class="hint">{p.hint}</p>
      <h3>{p.notice}</h3>
      <ul class="delay-list">
        <For each={props.desk.versions}>
          {({ version, effectiveAt, changeZh }) => (
            <li>
              {p.version(version, formatMoment(effectiveAt))} <span lang="zh-CN">{changeZh}</span>{' '}
              <a href={`/privacy?version=${version}`} target="_blank" rel="noreferrer">
                {p.read}
                <span class="visually-hidden">{p.version(version, '')}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.desk.isOutdated}>
        <p class="office-warning">{p.outdated}</p>
      </Show>
      <Show
        when={isWriting()}
        fallback={
          <p class="office-acts">
            <button type="button" class="button" onClick={() => setWriting(true)}>
              {p.publish}
            </button>
            <span role="status">{told()}</span>
          </p>
        }
      >
        <NoticeForm
          desk={props.desk}
          onCancel={() => setWriting(false)}
          onPublish={async (notice) => {
            await props.onPublish(notice)
            setWriting(false)
            setTold(p.published)
          }}
        />
      </Show>
      <Months {...props} />
      <Runs desk={props.desk} />
    </section>
  )
}

function Months(props: PrivacySectionProps) {
  const faults = createFaults()
  const [status, setStatus] = createSignal('')
  const save = async (months: number) => {
    setStatus('')
    faults.clear()
    try {
      await props.onMonths(months)
      setStatus(p.saved)
    } catch (thrown) {
      faults.take(thrown)
    }
  }
  const fault = () => faults.errors().contactMonths ?? faults.problem()
  let field: HTMLInputElement | undefined
  return (
    <form
      class="office-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(field?.valueAsNumber || 0)
      }}
    >
      <div class="office-field">
        <label for="contact-months">{p.months}</label>
        <p class="hint" id="contact-months-hint">
          {p.monthsHint}
        </p>
        <Show when={fault()}>
          <p class="field-error" role="alert" id="contact-months-error">
            {fault()}
          </p>
        </Show>
        <input
          class="input"
          id="contact-months"
          ref={field}
          type="number"
          min="1"
          max="36"
          value={props.desk.contactMonths}
          aria-describedby={`contact-months-hint${fault() ? ' contact-months-error' : ''}`}
          aria-invalid={fault() ? 'true' : undefined}
        />
      </div>
      <p class="office-acts">
        <button type="submit" class="button">
          {p.save}
        </button>
        <span role="status">{status()}</span>
      </p>
    </form>
  )
}

function Runs(props: { desk: PrivacyDesk }) {
  return (
    <>
      <h3>{p.runs}</h3>
      <p class="hint">{props.desk.ranAt ? p.ranAt(formatMoment(props.desk.ranAt)) : p.neverRan}</p>
      <Show when={props.desk.runs.length > 0} fallback={<p class="hint">{p.none}</p>}>
        <table class="due-table">
          <thead>
            <tr>
              <th scope="col">{p.columns.at}</th>
              <th scope="col">{p.columns.key}</th>
              <th scope="col">{p.columns.deleted}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.desk.runs}>
              {(run) => (
                <tr>
                  <td>{formatMoment(run.at)}</td>
                  <td>{p.keys[run.key]}</td>
                  <td class="due-count">{formatCount(run.deleted)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </>
  )
}
