import { For, Show } from 'solid-js'
import type { ErrorCode } from '../../../worker/contract/errors'
import type { FollowView } from '../../../worker/contract/follows'
import type { PlanView } from '../../../worker/contract/plan'
import { followFrequencies } from '../../../worker/contract/words'
import { SubjectFields } from '../../components/follow/subject-fields'
import { useFrame } from '../../components/frame/frame-context'
import { usePlaces } from '../../components/frame/use-places'
import { ErrorSummary } from '../../components/ui/error-summary'
import { formatFullDay } from '../../lib/beijing-time'
import { summarizeErrors } from '../../lib/form-errors'
import { unsubscribePath } from '../../lib/links'
import type { FieldErrors } from '../../page'

type Followed = FollowView['subjects'][number]

/** What waits to be confirmed, and the button that does it: opening the page alone changes nothing. */
function Confirm(props: { subjects: Followed[] }) {
  const frame = useFrame()
  const words = frame.words.follow
  const { themeName } = usePlaces()
  const nameOf = ({ kind, subject, title, titleEn }: Followed) => {
    const name = (frame.language === 'zh' ? title : titleEn) ?? ''
    const key = subject.slice(subject.indexOf(':') + 1)
    if (kind === 'measure') return words.measureName(key, name)
    return kind === 'theme' ? themeName(key, name) : words[kind]
  }
  return (
    <section class="follow-part" aria-labelledby="confirm-heading">
      <h2 id="confirm-heading">{words.confirmHeading}</h2>
      <p>{words.confirmText}</p>
      <ul class="follow-names">
        <For each={props.subjects}>{(subject) => <li>{nameOf(subject)}</li>}</For>
      </ul>
      <form method="post">
        <p class="buttons">
          <button class="button" type="submit" name="act" value="confirm">
            {words.confirm}
          </button>
        </p>
      </form>
    </section>
  )
}

function Frequency(props: { follow: FollowView }) {
  const words = useFrame().words.follow
  return (
    <section class="follow-part" aria-labelledby="frequency-heading">
      <h2 id="frequency-heading">{words.frequency}</h2>
      <p class="hint">{words.frequencyLead}</p>
      <form method="post" class="follow-frequency">
        <For each={followFrequencies}>
          {(frequency) => (
            <button
              class="button-quiet"
              type="submit"
              name="frequency"
              value={frequency}
              aria-pressed={props.follow.frequency === frequency}
            >
              {words.frequencies[frequency]}
              <Show when={props.follow.frequency === frequency}>
                <span class="follow-current">{words.current}</span>
              </Show>
            </button>
          )}
        </For>
      </form>
    </section>
  )
}

/** `/follow/manage`: what the link in a mail opens. */
export function FollowManageView(props: {
  token: string
  follow: FollowView
  plan: PlanView
  done: 'saved' | 'confirmed' | null
  errors: FieldErrors
  refusal: ErrorCode | null
}) {
  const frame = useFrame()
  const words = frame.words.follow
  const pending = () => props.follow.subjects.filter(({ isConfirmed }) => !isConfirmed)
  const chosen = () => props.follow.subjects.filter(({ isConfirmed }) => isConfirmed)
  return (
    <div class="column follow-page">
      <ErrorSummary
        heading={props.refusal ? words.refusalHeading : words.errorHeading}
        errors={summarizeErrors(props.errors, { frequency: words.frequency, subjects: words.subjects })}
        refusal={props.refusal ? frame.domain.errors[props.refusal] : null}
      />
      <h1>{words.manageTitle}</h1>
      <p class="lead">{words.address(props.follow.email)}</p>
      <Show when={props.done}>
        {(done) => (
          <p class="notice" role="status">
            {words[done()]}
          </p>
        )}
      </Show>
      <Show when={props.follow.endsAt}>
        {(end) => <p class="notice">{words.endsOn(formatFullDay(end(), frame.language))}</p>}
      </Show>
      <Show when={pending().length > 0}>
        <Confirm subjects={pending()} />
      </Show>
      <Show when={props.follow.isConfirmed}>
        <Frequency follow={props.follow} />
        <form method="post" class="follow-part" novalidate>
          <SubjectFields
            plan={props.plan}
            chosen={chosen().map(({ subject }) => subject)}
            error={props.errors.subjects}
          />
          <p class="buttons">
            <button class="button" type="submit">
              {words.save}
            </button>
          </p>
        </form>
      </Show>
      <section class="follow-part" aria-labelledby="end-heading">
        <h2 id="end-heading">{words.endHeading}</h2>
        <p>{words.endText}</p>
        <form method="post" action={unsubscribePath(props.token)}>
          <p class="buttons">
            <button class="button-quiet" type="submit">
              {words.end}
            </button>
          </p>
        </form>
      </section>
    </div>
  )
}
