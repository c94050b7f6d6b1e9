import { For, Show } from 'solid-js'
import { evidenceTyped } from '../../../worker/contract/target-fields'
import { Refusal, Told } from '../../components/account/account-form'
import { AnnexPart } from '../../components/form/annex-fields'
import { AttachmentFields } from '../../components/form/attachment-fields'
import type { FieldState } from '../../components/form/field-state'
import { TargetFields } from '../../components/form/target-fields'
import { WhatFields } from '../../components/form/what-fields'
import { useFrame } from '../../components/frame/frame-context'
import { useShortTitle } from '../../components/measure/contents'
import { KeptText } from '../../components/receipt/kept-text'
import { EntryConflict } from '../../components/response/entry-conflict'
import { CameBack } from '../../components/response/moderated'
import { LastStep } from '../../components/response/standing'
import { changesWording } from '../../lib/changes-wording'
import { entryDraftKey } from '../../lib/entry-draft'
import { entryValues } from '../../lib/entry-values'
import { commentFormLabels, namingFile } from '../../lib/form-errors'
import { responseEntryPath, responsePath, sentTo } from '../../lib/links'
import { partsOfKey } from '../../lib/numerals'
import type { CommentFormValues, EntryFormValues, FieldErrors, PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'response-entry' }>

const formId = 'entry'

