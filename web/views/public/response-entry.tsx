import { For, Show } from 'solid-js'
import { figureField, opinionField } from '../../../worker/contract/target-fields'
import { Refusal } from '../../components/account/account-form'
import type { FieldState } from '../../components/form/field-state'
import { TargetFields } from '../../components/form/target-fields'
import { WhatFields } from '../../components/form/what-fields'
import { useFrame } from '../../components/frame/frame-context'
import { useShortTitle } from '../../components/measure/contents'
import { KeptText } from '../../components/receipt/kept-text'
import { formatMoment } from '../../lib/beijing-time'
import { commentFormLabels } from '../../lib/form-errors'
import { responseEntryPath, responsePath, sentTo } from '../../lib/links'
import { partsOfKey } from '../../lib/numerals'
import type { CommentFormValues, EntryFormValues, PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'response-entry' }>

/** `/enterprise/response/measures/:key`: an entry beside the text that it is on. */
export function ResponseEntryView(props: Props) {
  const frame = useFrame()
  const { form, response: words } = frame.words
  const shortTitle = useShortTitle()
  const { measure, clause, response } = props
  const targets = measure.clauses.flatMap(({ key, targets: own }) =>
    own
      .filter(() => clause === '' || key === clause)
      .map((target) => ({ ...target, clause: key, key: target.key })),
  )
  const chosen = measure.clauses.filter(({ key }) => key === clause)
  const state = useFieldState(props, props.typed ?? valuesOf(props))
  const labels = { ...commentFormLabels(form, targets), clause: form.clause }
  return (
    <div class="form-page response-editor">
      <div class="form-main">
        <Refusal {...props} labels={labels} />
        <h1>{words.entryTitle}</h1>
        <Conflict {...props} />
        <p class="form-on">
          {frame.language === 'zh' ? measure.title : shortTitle(measure)}
          {' · '}
          {clause ? words.onClause(partsOfKey(clause).clause ?? 0) : frame.words.wholeMeasure}
        </p>
        <Show
          when={response.may.edit}
          fallback={
            <>
              <p>{words.cannotEdit}</p>
              <Show when={props.typed?.body}>{(body) => <KeptText body={body()} />}</Show>
            </>
          }
        >
          <form method="post" action={sentTo(responseEntryPath(measure.key))} novalidate>
            <input type="hidden" name="version" value={props.entry ? String(props.entry.version) : ''} />
            <input type="hidden" name="planRevision" value={String(measure.revision)} />
            <WhatFields state={state} clauses={chosen} isReply suggests={clause !== ''} />
            <TargetFields state={state} targets={targets} />
            <p class="buttons">
              <button class="button" type="submit">
                {words.save}
              </button>
              <a class="button-quiet" href={responsePath()}>
                {words.back}
              </a>
            </p>
          </form>
        </Show>
        <Show when={!response.may.edit}>
          <p class="buttons">
            <a class="button-quiet" href={responsePath()}>
              {words.back}
            </a>
          </p>
        </Show>
      </div>
      <PlanAside {...props} />
    </div>
  )
}

/** The text, with a way to write on each sentence. */
function PlanAside(props: Props) {
  const { words } = useFrame()
  const has = (key: string) => props.written.includes(key)
  return (
    <aside class="form-aside" aria-labelledby="aside-heading">
      <h2 id="aside-heading">{words.form.text}</h2>
      <p class="hint">{words.response.chooseClause}</p>
      <ol class="aside-clauses" lang="zh-CN">
        <For each={props.measure.clauses}>
          {({ key, number, text }) => (
            <li classList={{ 'is-chosen': key === props.clause }}>
              <span class="clause-number" aria-hidden="true">
                {number}
              </span>
              <a
                href={responseEntryPath(props.measure.key, key)}
                aria-current={key === props.clause ? 'true' : undefined}
              >
                {text}
              </a>
              <Show when={has(key)}>
                <span class="own-mark">{words.response.has}</span>
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.clause !== ''}>
        <p>
          <a href={responseEntryPath(props.measure.key)}>{words.response.whole}</a>
          <Show when={has('')}>
            <span class="own-mark">{words.response.has}</span>
          </Show>
        </p>
      </Show>
    </aside>
  )
}

/** Both texts, where a colleague was quicker; the form keeps what was typed. */
function Conflict(props: Props) {
  const frame = useFrame()
  const { response: words } = frame.words
  return (
    <Show when={props.refusal === 'submission_entry_changed' && props.typed}>
      {(typed) => (
        <section class="response-conflict" aria-labelledby="conflict-heading">
          <h2 id="conflict-heading">{words.conflict}</h2>
          <Show when={props.entry} fallback={<p>{words.goneEntry}</p>}>
            {(entry) => (
              <>
                <p class="hint">{words.conflictHint}</p>
                <div class="response-sides">
                  <section aria-labelledby="theirs-heading">
                    <h3 id="theirs-heading">
                      {words.theirs(
                        entry().updatedBy ?? words.gone,
                        formatMoment(entry().updatedAt, frame.now, frame.language),
                      )}
                    </h3>
                    <div class="comment-body">{entry().body}</div>
                  </section>
                  <section aria-labelledby="yours-heading">
                    <h3 id="yours-heading">{words.yours}</h3>
                    <div class="comment-body">{typed().body}</div>
                  </section>
                </div>
              </>
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}

function valuesOf({ entry, clause, measure }: Props): EntryFormValues {
  return {
    clause,
    stance: entry?.stance ?? '',
    body: entry?.body ?? '',
    wording: entry?.wording ?? measure.clauses.find(({ key }) => key === clause)?.text ?? '',
    version: String(entry?.version ?? ''),
    planRevision: String(measure.revision),
    ...Object.fromEntries(
      (entry?.targets ?? []).flatMap(({ key, opinion, value }) => [
        [opinionField(key), opinion],
        [figureField(key), value === null ? '' : String(value)],
      ]),
    ),
  }
}

/** What an organisation's account says already. */
const unasked: CommentFormValues = {
  ...{
    body: '',
    stance: '',
    clause: '',
    quote: '',
    wording: '',
    parentId: '',
    planRevision: '',
    kind: '',
    displayName: '',
  },
  ...{ name: '', uscc: '', size: '', industry: '', city: '', publish: '', showName: '', contact: '' },
  attachments: '',
  annex: '',
  annexSummary: '',
}

/** The fields of the comment form, drawn once: nothing acts on this page. */
function useFieldState({ errors }: Props, typed: EntryFormValues): FieldState {
  const { words, domain } = useFrame()
  const { stances, kinds, targetOpinions, enterpriseSizes, fields } = domain
  return {
    values: { ...unasked, ...typed },
    errors,
    words: words.form,
    terms: {
      ...{ stances, kinds, targetOpinions, enterpriseSizes, fields },
      ...{ industries: [], cities: [], takes: [], publishHint: '', publishYesHint: '' },
      beside: { contact: '', displayName: '', attachment: '' },
    },
    isScripted: () => false,
    set: () => {},
    leave: () => {},
  }
}
