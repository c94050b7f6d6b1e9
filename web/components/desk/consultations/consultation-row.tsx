import { createSignal, Show } from 'solid-js'
import type { ConsultationItem, Extend } from '../../../../worker/contract/consultations'
import { formatFullDay } from '../../../lib/beijing-time'
import { consultationPath } from '../../../lib/links'
import { language } from '../../../locales/desk'
import { c } from '../../../locales/desk/consultations'
import { formatCount } from '../../../locales/desk/format'
import type { FormProblem } from '../account/problem-summary'
import { Confirm } from '../people/confirm'
import { InputField } from './input-field'

interface ConsultationRowProps {
  item: ConsultationItem
  busy: boolean
  problem: FormProblem | null
  onExtend: (extension: Extend) => Promise<boolean>
  onMakeCurrent: (key: string) => Promise<boolean>
  /** It was opened or closed: what was refused before is over. */
  onTurn: () => void
}

/** A consultation that is out, with what may still be changed. */
export function ConsultationRow(props: ConsultationRowProps) {
  const [open, setOpen] = createSignal<'extend' | 'current' | null>(null)
  const [closesOn, setClosesOn] = createSignal('')
  const [reason, setReason] = createSignal('')
  const base = () => (props.item.isCurrent ? '' : consultationPath(props.item.key))
  const lastDay = () => formatFullDay(new Date(Date.parse(props.item.closesAt) - 1).toISOString(), language)
  const id = () => `extend-${props.item.key}`
  const turn = (to: 'extend' | 'current' | null) => {
    props.onTurn()
    setOpen(to)
  }
  const close = () => turn(null)
  const extend = async () => {
    const { key, closesAt } = props.item
    if (await props.onExtend({ key, closesAt, closesOn: closesOn(), reason: reason() })) close()
  }
  const fields = () => (open() === 'extend' ? (props.problem?.fields ?? {}) : {})

  return (
    <li class="consultation-row">
      <h3>
        {language === 'en' ? props.item.titleEn : props.item.title}{' '}
        <span class="consultation-phase">
          {props.item.resultAt ? c.answered : c.phases[props.item.phase]}
        </span>
      </h3>
      <p class="hint">{c.period(formatFullDay(props.item.opensAt, language), lastDay())}</p>
      <p class="hint">{c.counts(formatCount(props.item.measures), formatCount(props.item.received))}</p>
      <Show when={props.item.isCurrent}>
        <p class="hint">{c.isCurrent}</p>
      </Show>
      <div class="form-acts">
        <a class="button" href={base() || '/'} rel="external">
          {c.view}
        </a>
        <a class="button" href={`${base()}/desk`} rel="external">
          {c.desk}
        </a>
        <Show when={props.item.phase !== 'closed'}>
          <button
            type="button"
            class="button"
            aria-expanded={open() === 'extend'}
            onClick={() => turn('extend')}
          >
            {c.extend}
          </button>
        </Show>
        <Show when={!props.item.isCurrent}>
          <button
            type="button"
            class="button"
            aria-expanded={open() === 'current'}
            onClick={() => turn('current')}
          >
            {c.makeCurrent}
          </button>
        </Show>
      </div>
      <Show when={open() !== null && props.problem?.sentences[0]}>
        {(sentence) => (
          <p class="field-error" role="alert">
            {sentence()}
          </p>
        )}
      </Show>
      <Show when={open() === 'current'}>
        <Confirm
          act={c.makeCurrent}
          consequence={c.makeCurrentAsk}
          busy={props.busy}
          onConfirm={() => void props.onMakeCurrent(props.item.key).then((done) => done && close())}
          onCancel={close}
        />
      </Show>
      <Show when={open() === 'extend'}>
        <form
          class="extend-form"
          novalidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!props.busy) void extend()
          }}
        >
          <p class="hint">{c.extendHint}</p>
          <InputField
            id={`${id()}-closesOn`}
            type="date"
            label={c.newClosing}
            value={closesOn()}
            error={fields().closesOn}
            onInput={setClosesOn}
          />
          <InputField
            id={`${id()}-reason`}
            label={c.reason}
            rows={2}
            value={reason()}
            error={fields().reason}
            onInput={setReason}
          />
          <div class="form-acts">
            <button type="submit" class="button button-main" aria-disabled={props.busy}>
              {c.confirm}
            </button>
            <button type="button" class="button" onClick={close}>
              {c.cancel}
            </button>
          </div>
        </form>
      </Show>
    </li>
  )
}
