import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { draftPath } from '../../../../worker/contract/addresses'
import { startOfBeijingDate } from '../../../../worker/contract/beijing-time'
import { getUnits } from '../../../api/casework'
import { discardDraft, publishDraft } from '../../../api/consultations'
import { ProblemSummary } from '../../../components/desk/account/problem-summary'
import { DraftFacts } from '../../../components/desk/consultations/draft-facts'
import { MeasureFacts } from '../../../components/desk/consultations/measure-facts'
import { PlanSource } from '../../../components/desk/consultations/plan-source'
import { SignInAgain } from '../../../components/desk/consultations/sign-in-again'
import { Loaded } from '../../../components/desk/loaded'
import { Confirm } from '../../../components/desk/people/confirm'
import { warnUnsaved } from '../../../components/desk/warn-unsaved'
import { formatClosing, formatFullDay } from '../../../lib/beijing-time'
import { within } from '../../../lib/links'
import { language } from '../../../locales/desk'
import { c } from '../../../locales/desk/consultations'
import { createLoad } from '../create-load'
import { createDraft, type Opened, openDraft } from './create-draft'

interface EditorProps {
  /** It has been saved for the first time, under this key. */
  onNamed: (key: string) => void
  /** It is published or deleted, which this says. */
  onLeave: (said: string) => void
}

const list = '/consultations'
const placeOf = (field: string) => field.split('.').at(-1) ?? field
const idOf = (field: string) => `draft-${placeOf(field)}`
const nameOf = (field: string) => fieldNames[placeOf(field)]

const { source, key, code, title, titleEn, authority, authorityEn, opensOn, closesOn } = c.editor
const fieldNames: Record<string, string | undefined> = {
  ...{ source, key, code, title, titleEn, authority, authorityEn, opensOn, closesOn },
  shortPeriodReason: c.editor.short,
  shortPeriodReasonEn: c.editor.shortEnglish,
  units: c.editor.measures,
}

const dayWritten = (day: string) => formatFullDay(startOfBeijingDate(day).toISOString(), language)
const endWritten = (day: string) =>
  formatClosing(new Date(startOfBeijingDate(day).getTime() + 86_400_000).toISOString(), language)

/** One draft: document, names, days, rules, units; kept when saved, looked at as readers will, out when published. */
export function DraftEditor(props: EditorProps & { draftKey: string | null }) {
  const opened = createLoad(() => openDraft(props.draftKey))
  return (
    <Loaded data={opened.data()} error={opened.error()} retry={opened.load}>
      {(draft) => <Editor opened={draft()} onNamed={props.onNamed} onLeave={props.onLeave} />}
    </Loaded>
  )
}

function Editor(props: EditorProps & { opened: Opened }) {
  const navigate = useNavigate()
  const units = createLoad(getUnits)
  const draft = createDraft(props.opened)
  const { form, fields } = draft
  const [preview, setPreview] = createSignal(props.opened.preview)
  const [checked, setChecked] = createSignal(props.opened.preview && props.opened.fields.source)
  const [asking, setAsking] = createSignal<'publish' | 'discard' | null>(null)
  const isNew = () => draft.version() === undefined
  warnUnsaved(draft.isUnsaved, c.editor.leave)

  const save = async () => {
    const isFirst = isNew()
    setAsking(null)
    if ((await draft.save()) && isFirst) props.onNamed(fields.key)
  }
  const ask = async () => {
    setAsking(null)
    if (await draft.check()) setAsking('publish')
  }
  const settle = (act: typeof publishDraft, said: (title: string) => string) => async () => {
    setAsking(null)
    const { title } = fields
    if (!(await draft.settle(act))) return
    props.onLeave(said(title))
    navigate(list)
  }

  return (
    <>
      <header class="page-head">
        <h1>{isNew() ? c.editor.newHeading : c.editor.heading(fields.title)}</h1>
        <a class="button" href={within('/desk/consultations')}>
          {c.back}
        </a>
      </header>
      <Show when={draft.isRecalled()}>
        <div class="draft-recalled" role="status">
          <p>{c.editor.recalled}</p>
          <button type="button" class="button button-quiet" onClick={() => draft.forget()}>
            {c.editor.forget}
          </button>
        </div>
      </Show>
      <Show when={draft.otherVersion()}>
        <div class="draft-recalled" role="status">
          <p>{c.editor.otherVersion}</p>
          <button type="button" class="button" onClick={() => draft.takeOther()}>
            {c.editor.takeOther}
          </button>
          <button type="button" class="button button-quiet" onClick={() => draft.dropOther()}>
            {c.editor.forget}
          </button>
        </div>
      </Show>
      <Show
        when={form.problem()?.isSignedOut}
        fallback={
          <ProblemSummary heading={c.editor.problem} problem={form.problem()} idOf={idOf} nameOf={nameOf} />
        }
      >
        <SignInAgain />
      </Show>
      <PlanSource
        source={fields.source}
        preview={preview()}
        isStale={checked() !== undefined && checked() !== fields.source}
        error={form.problem()?.fields.source}
        onSource={(source) => draft.type({ source })}
        onPreview={(found) => {
          setPreview(found)
          setChecked(fields.source)
        }}
      />
      <DraftFacts
        draftKey={fields.key}
        isNew={isNew()}
        content={fields}
        fields={form.problem()?.fields ?? {}}
        onKey={(key) => draft.type({ key })}
        onChange={draft.type}
      />
      <MeasureFacts
        preview={preview()}
        content={fields}
        units={units.data()?.units ?? []}
        error={form.problem()?.fields.units}
        onChange={draft.type}
      />
      <div class="draft-acts">
        <div class="form-acts">
          <button
            type="button"
            class="button button-blue"
            aria-disabled={form.busy()}
            onClick={() => void save()}
          >
            {form.busy() ? c.editor.saving : c.editor.save}
          </button>
          <Show
            when={!isNew() && !draft.isUnsaved()}
            fallback={<span class="hint">{c.editor.saveFirst}</span>}
          >
            <a class="button" href={draftPath(fields.key)} target="_blank" rel="external noopener">
              {c.preview}
            </a>
            <button
              type="button"
              class="button button-main"
              aria-disabled={form.busy()}
              onClick={() => void ask()}
            >
              {c.editor.publish}
            </button>
          </Show>
          <Show when={!isNew()}>
            <button type="button" class="button" onClick={() => setAsking('discard')}>
              {c.editor.discard}
            </button>
          </Show>
          <span class="hint" role="status">
            {draft.isJustSaved() ? c.editor.saved : ''}
          </span>
        </div>
        <Show when={!isNew()}>
          <p class="hint">{c.editor.previewHint}</p>
        </Show>
        <Show when={asking() === 'publish' && !draft.isUnsaved()}>
          <Confirm
            act={c.editor.publish}
            consequence={c.editor.publishAsk(dayWritten(fields.opensOn), endWritten(fields.closesOn))}
            busy={form.busy()}
            onConfirm={settle(publishDraft, c.published)}
            onCancel={() => setAsking(null)}
          />
        </Show>
        <Show when={asking() === 'discard'}>
          <Confirm
            act={c.editor.discard}
            consequence={c.editor.discardAsk}
            busy={form.busy()}
            onConfirm={settle(discardDraft, c.discarded)}
            onCancel={() => setAsking(null)}
          />
        </Show>
      </div>
    </>
  )
}
