import { For, Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import type { ErrorCode } from '../../../worker/contract/errors'
import type { FileView } from '../../../worker/contract/files'
import type { ProfileView, TargetOpinionView } from '../../../worker/contract/opinions'
import { findPersonalData } from '../../../worker/contract/personal-data/find-personal-data'
import type { MeasureView } from '../../../worker/contract/plan'
import { evidenceField, figureField, opinionField, parseFigure } from '../../../worker/contract/target-fields'
import { normalizeUscc } from '../../../worker/contract/uscc'
import type { WordingView } from '../../../worker/contract/wordings'
import { targetOpinions } from '../../../worker/contract/words'
import { AnnexFields } from '../../components/form/annex-fields'
import { ChosenFiles } from '../../components/form/chosen-files'
import { PersonalDataHint } from '../../components/form/personal-data-hint'
import { QuestionField } from '../../components/form/question-field'
import { useFrame } from '../../components/frame/frame-context'
import { About } from '../../components/measure/about'
import { ForFigures } from '../../components/receipt/for-figures'
import { CommentArticle } from '../../components/thread/comment-article'
import { ReplyTo } from '../../components/thread/reply-to'
import { SuggestedWording } from '../../components/thread/suggested-wording'
import { ErrorSummary } from '../../components/ui/error-summary'
import { Island } from '../../islands/island'
import { changesWording } from '../../lib/changes-wording'
import { summarizeErrors } from '../../lib/form-errors'
import { formatUscc } from '../../lib/format-uscc'
import { changePath, commentFormPath, sentTo } from '../../lib/links'
import type { CommentChange, CommentFormValues, FieldErrors, Question } from '../../page'

interface CommentPreviewPage {
  measure: MeasureView
  parent: CommentView | null
  change?: CommentChange
  values: CommentFormValues
  preview: CommentView | null
  files: FileView[]
  annex: { file: FileView | null } | null
  errors: FieldErrors
  question: Question
  askQuestion: boolean
  refusal: ErrorCode | null
}

function DepartmentOnly(props: { values: CommentFormValues }) {
  const { preview } = useFrame().words
  const isIndividual = () => props.values.kind === 'individual'
  return (
    <section class="department-only" aria-labelledby="hidden-heading">
      <h2 id="hidden-heading">{preview.hiddenHeading}</h2>
      <dl class="facts">
        <Show when={!isIndividual()}>
          <div>
            <dt>{preview.uscc}</dt>
            <dd>{formatUscc(normalizeUscc(props.values.uscc))}</dd>
          </div>
        </Show>
        <Show when={isIndividual() && props.values.displayName && props.values.showName !== 'yes'}>
          <div>
            <dt>{preview.displayName}</dt>
            <dd>{props.values.displayName}</dd>
          </div>
        </Show>
        <div>
          <dt>{preview.contact}</dt>
          <dd>{props.values.contact || preview.contactNone}</dd>
        </div>
      </dl>
    </section>
  )
}

/** What was answered, as the receipt will have it. */
function answersOf(measure: MeasureView, values: CommentFormValues): TargetOpinionView[] {
  return measure.clauses
    .flatMap(({ targets }) => targets)
    .flatMap(({ key, quote, indicator, unit }) => {
      const opinion = targetOpinions.find((each) => each === values[opinionField(key)])
      const figure = values[figureField(key)]?.trim()
      const evidence = values[evidenceField(key)]?.trim() || null
      return opinion
        ? [{ key, quote, indicator, unit, opinion, value: figure ? parseFigure(figure) : null, evidence }]
        : []
    })
}

/** What is suggested, as the receipt will have it. */
function wordingOf({ clauses }: MeasureView, { clause, wording }: CommentFormValues): WordingView | null {
  const base = clauses.find(({ key }) => key === clause)?.text
  return base !== undefined && changesWording(wording, clauses) ? { text: wording.trim(), base } : null
}

function profileOf({ kind, size, industry, city }: CommentFormValues): ProfileView | null {
  if (kind === 'individual') return null
  return { size: size || null, industry: industry || null, city: city || null } as ProfileView
}

export function CommentPreviewView(props: CommentPreviewPage) {
  const frame = useFrame()
  const { preview: words, form, annex, publishedFirst } = frame.words
  const isPublicAtOnce = props.preview?.isUnconfirmed === true
  const action = props.change
    ? changePath(props.change.receipt.publicId)
    : sentTo(commentFormPath(props.measure.key))
  const clause = props.measure.clauses.find((each) => each.key === props.values.clause) ?? null
  const wording = wordingOf(props.measure, props.values)
  const written = () => [props.values.body, props.values.wording, props.values.annexSummary].join('\n')
  const refusal = props.refusal ? frame.domain.errors[props.refusal] : null
  return (
    <div class="column preview-page">
      <ErrorSummary
        heading={refusal ? form.refusalHeading : form.errorHeading}
        errors={summarizeErrors(props.errors, { annexFile: annex.file, annexSummary: annex.summary })}
        refusal={refusal}
      />
      <h1>{words.title}</h1>
      <p class="lead">{isPublicAtOnce ? publishedFirst.preview : words.nothingYet}</p>
      <Show
        when={props.preview}
        fallback={
          <section class="preview-private" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{words.privateHeading}</h2>
            <p>{words.privateBody}</p>
            <About measure={props.measure} clause={clause} />
            <ReplyTo parent={props.parent} />
            <h3>{words.privateText}</h3>
            <div class="comment-body">{props.values.body}</div>
            <Show when={wording}>{(suggested) => <SuggestedWording wording={suggested()} />}</Show>
          </section>
        }
      >
        {(comment) => (
          <section class="preview-public" aria-labelledby="preview-heading">
            <h2 id="preview-heading">
              {isPublicAtOnce ? publishedFirst.previewHeading : words.publicHeading}
            </h2>
            <div class="preview-sheet">
              <About measure={props.measure} clause={clause} />
              <ReplyTo parent={props.parent} />
              <CommentArticle comment={comment()} isPreview />
            </div>
          </section>
        )}
      </Show>
      <Show when={props.values.publish === 'yes'}>
        <PersonalDataHint words={form.personalData} body={written()} found={findPersonalData(written())}>
          <p class="buttons">
            <button
              class="button-quiet"
              type="submit"
              form="send-form"
              name="step"
              value="edit"
              formaction={`${action}#field-body`}
            >
              {words.backToText}
            </button>
          </p>
        </PersonalDataHint>
      </Show>
      <DepartmentOnly values={props.values} />
      <ChosenFiles measureKey={props.measure.key} values={props.values} files={props.files} />
      <Show when={props.annex}>
        {(held) => (
          <AnnexFields action={action} values={props.values} annex={held().file} errors={props.errors} />
        )}
      </Show>
      <ForFigures targets={answersOf(props.measure, props.values)} profile={profileOf(props.values)} />
      <form method="post" action={action} class="send-form" id="send-form">
        <For each={Object.entries(props.values)}>
          {([name, value]) => <input type="hidden" name={name} value={value} />}
        </For>
        <Show when={!props.change} fallback={<SendChange mayResubmit={props.change?.receipt.mayResubmit} />}>
          <input type="hidden" name="questionToken" value={props.question.token} />
          <Show when={!props.askQuestion}>
            <noscript>
              <QuestionField words={form.proof} question={props.question} error={null} />
            </noscript>
          </Show>
          <Island
            name="send"
            given={{
              language: frame.language,
              question: props.question,
              askQuestion: props.askQuestion,
              error: props.askQuestion && props.refusal !== 'proof_required' ? refusal : null,
            }}
          />
        </Show>
      </form>
    </div>
  )
}

/** A changed text comes with the code of its receipt: that is proof enough. */
function SendChange(props: { mayResubmit: boolean | undefined }) {
  const { form, receipt } = useFrame().words
  return (
    <p class="buttons">
      <button class="button" type="submit" name="step" value="send">
        {props.mayResubmit ? receipt.resubmitSend : receipt.editSend}
      </button>
      <button class="button-quiet" type="submit" name="step" value="edit">
        {form.proof.edit}
      </button>
    </p>
  )
}
