import { For } from 'solid-js'
import type { DraftContent } from '../../../../worker/contract/consultations'
import { moderationRules, participantRules } from '../../../../worker/contract/words'
import { c } from '../../../locales/desk/consultations'
import { InputField } from './input-field'

interface DraftFactsProps {
  draftKey: string
  isNew: boolean
  content: DraftContent
  fields: Record<string, string>
  onKey: (key: string) => void
  onChange: (change: Partial<DraftContent>) => void
}

type Line = 'title' | 'titleEn' | 'authority' | 'authorityEn'
const lineFields: Line[] = ['title', 'titleEn', 'authority', 'authorityEn']

/** Names, days and rules. */
export function DraftFacts(props: DraftFactsProps) {
  const wrong = (field: string) => props.fields[field] ?? props.fields[`content.${field}`]
  return (
    <>
      <section class="block" aria-labelledby="facts-heading">
        <h2 id="facts-heading">{c.editor.facts}</h2>
        <div class="draft-fields">
          <For each={lineFields}>
            {(field) => (
              <InputField
                id={`draft-${field}`}
                label={c.editor[field]}
                value={props.content[field]}
                error={wrong(field)}
                onInput={(value) => props.onChange({ [field]: value })}
              />
            )}
          </For>
          <InputField
            id="draft-key"
            label={c.editor.key}
            hint={c.editor.keyHint}
            value={props.draftKey}
            isFixed={!props.isNew}
            error={wrong('key')}
            onInput={(value) => props.onKey(value.trim())}
          />
          <InputField
            id="draft-code"
            label={c.editor.code}
            hint={c.editor.codeHint}
            value={props.content.code}
            error={wrong('code')}
            onInput={(value) => props.onChange({ code: value.trim() })}
          />
        </div>
      </section>
      <section class="block" aria-labelledby="time-heading">
        <h2 id="time-heading">{c.editor.time}</h2>
        <div class="draft-fields">
          <InputField
            id="draft-opensOn"
            type="date"
            label={c.editor.opensOn}
            value={props.content.opensOn}
            error={wrong('opensOn')}
            onInput={(opensOn) => props.onChange({ opensOn })}
          />
          <InputField
            id="draft-closesOn"
            type="date"
            label={c.editor.closesOn}
            value={props.content.closesOn}
            error={wrong('closesOn')}
            onInput={(closesOn) => props.onChange({ closesOn })}
          />
        </div>
        <InputField
          id="draft-shortPeriodReason"
          label={c.editor.short}
          hint={c.editor.shortHint}
          rows={2}
          value={props.content.shortPeriodReason}
          error={wrong('shortPeriodReason')}
          onInput={(shortPeriodReason) => props.onChange({ shortPeriodReason })}
        />
        <InputField
          id="draft-shortPeriodReasonEn"
          label={c.editor.shortEnglish}
          rows={2}
          value={props.content.shortPeriodReasonEn}
          error={wrong('shortPeriodReasonEn')}
          onInput={(shortPeriodReasonEn) => props.onChange({ shortPeriodReasonEn })}
        />
      </section>
      <section class="block" aria-labelledby="rules-heading">
        <h2 id="rules-heading">{c.editor.rules}</h2>
        <fieldset class="draft-rules">
          <legend>{c.editor.participants}</legend>
          <For each={participantRules}>
            {(rule) => (
              <label class="check">
                <input
                  type="radio"
                  name="participants"
                  value={rule}
                  checked={props.content.participants === rule}
                  onChange={() => props.onChange({ participants: rule })}
                />
                {c.editor.participantOptions[rule]}
              </label>
            )}
          </For>
        </fieldset>
        <label class="check">
          <input
            type="checkbox"
            checked={props.content.hasReplies}
            onChange={(event) => props.onChange({ hasReplies: event.currentTarget.checked })}
          />
          {c.editor.replies}
        </label>
        <fieldset class="draft-rules">
          <legend>{c.editor.moderation}</legend>
          <For each={moderationRules}>
            {(rule) => (
              <label class="check">
                <input
                  type="radio"
                  name="moderation"
                  value={rule}
                  checked={props.content.moderation === rule}
                  onChange={() => props.onChange({ moderation: rule })}
                />
                {c.editor.moderationOptions[rule]}
              </label>
            )}
          </For>
        </fieldset>
      </section>
    </>
  )
}
