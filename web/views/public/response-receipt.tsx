import { For, Show } from 'solid-js'
import { useFrame } from '../../components/frame/frame-context'
import { Openings } from '../../components/receipt/own-annex'
import { PrintOffer } from '../../components/receipt/print-offer'
import { StampedBlock } from '../../components/receipt/stamped-block'
import { SubmissionTime } from '../../components/receipt/submission-time'
import { RefusalReason } from '../../components/response/moderated'
import { usePlace } from '../../components/response/place'
import { ResponseEntry } from '../../components/response/sealed-entry'
import { AuthorLine } from '../../components/thread/author-line'
import { ErrorSummary } from '../../components/ui/error-summary'
import { summarizeErrors } from '../../lib/form-errors'
import { receiptPath, responsePath, versionPath } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'response-receipt' }>

/** `/enterprise/response/versions/:number`: what was sent, when, its hash, and the receipts of the comments in it; to be printed. */
export function ResponseReceiptView(props: Props) {
  const { words, domain, language } = useFrame()
  const { response } = words
  const { version } = props
  const place = usePlace()
  const { hasForm } = version.stamped
  const mayLackForm = version.isLast && version.entries.length > 0
  return (
    <div class="column own-page receipt-page response-page">
      <Refusal {...props} />
      <h1>{props.fresh ? response.sentNow : response.receiptTitle}</h1>
      <section class="slip" aria-label={response.receiptTitle}>
        <p class="slip-heading">
          {language === 'zh' ? version.consultation.authority : version.consultation.authorityEn}
        </p>
        <dl>
          <div>
            <dt>{response.number}</dt>
            <dd>
              <code>{version.publicId}</code>
            </dd>
          </div>
          <div>
            <dt>{response.versionLabel}</dt>
            <dd>
              <code>{version.version}</code>
            </dd>
          </div>
          <div class="slip-time">
            <dt>{response.consultation}</dt>
            <dd>{language === 'zh' ? version.consultation.title : version.consultation.titleEn}</dd>
          </div>
          <div class="slip-time">
            <dt>{response.contents}</dt>
            <dd>{response.contentsCount(version.entries.length)}</dd>
          </div>
          <div class="slip-time">
            <dt>{response.sentAt}</dt>
            <dd>
              <SubmissionTime at={version.sentAt} />
            </dd>
          </div>
          <div class="slip-time">
            <dt>{response.sentBy}</dt>
            <dd>
              {version.enterprise.name} · {version.sentBy ?? domain.goneAccount}
            </dd>
          </div>
          <div class="slip-time">
            <dt>{response.sha256}</dt>
            <dd class="response-hash">{version.sha256}</dd>
          </div>
        </dl>
        <PrintOffer />
      </section>
      <p>
        <b>{version.isLast ? response.isLast : response.notLast}</b>
        {' · '}
        {response.consent}
        {words.colon}
        {version.publish ? response.consentYes : response.consentNo}
      </p>
      <Receipts {...props} />
      <Show when={hasForm || mayLackForm || version.stamped.scans.length > 0}>
        <StampedBlock
          publicId={version.publicId}
          revision={version.version}
          own={version.stamped}
          lead={words.stamped.offerLeadWhole}
          whyNone={mayLackForm && !hasForm ? words.stamped.noWhole : undefined}
          formPath={hasForm ? versionPath(version.version, '/form') : null}
          uploadPath={versionPath(version.version, '/stamped#stamped')}
          typed={props.stamping}
        />
      </Show>
      <section aria-labelledby="text-heading">
        <h2 id="text-heading">{response.text}</h2>
        <p>
          <AuthorLine author={version.enterprise} />
        </p>
        <For each={version.entries} fallback={<p>{response.emptyVersion}</p>}>
          {(entry) => <ResponseEntry entry={entry} />}
        </For>
      </section>
      <Show when={version.annexOpenings.length > 0 || version.entries.some(({ annex }) => annex !== null)}>
        <section aria-labelledby="openings-heading">
          <h2 id="openings-heading">{response.openings}</h2>
          <Openings
            openings={version.annexOpenings}
            of={({ measureKey, clauseKey }) => <span>{place(measureKey, clauseKey)}</span>}
          />
        </section>
      </Show>
      <section aria-labelledby="content-heading">
        <h2 id="content-heading">{response.content}</h2>
        <p class="hint">{response.shaHint}</p>
        <details>
          <summary>{response.content}</summary>
          <pre class="response-content" tabindex="0" lang="zh-CN">
            {version.content}
          </pre>
        </details>
      </section>
      <p class="ways-on">
        <a href={responsePath()}>{response.back}</a>
        <a href={responsePath('/versions')}>{response.history}</a>
      </p>
    </div>
  )
}

function Refusal(props: Props) {
  const { words, domain } = useFrame()
  const { form, stamped } = words
  const { errors = {}, refusal = null } = props.stamping ?? {}
  return (
    <ErrorSummary
      heading={refusal ? form.refusalHeading : form.errorHeading}
      errors={summarizeErrors(errors, { code: stamped.code, file: stamped.file })}
      refusal={refusal ? domain.errors[refusal] : null}
    />
  )
}

function Receipts(props: Props) {
  const { words, domain } = useFrame()
  const { response } = words
  const place = usePlace()
  const hasReturned = () =>
    props.version.isLast &&
    props.version.consultation.phase === 'open' &&
    props.version.comments.some(({ state }) => state === 'returned')
  const hasCodes = () => props.version.comments.some(({ queryCode }) => queryCode !== null)
  return (
    <Show when={props.version.comments.length > 0}>
      <section aria-labelledby="comments-heading">
        <h2 id="comments-heading">{response.comments}</h2>
        <p class="hint">
          {response.commentsHint}
          {hasCodes() ? '' : response.codesHint}
        </p>
        <Show when={hasReturned()}>
          <p>{response.returnedHint}</p>
        </Show>
        <ul class="response-list response-receipts">
          <For each={props.version.comments}>
            {({ measureKey, clauseKey, publicId, queryCode, state, refusal, isAsSent, later, hidden }) => (
              <li>
                <span>{place(measureKey, clauseKey)}</span>
                <a href={receiptPath(publicId)}>
                  <code>{publicId}</code>
                </a>
                <Show when={queryCode}>
                  {(code) => (
                    <span>
                      {response.queryCode} <code>{code()}</code>
                    </span>
                  )}
                </Show>
                <span>
                  {domain.states[state]}
                  <Show when={hidden > 0}> · {response.hidden(hidden)}</Show>
                  <Show when={later}>{(fate) => ` · ${response.later[fate()]}`}</Show>
                  <RefusalReason refusal={refusal} />
                </span>
                <Show when={!isAsSent}>
                  <b>{response.notAsSent}</b>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
