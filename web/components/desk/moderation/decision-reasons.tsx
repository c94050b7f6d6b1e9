import { For, Match, Show, Switch } from 'solid-js'
import type { ReasonChoice } from '../../../../worker/contract/moderation/decisions'
import { language, t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

interface DecisionReasonsProps {
  /** undefined while they are on their way. */
  reasons: readonly ReasonChoice[] | undefined
  hasFailed: boolean
  chosen: string
  isMissing: boolean
  keysShown: boolean
  onChoose: (id: string) => void
  onRetry: () => void
}

const reasonKeys = '1234567890'

/** The reasons of a decision: a short label to choose by, and below it what the author will read. */
export function DecisionReasons(props: DecisionReasonsProps) {
  const labelOf = (choice: ReasonChoice) => (language === 'en' ? choice.labelEn : choice.labelZh)
  return (
    <fieldset class="reasons" aria-describedby={props.isMissing ? 'reason-error' : undefined}>
      <legend>
        {t.decision.reasons} <span class="panel-optional">{t.decision.authorSees}</span>
      </legend>
      <Show when={props.isMissing}>
        <p class="field-error" id="reason-error" role="alert">
          {t.decision.reasonMissing}
        </p>
      </Show>
      <Switch>
        <Match when={props.hasFailed && !props.reasons}>
          <p class="panel-state" role="alert">
            {t.decision.reasonsFailed}
            <button type="button" class="button button-quiet" onClick={() => props.onRetry()}>
              {t.retry}
            </button>
          </p>
        </Match>
        <Match when={!props.reasons}>
          <p class="panel-state">{t.loading}</p>
        </Match>
        <Match when={props.reasons?.length === 0}>
          <p class="panel-state">{t.decision.noReasons}</p>
        </Match>
      </Switch>
      <For each={props.reasons ?? []}>
        {(choice, index) => (
          <label class="reason">
            <input
              type="radio"
              name="reason"
              value={choice.id}
              checked={props.chosen === choice.id}
              onChange={() => props.onChoose(choice.id)}
            />
            <span class="reason-words">
              <Show when={labelOf(choice)}>
                {(label) => (
                  <span class="reason-label">
                    {label()}
                    <Show when={choice.mayResubmit && choice.decision === 'reject'}>
                      <span class="panel-optional"> {t.decision.mayResubmit}</span>
                    </Show>
                  </span>
                )}
              </Show>
              <span class="reason-text">{choice[language]}</span>
            </span>
            <KeyHint
              keys={reasonKeys[index()] ?? ''}
              shown={props.keysShown && index() < reasonKeys.length}
            />
          </label>
        )}
      </For>
    </fieldset>
  )
}
