import { For, Show } from 'solid-js'
import type { EntryView, SubmissionView } from '../../../worker/contract/submissions'
import { ActForm, Refusal, Told } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import { Moderated } from '../../components/response/moderated'
import { usePlace } from '../../components/response/place'
import { ResponseEntry } from '../../components/response/sealed-entry'
import { ResponseStanding } from '../../components/response/standing'
import { TextArea } from '../../components/ui/text-area'
import { formatMoment } from '../../lib/beijing-time'
import { entryDraftKey } from '../../lib/entry-draft'
import { responseEntryPath, responsePath, sentTo } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'response' }>

/** `/enterprise/response`: what colleagues have drafted, where it stands, and what can be done. */
export function ResponseView(props: Props) {
  const { response: words } = useFrame().words
  const { response } = props
  return (
    <div
      class="column own-page response-page"
      data-sent={props.done && props.place ? entryDraftKey(response.enterprise.uscc, props.place) : undefined}
    >
      <Refusal {...props} labels={{ note: words.note }} />
      <Told text={props.done && words.done[props.done]} />
      <h1>{words.title}</h1>
      <p class="form-on">{response.enterprise.name}</p>
      <p class="lead">{words.lead}</p>
      <ResponseStanding response={response} />
      <section aria-labelledby="entries-heading">
        <h2 id="entries-heading">{words.entries(response.entries.length)}</h2>
        <Show
          when={response.entries.length > 0}
          fallback={<p>{response.may.edit ? words.none : words.noneYet}</p>}
        >
          <For each={response.entries}>{(entry) => <DraftEntry entry={entry} response={response} />}</For>
        </Show>
      </section>
      <Removed response={response} />
      <Show when={response.may.ask}>
        <section aria-labelledby="ask-heading">
          <h2 id="ask-heading">{words.askHeading}</h2>
          <form method="post" action={sentTo(responsePath('/approval'))} novalidate>
            <input type="hidden" name="version" value={String(response.version)} />
            <TextArea
              name="note"
              label={words.note}
              hint={words.optional}
              rows={2}
              value={props.typed.note}
              error={props.errors.note}
            />
            <p class="hint">{words.askHint}</p>
            <p class="buttons">
              <button class="button" type="submit">
                {words.ask}
              </button>
            </p>
          </form>
        </section>
      </Show>
      <Silent response={response} />
      <Versions response={response} />
      <p class="ways-on">
        <a href="/enterprise">{words.toEnterprise}</a>
      </p>
    </div>
  )
}

function DraftEntry(props: { entry: EntryView; response: SubmissionView }) {
  const frame = useFrame()
  const { response: words } = frame.words
  const place = usePlace()
  const { entry } = props
  const where = () => place(entry.measure.key, entry.clause?.key)
  return (
    <ResponseEntry entry={entry} isDraft>
      <p class="hint">
        {words.updated(
          entry.updatedBy ?? frame.domain.goneAccount,
          formatMoment(entry.updatedAt, frame.now, frame.language),
        )}
        <Show when={props.response.versions.length > 0}> · {words.changes[entry.change]}</Show>
      </p>
      <Moderated comment={entry.comment} />
      <Show when={props.response.may.edit}>
        <div class="buttons">
          <a
            class="button-quiet"
            href={responseEntryPath(entry.measure.key, entry.clause?.key)}
            aria-label={words.editOf(where())}
          >
            {words.edit}
          </a>
        </div>
        <RemoveForm entry={entry} where={where()} />
      </Show>
    </ResponseEntry>
  )
}

/** Folded: what is deleted may be a colleague's work. */
function RemoveForm(props: { entry: EntryView; where: string }) {
  const frame = useFrame()
  const { response: words } = frame.words
  const { entry } = props
  const files = [...entry.attachments, ...(entry.annex ? [entry.annex.file] : [])]
  return (
    <details>
      <summary>
        {words.remove}
        <span class="visually-hidden">{words.ofPlace(props.where)}</span>
      </summary>
      <p>
        {words.removeLead(
          entry.updatedBy ?? frame.domain.goneAccount,
          formatMoment(entry.updatedAt, frame.now, frame.language),
        )}
      </p>
      <Show when={files.length > 0}>
        <p>{words.removeFiles(files.map(({ name }) => name))}</p>
      </Show>
      <p>{entry.change === 'new' ? words.removeForGood : words.removeSent}</p>
      <form method="post" action={sentTo(responsePath('/entries/remove'))}>
        <input type="hidden" name="id" value={entry.id} />
        <input type="hidden" name="place" value={`${entry.measure.key}:${entry.clause?.key ?? ''}`} />
        <input type="hidden" name="version" value={String(entry.version)} />
        <p class="buttons">
          <button class="button-quiet" type="submit">
            {words.removeOf(props.where)}
          </button>
        </p>
      </form>
    </details>
  )
}

function Removed(props: { response: SubmissionView }) {
  const { response: words } = useFrame().words
  const place = usePlace()
  return (
    <Show when={props.response.removed.length > 0 && props.response.state !== 'sent'}>
      <section aria-labelledby="removed-heading">
        <h2 id="removed-heading">{words.removed}</h2>
        <p class="hint">{words.removedHint}</p>
        <Show when={props.response.may.edit}>
          <p class="hint">{words.restoreHint}</p>
        </Show>
        <ul class="response-list">
          <For each={props.response.removed}>
            {({ measure, clause, body }) => (
              <li>
                <span>{place(measure.key, clause?.key)}</span>
                <del>{body}</del>
                <Show when={props.response.may.edit}>
                  <ActForm
                    action={sentTo(responsePath('/entries/restore'))}
                    label={words.restore}
                    name={words.restoreOf(place(measure.key, clause?.key))}
                    fields={{ measure: measure.key, clause: clause?.key ?? '' }}
                  />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Silent(props: { response: SubmissionView }) {
  const { words, language } = useFrame()
  const place = usePlace()
  return (
    <Show when={props.response.may.edit && props.response.silent.length > 0}>
      <section aria-labelledby="silent-heading">
        <h2 id="silent-heading">{words.response.silent(props.response.silent.length)}</h2>
        <ul class="response-measures">
          <For each={props.response.silent}>
            {(measure) => (
              <li>
                <a href={responseEntryPath(measure.key)}>
                  <span>{place(measure.key)}</span>
                  {language === 'zh' ? measure.shortTitle : measure.shortTitleEn}
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function Versions(props: { response: SubmissionView }) {
  const frame = useFrame()
  const { response: words } = frame.words
  return (
    <Show when={props.response.versions.length > 0}>
      <section aria-labelledby="versions-heading">
        <h2 id="versions-heading">{words.versions}</h2>
        <ul class="response-list">
          <For each={props.response.versions}>
            {({ version, sentAt, sentBy, entries }) => (
              <li>
                <a href={responsePath(`/versions/${version}`)}>
                  {words.version(version)} · {words.receipt}
                </a>
                <span class="hint">
                  {words.versionLine(
                    formatMoment(sentAt, frame.now, frame.language),
                    sentBy ?? frame.domain.goneAccount,
                    entries,
                  )}
                </span>
              </li>
            )}
          </For>
        </ul>
        <div class="buttons">
          <a class="button-quiet" href={responsePath('/versions')}>
            {words.history}
          </a>
          <Show when={props.response.may.reopen}>
            <ActForm
              action={sentTo(responsePath('/reopen'))}
              label={words.reopen}
              fields={{ version: String(props.response.version) }}
            />
          </Show>
        </div>
      </section>
    </Show>
  )
}
