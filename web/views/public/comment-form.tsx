import { Show } from 'solid-js'
import type { CommentView } from '../../../worker/contract/comments'
import type { ErrorCode } from '../../../worker/contract/errors'
import type { FileView } from '../../../worker/contract/files'
import { industries } from '../../../worker/contract/industries'
import type { DomainWords } from '../../../worker/contract/locales/words'
import type { MeasureView } from '../../../worker/contract/plan'
import { cities } from '../../../worker/contract/regions'
import { evidenceTyped } from '../../../worker/contract/target-fields'
import {
  type Language,
  organisationKinds,
  type ParticipantRule,
  participantKinds,
} from '../../../worker/contract/words'
import { FormAside } from '../../components/form/form-aside'
import { ParentQuote } from '../../components/form/parent-quote'
import { PrivacyLine } from '../../components/form/privacy-line'
import { useFrame } from '../../components/frame/frame-context'
import { ConsultationRules } from '../../components/measure/consultation-rules'
import { useShortTitle } from '../../components/measure/contents'
import { KeptText } from '../../components/receipt/kept-text'
import { ErrorSummary } from '../../components/ui/error-summary'
import { Island } from '../../islands/island'
import type { ChangeTerms, FormTerms } from '../../islands/island-props'
import { formatClosing, formatFullMoment } from '../../lib/beijing-time'
import { changesWording, wordingToEdit } from '../../lib/changes-wording'
import { commentFormLabels, namingFile, summarizeErrors } from '../../lib/form-errors'
import { changePath, commentFormPath, measurePath, policyPath, receiptPath, sentTo } from '../../lib/links'
import type { Words } from '../../locales'
import type { CommentChange, CommentFormValues, FieldErrors } from '../../page'

export interface CommentFormPage {
  besideContact: string
  measure: MeasureView
  parent: CommentView | null
  change?: CommentChange
  isMailed: boolean
  files: FileView[] | null
  refusedFile: string | null
  values: CommentFormValues
  errors: FieldErrors
  refusal: ErrorCode | null
}

/** Whoever was writing when it closed finds the text here: it was not sent, but it is not lost. */
function NotOpen(props: { measure: MeasureView; typed: CommentFormValues }) {
  const frame = useFrame()
  const { form } = frame.words
  const { phase, closesAt, opensAt } = props.measure.consultation
  return (
    <div class="column phase-page">
      <h1>{phase === 'closed' ? form.closedTitle : form.notOpenTitle}</h1>
      <p>
        {phase === 'closed'
          ? form.closedBody(formatClosing(closesAt, frame.language))
          : form.notOpenBody(formatFullMoment(opensAt, frame.language))}
      </p>
      <KeptText
        {...props.typed}
        wording={changesWording(props.typed.wording, props.measure.clauses) ? props.typed.wording : ''}
        evidence={evidenceTyped(props.typed)}
      />
      <p class="buttons">
        <a class="button-quiet" href={measurePath(props.measure.key)}>
          {form.back}
        </a>
      </p>
    </div>
  )
}

function formTerms(
  domain: DomainWords,
  language: Language,
  participants: ParticipantRule,
  { publishHint, publishYesHint }: Pick<FormTerms, 'publishHint' | 'publishYesHint'>,
): Omit<FormTerms, 'beside'> {
  const { stances, kinds, targetOpinions, enterpriseSizes } = domain
  const { too_long, uscc_malformed, uscc_check_failed, contact_malformed, figure_malformed, wording_moved } =
    domain.fields
  return {
    stances,
    kinds,
    takes: participants === 'everybody' ? participantKinds : organisationKinds,
    publishHint,
    publishYesHint,
    targetOpinions,
    enterpriseSizes,
    industries: industries.map((industry) => [industry.code, industry[language]]),
    cities: cities.map((city) => [city.code, city[language]]),
    fields: {
      too_long,
      uscc_malformed,
      uscc_check_failed,
      contact_malformed,
      figure_malformed,
      wording_moved,
    },
  }
}

/** What of a comment its form says and does not ask again. */
function changeTerms({ receipt: words, annex }: Words, { receipt, uscc }: CommentChange): ChangeTerms {
  const { author, attachments } = receipt
  return {
    signed:
      author.kind === 'individual' ? words.changeSigned : words.changeSignedBy(author.name ?? '', uscc ?? ''),
    kept: [
      author.kind === 'individual' ? '' : words.changeKeepsProfile,
      attachments.length > 0 ? words.changeKeepsFiles(attachments.length) : '',
      receipt.annex ? words.changeKeepsAnnex : '',
    ].join(''),
    annexSummary: receipt.annex ? annex.shown : null,
  }
}

