import { Show } from 'solid-js'
import type { ErrorCode } from '../../../worker/contract/errors'
import type { PlanView } from '../../../worker/contract/plan'
import { followFrequencies } from '../../../worker/contract/words'
import { FeedList } from '../../components/follow/feed-list'
import { SubjectFields } from '../../components/follow/subject-fields'
import { PrivacyLine } from '../../components/form/privacy-line'
import { useFrame } from '../../components/frame/frame-context'
import { Choices } from '../../components/ui/choices'
import { ErrorSummary } from '../../components/ui/error-summary'
import { TextField } from '../../components/ui/field'
import { summarizeErrors } from '../../lib/form-errors'
import { followPath, sentTo } from '../../lib/links'
import type { FieldErrors, FollowFormValues } from '../../page'

/** `/follow`: an address, how often, what of. */
export function FollowView(props: {
  plan: PlanView
  isMailed: boolean
  values: FollowFormValues
  errors: FieldErrors
  refusal: ErrorCode | null
}) {
  const frame = useFrame()
  const words = frame.words.follow
  const { consultation } = props.plan
  const measure = () => props.values.subjects.find((subject) => subject.startsWith('measure:'))
  return (
    <div class="column follow-page">
      <ErrorSummary
        heading={props.refusal ? words.refusalHeading : words.errorHeading}
        errors={summarizeErrors(props.errors, {
          email: words.email,
          frequency: words.frequency,
          subjects: words.subjects,
        })}
        refusal={props.refusal ? frame.domain.errors[props.refusal] : null}
      />
      <h1>{words.title}</h1>
      <p class="lead">{frame.language === 'zh' ? consultation.title : consultation.titleEn}</p>
      <Show
        when={props.isMailed && consultation.resultAt === null}
        fallback={
          <Show
            when={consultation.resultAt === null}
            fallback={<p class="notice follow-closed">{words.ended}</p>}
          >
            <p class="notice follow-closed">
              <b>{words.unavailable}</b> {words.unavailableText}
            </p>
          </Show>
        }
      >
        <p>{words.lead}</p>
        <form method="post" action={sentTo(followPath())} novalidate>
          <TextField
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint + frame.beside('follow')}
            class="input-medium"
            autocomplete="email"
            spellcheck={false}
            value={props.values.email}
            error={props.errors.email}
          />
          <Choices
            name="frequency"
            legend={words.frequency}
            choices={followFrequencies.map((value) => ({
              value,
              label: words.frequencies[value],
              hint: words.frequencyHints[value],
            }))}
            value={props.values.frequency}
            error={props.errors.frequency}
          />
          <SubjectFields plan={props.plan} chosen={props.values.subjects} error={props.errors.subjects} />
          <PrivacyLine about="follow" version={props.values.noticeVersion} />
          <p class="buttons">
            <button class="button" type="submit">
              {words.send}
            </button>
          </p>
        </form>
      </Show>
      <FeedList measure={measure()?.slice('measure:'.length) ?? null} />
    </div>
  )
}
