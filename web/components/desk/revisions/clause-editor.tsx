import { createSignal, For, Show } from 'solid-js'
import type { DraftClause } from '../../../../worker/contract/revisions'
import { asApiError } from '../../../api/api-error'
import { words } from '../../../locales/desk'
import { formatMoment } from '../../../locales/desk/format'
import { w } from '../../../locales/desk/revisions'
import { ClauseForm, type TypedClause } from './clause-form'
import { Difference } from './difference'
import { OpinionList } from './opinion-list'
import { TargetNotice } from './target-notice'

interface ClauseEditorProps {
  clause: DraftClause
  /** There is a draft to change it in. */
  mayChange: boolean
  onAmend: (typed: TypedClause) => Promise<void>
  onRemove: (clause: DraftClause) => Promise<void>
  onTakeBack: (clause: DraftClause) => Promise<void>
}

/** A clause as the draft has it, with the acts on it, beside the opinions that ask for a change. */
export function ClauseEditor(props: ClauseEditorProps) {
  const [isOpen, setOpen] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  let amend: HTMLButtonElement | undefined
  const change = () => props.clause.change
  const name = () => w.sentence(props.clause.number)

  const act = async (run: () => Promise<void>) => {
    setProblem('')
    await run().catch((thrown: unknown) => setProblem(asApiError(thrown).sentences.join(' ')))
  }
  const close = () => {
    setOpen(false)
    queueMicrotask(() => amend?.focus())
  }

  return (
    <li
      class="rev-clause"
      classList={{ 'is-changed': change() !== null }}
      id={`clause-${props.clause.number}`}
    >
      <div class="rev-clause-main">
        <p class="rev-clause-head">
          <b>{name()}</b>
          <Show when={change()}>
            {(made) => (
              <>
                <span class={`badge ${made().kind === 'remove' ? 'badge-lacking' : 'badge-good'}`}>
                  {words.clauseChanges[made().kind]}
                </span>
                <span class="field-hint">
                  {w.changedBy(made().changedBy, formatMoment(made().changedAt))}
                </span>
              </>
            )}
          </Show>
        </p>
        <Show when={!isOpen()} fallback={<Editing {...props} onDone={close} />}>
          <Show
            when={change() && props.clause.before !== null}
            fallback={
              <p class="rev-text" lang="zh-CN">
                {props.clause.text}
              </p>
            }
          >
            <Difference before={props.clause.before ?? ''} after={props.clause.text ?? ''} />
          </Show>
          <Show when={props.clause.targets.length > 0}>
            <div role="status">
              <ul class="rev-targets">
                <For each={props.clause.targets}>{(target) => <TargetNotice target={target} />}</For>
              </ul>
            </div>
          </Show>
          <Show when={change()?.reason}>
            <p class="field-hint">
              {w.reasonOf}
              {w.colon}
              {change()?.reason}
            </p>
          </Show>
          <Show when={props.mayChange}>
            <p class="form-acts">
              <button
                type="button"
                class="button"
                ref={amend}
                aria-label={`${w.amend} ${name()}`}
                onClick={() => setOpen(true)}
              >
                {change() ? w.amendAgain : w.amend}
              </button>
              <Show when={props.clause.before !== null && props.clause.text !== null}>
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={`${w.remove} ${name()}`}
                  onClick={() => act(() => props.onRemove(props.clause))}
                >
                  {w.remove}
                </button>
              </Show>
              <Show when={change()}>
                {(made) => (
                  <Show when={!made().isNamed} fallback={<span class="field-hint">{w.takeBackHint}</span>}>
                    <button
                      type="button"
                      class="button button-quiet"
                      aria-label={`${w.takeBack} ${name()}`}
                      onClick={() => act(() => props.onTakeBack(props.clause))}
                    >
                      {w.takeBack}
                    </button>
                  </Show>
                )}
              </Show>
            </p>
          </Show>
        </Show>
        <Show when={problem()}>
          <p class="field-error" role="alert">
            {problem()}
          </p>
        </Show>
      </div>
      <Show when={props.clause.opinions.length > 0}>
        <section class="rev-beside" aria-label={`${w.opinions} ${name()}`}>
          <h3>{w.opinions}</h3>
          <OpinionList opinions={props.clause.opinions} change={change()?.id ?? null} />
        </section>
      </Show>
    </li>
  )
}

function Editing(props: ClauseEditorProps & { onDone: () => void }) {
  return (
    <ClauseForm
      place={props.clause.key}
      label={w.text}
      before={props.clause.before}
      text={props.clause.text ?? props.clause.before ?? ''}
      reason={props.clause.change?.reason ?? ''}
      seen={props.clause.seen}
      changedBy={
        props.clause.change
          ? w.changedBy(props.clause.change.changedBy, formatMoment(props.clause.change.changedAt))
          : undefined
      }
      onSave={async (typed) => {
        await props.onAmend(typed)
        props.onDone()
      }}
      onCancel={props.onDone}
    />
  )
}