export function CommentFormView(props: CommentFormPage) {
  const frame = useFrame()
  const { form, receipt } = frame.words
  const shortTitle = useShortTitle()
  const parentId = props.change?.receipt.parentId ?? props.parent?.publicId ?? null
  const targets = parentId
    ? []
    : props.measure.clauses.flatMap(({ key: clause, targets: own }) =>
        own.map(({ key, quote, indicator, unit }) => ({ key, clause, quote, indicator, unit })),
      )
  const errorsNamed = namingFile(form, props)
  const errors = summarizeErrors(errorsNamed, {
    ...commentFormLabels(form, targets),
    annexSummary: frame.words.annex[props.change ? 'shown' : 'summary'],
  })
  const clauses = props.measure.clauses.map(({ key, number, text }) => ({ key, number, text }))
  const fields = () => (
    <Island
      name="comment-form"
      given={{
        language: frame.language,
        measureKey: props.measure.key,
        clauses,
        targets,
        parentId,
        change: props.change ? changeTerms(frame.words, props.change) : null,
        isMailed: props.isMailed,
        files: props.files?.map(({ id, name, size }) => ({ id, name, size })) ?? null,
        values: {
          ...props.values,
          planRevision: String(props.measure.revision),
          wording: wordingToEdit(props.values.wording, props.values.clause, clauses),
          wordingOf:
            (changesWording(props.values.wording, clauses) && props.values.wordingOf) || props.values.clause,
        },
        errors: errorsNamed,
        terms: {
          ...formTerms(
            frame.domain,
            frame.language,
            props.measure.consultation.participants,
            props.measure.consultation.moderation === 'after' ? frame.words.publishedFirst : form,
          ),
          beside: {
            contact: props.besideContact,
            displayName: frame.beside('displayName'),
            attachment: frame.beside('attachment'),
          },
        },
      }}
    />
  )
  return (
    <Show
      when={props.measure.consultation.phase === 'open'}
      fallback={<NotOpen measure={props.measure} typed={props.values} />}
    >
      <div class="form-page">
        <div class="form-main">
          <ErrorSummary
            heading={errors.length > 0 ? form.errorHeading : form.refusalHeading}
            errors={errors}
            refusal={props.refusal ? frame.domain.errors[props.refusal] : null}
          />
          <h1>{props.change ? receipt.edit : props.parent ? form.replyTitle : form.title}</h1>
          <p class="form-on">
            {form.on(frame.language === 'zh' ? props.measure.title : shortTitle(props.measure))}
          </p>
          <p class="hint">
            {form.rules[0]}
            <a href={policyPath()}>{form.rules[1]}</a>
            {form.rules[2]}
          </p>
          <PrivacyLine about="contact" />
          <Show when={props.change}>
            {(change) => (
              <p>
                {change().receipt.mayResubmit ? receipt.changeReturned : receipt.editLead}{' '}
                {change().hasSupports ? receipt.changeEndsSupports : ''}{' '}
                <a href={receiptPath(change().receipt.publicId)}>{receipt.backToReceipt}</a>
              </p>
            )}
          </Show>
          <ConsultationRules consultation={props.measure.consultation} />
          <Show when={props.parent}>{(parent) => <ParentQuote parent={parent()} />}</Show>
          <form
            method="post"
            action={
              props.change
                ? changePath(props.change.receipt.publicId)
                : sentTo(commentFormPath(props.measure.key))
            }
            enctype="multipart/form-data"
            novalidate
          >
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: what Enter in a field presses, whatever stands before the preview. */}
            <button
              class="visually-hidden"
              type="submit"
              name="step"
              value="preview"
              tabindex="-1"
              aria-hidden="true"
            >
              {form.preview}
            </button>
            <input type="hidden" name="annex" value={props.values.annex} />
            <Show when={!props.change}>
              <input type="hidden" name="annexSummary" value={props.values.annexSummary} />
            </Show>
            <input type="hidden" name="parentId" value={parentId ?? ''} />
            <input type="hidden" name="planRevision" value={props.measure.revision} />
            <input type="hidden" name="noticeVersion" value={props.values.noticeVersion} />
            <Show when={frame.draft} fallback={fields()}>
              <fieldset disabled>{fields()}</fieldset>
            </Show>
          </form>
        </div>
        <FormAside measure={props.measure} chosen={props.values.clause} />
      </div>
    </Show>
  )
}