/** `/enterprise/response/measures/:key`: an entry beside the text that it is on. */
export function ResponseEntryView(props: Props) {
  const frame = useFrame()
  const { annex, form, response: words } = frame.words
  const shortTitle = useShortTitle()
  const { measure, clause, response } = props
  const targets = measure.clauses.flatMap(({ key, targets: own }) =>
    own
      .filter(() => clause === '' || key === clause)
      .map((target) => ({ ...target, clause: key, key: target.key })),
  )
  const chosen = measure.clauses.filter(({ key }) => key === clause)
  const values = props.typed ?? entryValues(props.entry, clause, measure)
  const errors = namingFile(form, props)
  const state = useFieldState(errors, values)
  const action = sentTo(responseEntryPath(measure.key))
  const labels = {
    ...commentFormLabels(form, targets),
    clause: form.clause,
    annexFile: annex.file,
    annexSummary: annex.summary,
  }
  return (
    <div class="form-page response-editor">
      <div class="form-main">
        <Refusal {...props} errors={errors} labels={labels} />
        <h1>{words.entryTitle}</h1>
        <EntryConflict {...props} />
        <p class="form-on">
          {frame.language === 'zh' ? measure.title : shortTitle(measure)}
          {' · '}
          {clause ? words.onClause(partsOfKey(clause).clause ?? 0) : frame.words.wholeMeasure}
        </p>
        <CameBack comment={props.entry?.comment} />
        <Show
          when={response.may.edit}
          fallback={
            <>
              <CannotEdit response={response} />
              <Show when={props.typed?.body}>
                {(body) => (
                  <KeptText
                    body={body()}
                    wording={props.typed?.wording}
                    annexSummary={props.typed?.annexSummary}
                    evidence={evidenceTyped(props.typed ?? {})}
                  />
                )}
              </Show>
            </>
          }
        >
          <div class="draft-status" role="status" data-draft-status hidden>
            <p class="notice">
              <span>{words.draftRestored}</span>
              <button class="button-quiet" type="button">
                {form.draftClear}
              </button>
            </p>
          </div>
          <div class="draft-status" role="status" tabindex="-1" data-draft-there hidden>
            <p class="notice">{words.draftThere}</p>
          </div>
          <form
            id={formId}
            method="post"
            action={action}
            enctype="multipart/form-data"
            novalidate
            data-draft={draftKeyAt(props, clause)}
            data-from={props.from === null ? undefined : draftKeyAt(props, props.from)}
            data-typed={props.typed ? '' : undefined}
          >
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: what Enter in a field presses, whatever stands before it. */}
            <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">
              {words.save}
            </button>
            <input type="hidden" name="version" value={values.version} />
            <input type="hidden" name="opened" value={values.opened} />
            <input type="hidden" name="planRevision" value={String(measure.revision)} />
            <WhatFields state={state} clauses={chosen} isReply suggests={clause !== ''} />
            <TargetFields state={state} targets={targets} />
            <Show when={props.files}>
              {(files) => (
                <>
                  <AttachmentFields state={state} files={files().attachments} action={action} />
                  <AnnexPart
                    annex={files().annex}
                    summary={values.annexSummary}
                    errors={errors}
                    action={action}
                  />
                </>
              )}
            </Show>
            <p class="buttons">
              <button class="button" type="submit">
                {words.save}
              </button>
              <a class="button-quiet" href={responsePath()}>
                {words.back}
              </a>
            </p>
            <p class="hint" data-draft-note hidden>
              {words.draftNote}
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

const draftKeyAt = ({ response, measure }: Props, clause: string) =>
  entryDraftKey(response.enterprise.uscc, `${measure.key}:${clause}`)

/** The text, with a way to write on each sentence. */
function PlanAside(props: Props) {
  const { words } = useFrame()
  const has = (key: string) => props.written.includes(key)
  return (
    <aside class="form-aside" aria-labelledby="aside-heading">
      <h2 id="aside-heading">{words.form.text}</h2>
      <p class="hint">{words.response.chooseClause}</p>
      <Told text={props.isBound ? words.response.saveFirst : null}>
        <Show when={changesWording(props.typed?.wording ?? '', props.measure.clauses)}>
          <p>{words.response.wordingStays}</p>
        </Show>
      </Told>
      <ol class="aside-clauses" lang="zh-CN">
        <For each={props.measure.clauses}>
          {({ key, number, text }) => (
            <li classList={{ 'is-chosen': key === props.clause }}>
              <span class="clause-number" aria-hidden="true">
                {number}
              </span>
              <ToPlace {...props} place={key}>
                {text}
              </ToPlace>
              <Show when={has(key)}>
                <span class="own-mark">{words.response.has}</span>
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.clause !== ''}>
        <p>
          <ToPlace {...props} place="">
            {words.response.whole}
          </ToPlace>
          <Show when={has('')}>
            <span class="own-mark">{words.response.has}</span>
          </Show>
        </p>
      </Show>
    </aside>
  )
}

/** Chosen while an entry is written, it is a button of its form: nothing that was typed is lost. */
function ToPlace(props: Props & { place: string; children: string }) {
  const current = () => (props.place !== '' && props.place === props.clause ? 'true' : undefined)
  return (
    <Show
      when={props.response.may.edit}
      fallback={
        <a href={responseEntryPath(props.measure.key, props.place || null)} aria-current={current()}>
          {props.children}
        </a>
      }
    >
      <button type="submit" form={formId} name="step" value={`place:${props.place}`} aria-current={current()}>
        {props.children}
      </button>
    </Show>
  )
}

/** Why nothing can be written now. */
function CannotEdit(props: Pick<Props, 'response'>) {
  const { response: words } = useFrame().words
  const { state, consultation, last } = props.response
  const isOpen = consultation.phase === 'open'
  const reason = () => {
    if (consultation.phase !== 'open') return consultation.phase
    return state === 'drafting' ? 'approver' : state
  }
  return (
    <div class={`state response-state-${state}`}>
      <p>{words.cannotEdit[reason()]}</p>
      <Show when={isOpen && state !== 'drafting'}>
        <LastStep last={last} />
      </Show>
    </div>
  )
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
    noticeVersion: '',
    kind: '',
    displayName: '',
  },
  ...{ name: '', uscc: '', size: '', industry: '', city: '', publish: '', showName: '', contact: '' },
  ...{ attachments: '', annex: '', annexSummary: '' },
}

/** The fields of the comment form, drawn once: nothing acts on this page. */
function useFieldState(errors: FieldErrors, typed: EntryFormValues): FieldState {
  const { words, domain, beside } = useFrame()
  const { stances, kinds, targetOpinions, enterpriseSizes, fields } = domain
  return {
    values: { ...unasked, ...typed },
    errors,
    words: words.form,
    terms: {
      ...{ stances, kinds, targetOpinions, enterpriseSizes, fields },
      ...{ industries: [], cities: [], takes: [], publishHint: '', publishYesHint: '' },
      beside: { contact: '', displayName: '', attachment: beside('attachment') },
    },
    isScripted: () => false,
    set: () => {},
    leave: () => {},
  }
}
