import { For, Show } from 'solid-js'
import { Refusal } from '../../components/account/account-form'
import { useFrame } from '../../components/frame/frame-context'
import { EntryChanges } from '../../components/response/entry-changes'
import { ResponseEntry } from '../../components/response/sealed-entry'
import { LastStep, ResponseStanding } from '../../components/response/standing'
import { AuthorLine } from '../../components/thread/author-line'
import { Choices } from '../../components/ui/choices'
import { TextArea } from '../../components/ui/text-area'
import { responsePath, sentTo } from '../../lib/links'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'response-approval' }>

/** `/enterprise/response/approval`: the whole response as it will be sent, what of it will be public, and the two ways on. */
export function ResponseApprovalView(props: Props) {
  const { response: words, publishedFirst } = useFrame().words
  const { response } = props
  const isAtOnce = response.consultation.moderation === 'after'
  const version = <input type="hidden" name="version" value={String(response.version)} />
  return (
    <div class="column own-page response-page">
      <Refusal {...props} labels={{ publish: words.publish, note: words.sendBackNote }} />
      <h1>{words.approvalTitle}</h1>
      <p class="lead">{words.approvalLead}</p>
      <Show when={response.may.send} fallback={<ResponseStanding response={response} />}>
        <div class="state response-state-in_approval">
          <LastStep last={response.last} />
        </div>
      </Show>
      <section aria-labelledby="entries-heading">
        <h2 id="entries-heading">{words.entries(response.entries.length)}</h2>
        <p>
          <AuthorLine author={response.enterprise} />
        </p>
        <Show when={response.entries.length > 0} fallback={<p>{words.emptyVersion}</p>}>
          <For each={response.entries}>
            {(entry) => (
              <ResponseEntry entry={entry} isDraft>
                <Show when={response.versions.length > 0}>
                  <p class="hint">{words.changes[entry.change]}</p>
                </Show>
                <Show when={entry.was}>
                  {(was) => (
                    <section class="response-was" aria-label={words.beside}>
                      <h3>{words.beside}</h3>
                      <EntryChanges before={was()} after={entry} />
                    </section>
                  )}
                </Show>
              </ResponseEntry>
            )}
          </For>
        </Show>
      </section>
      <Show when={response.removed.length > 0}>
        <section aria-labelledby="withdrawn-heading">
          <h2 id="withdrawn-heading">{words.withdrawn(response.removed.length)}</h2>
          <p class="hint">{words.removedHint}</p>
          <For each={response.removed}>{(entry) => <ResponseEntry entry={entry} />}</For>
        </section>
      </Show>
      <Show when={response.may.send}>
        <section aria-labelledby="public-heading">
          <h2 id="public-heading">{words.publicHeading}</h2>
          <p>{(isAtOnce ? publishedFirst : words).publicYes(response.enterprise.name)}</p>
          <form method="post" action={sentTo(responsePath('/send'))} novalidate>
            {version}
            <Choices
              name="publish"
              legend={words.publish}
              choices={[
                {
                  value: 'yes',
                  label: words.publishYes,
                  hint: isAtOnce ? publishedFirst.publishYesHint : words.publishYesHint,
                },
                { value: 'no', label: words.publishNo, hint: words.publishNoHint },
              ]}
              value={props.typed.publish}
              error={props.errors.publish}
            />
            <p class="hint">{words.sendHint}</p>
            <Show when={response.versions.length > 0}>
              <p>{words.sendAgainHint}</p>
            </Show>
            <p class="buttons">
              <button class="button" type="submit">
                {words.send(response.entries.length)}
              </button>
            </p>
          </form>
        </section>
        <section aria-labelledby="back-heading">
          <h2 id="back-heading">{words.sendBackHeading}</h2>
          <form method="post" action={sentTo(responsePath('/send-back'))} novalidate>
            <input type="hidden" name="version" value={String(response.version)} />
            <TextArea
              name="note"
              label={words.sendBackNote}
              rows={3}
              value={props.typed.note}
              error={props.errors.note}
            />
            <p class="buttons">
              <button class="button-quiet" type="submit">
                {words.sendBack}
              </button>
            </p>
          </form>
        </section>
      </Show>
      <p class="ways-on">
        <a href={responsePath()}>{words.back}</a>
      </p>
    </div>
  )
}
