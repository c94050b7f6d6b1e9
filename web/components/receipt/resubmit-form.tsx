import { For, Show } from 'solid-js'
import { limits } from '../../../worker/contract/limits'
import type { TargetOpinionView } from '../../../worker/contract/opinions'
import { figureField, opinionField, type TargetField } from '../../../worker/contract/target-fields'
import { stances, targetOpinions } from '../../../worker/contract/words'
import { changesWording } from '../../lib/changes-wording'
import { receiptPath } from '../../lib/links'
import { groupDigits } from '../../lib/numerals'
import type { FieldErrors } from '../../page'
import { useFrame } from '../frame/frame-context'
import { Choices } from '../ui/choices'
import { TextField } from '../ui/field'
import { FigureLabel, PlannedTarget } from '../ui/planned-target'
import { TextArea } from '../ui/text-area'

interface Props {
  publicId: string
  body: string
  stance: string
  /** Null where no wording can be suggested. */
  clauseText: string | null
  wording: string
  /** What is public of its confidential annex; null where it has none. */
  annexSummary: string | null
  /** What was said of targets, which may be said anew. */
  targets: TargetOpinionView[]
  typed: Partial<Record<TargetField, string>>
  errors: FieldErrors
  endsAppeal: boolean
}

/** For a comment that came back: the next thing to do. */
export function ResubmitForm(props: Props) {
  const { receipt } = useFrame().words
  return (
    <section class="resubmit" aria-labelledby="resubmit-heading">
      <h2 id="resubmit-heading">{receipt.resubmit}</h2>
      <p>{receipt.resubmitLead}</p>
      <Show when={props.endsAppeal}>
        <p>{receipt.resubmitEndsAppeal}</p>
      </Show>
      <ChangedText {...props} send={receipt.resubmitSend} />
    </section>
  )
}

/** For a comment that nobody has read yet: folded, until it is wanted. */
export function EditForm(props: Props & { isOpen: boolean }) {
  const { receipt } = useFrame().words
  return (
    <details class="appeal resubmit" id="edit" open={props.isOpen}>
      <summary>
        <h2>{receipt.edit}</h2>
      </summary>
      <p>{receipt.editLead}</p>
      <ChangedText {...props} send={receipt.editSend} />
    </details>
  )
}

function ChangedText(props: Props & { send: string }) {
  const frame = useFrame()
  const { form } = frame.words
  return (
    <form method="post" action={receiptPath(props.publicId)} novalidate>
      <Choices
        name="stance"
        legend={form.stance}
        layout="row"
        choices={stances.map((stance) => ({ value: stance, label: frame.domain.stances[stance] }))}
        value={props.stance}
        error={props.errors.stance}
      />
      <TextArea
        name="body"
        label={form.body}
        rows={8}
        value={props.body}
        error={props.errors.body}
        count={form.most(groupDigits(limits.body))}
      />
      <Show when={props.clauseText}>
        {(text) => (
          <details
            class="profile-fields"
            open={Boolean(props.errors.wording) || changesWording(props.wording, [{ text: text() }])}
          >
            <summary>
              {form.wording}
              <span class="optional">{form.optional}</span>
            </summary>
            <TextArea
              name="wording"
              label={form.wordingText}
              hint={frame.words.receipt.wordingHint}
              rows={4}
              value={props.wording}
              error={props.errors.wording}
            />
          </details>
        )}
      </Show>
      <Show when={props.annexSummary !== null}>
        <TextArea
          name="annexSummary"
          label={frame.words.annex.shown}
          rows={4}
          value={props.annexSummary ?? ''}
          error={props.errors.annexSummary}
          count={form.most(groupDigits(limits.annexSummary))}
        />
      </Show>
      <For each={props.targets}>
        {(target) => (
          <fieldset class="target-question">
            <Choices
              name={opinionField(target.key)}
              legend={<PlannedTarget {...target} />}
              layout="row"
              choices={[
                ...targetOpinions.map((value) => ({ value, label: frame.domain.targetOpinions[value] })),
                { value: '', label: form.noOpinion },
              ]}
              value={props.typed[opinionField(target.key)] ?? target.opinion}
              error={props.errors[opinionField(target.key)]}
            />
            <TextField
              name={figureField(target.key)}
              label={<FigureLabel words={form} unit={target.unit} />}
              hint={form.figureHint}
              inputmode="decimal"
              autocomplete="off"
              class="input-short"
              value={props.typed[figureField(target.key)] ?? String(target.value ?? '')}
              error={props.errors[figureField(target.key)]}
            />
          </fieldset>
        )}
      </For>
      <p class="buttons">
        <button class="button" type="submit">
          {props.send}
        </button>
      </p>
    </form>
  )
}
