import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { DraftContent, PlanPreview } from '../../../../worker/contract/consultations'
import { getUnits } from '../../../api/casework'
import { discardDraft, getDraft, previewPlan, publishDraft, saveDraft } from '../../../api/consultations'
import { ProblemSummary } from '../../../components/desk/account/problem-summary'
import { DraftFacts } from '../../../components/desk/consultations/draft-facts'
import { MeasureFacts } from '../../../components/desk/consultations/measure-facts'
import { PlanSource } from '../../../components/desk/consultations/plan-source'
import { Loaded } from '../../../components/desk/loaded'
import { Confirm } from '../../../components/desk/people/confirm'
import { within } from '../../../lib/links'
import { c } from '../../../locales/desk/consultations'
import { createForm } from '../account/create-form'
import { createLoad } from '../create-load'

const empty: DraftContent = {
  code: '',
  title: '',
  titleEn: '',
  authority: '',
  authorityEn: '',
  source: '',
  opensOn: '',
  closesOn: '',
  shortPeriodReason: '',
  participants: 'everybody',
  hasReplies: true,
  moderation: 'before',
  names: {},
  units: {},
}

interface Opened {
  key: string
  version: number | undefined
  content: DraftContent
  preview: PlanPreview | undefined
}

async function openDraft(key: string | null): Promise<Opened> {
  if (key === null) return { key: '', version: undefined, content: empty, preview: undefined }
  const { version, content } = await getDraft(key)
  return { key, version, content, preview: await previewPlan(content.source) }
}

const list = '/consultations'
const idOf = (field: string) => `draft-${field.split('.').at(-1)}`

/** One draft: document, names, days, rules, units; kept when saved, out when published. */
export function DraftEditor(props: { draftKey: string | null; onLeave: () => void }) {
  const opened = createLoad(() => openDraft(props.draftKey))
  return (
    <Loaded data={opened.data()} error={opened.error()} retry={opened.load}>
      {(draft) => <Editor opened={draft()} onLeave={props.onLeave} />}
    </Loaded>
  )
}

function Editor(props: { opened: Opened; onLeave: () => void }) {
  const navigate = useNavigate()
  const units = createLoad(getUnits)
  const form = createForm()
  const [key, setKey] = createSignal(props.opened.key)
  const [version, setVersion] = createSignal(props.opened.version)
  const [content, setContent] = createSignal(props.opened.content)
  const [preview, setPreview] = createSignal(props.opened.preview)
  const [checked, setChecked] = createSignal(props.opened.preview && props.opened.content.source)
  const [isSaved, setSaved] = createSignal(props.opened.version !== undefined)
  const [said, setSaid] = createSignal('')
  const [asking, setAsking] = createSignal<'publish' | 'discard' | null>(null)
  const change = (part: Partial<DraftContent>) => {
    setContent((held) => ({ ...held, ...part }))
    setSaved(false)
    setSaid('')
  }
  const leave = () => {
    props.onLeave()
    navigate(list)
  }
  const save = () =>
    form.send({}, async () => {
      const draft = await saveDraft({ key: key(), version: version(), content: content() })
      setVersion(draft.version)
      setContent(draft.content)
      setSaved(true)
      setSaid(c.editor.saved)
    })
  const settle = (act: typeof publishDraft) => async () => {
    const seen = version()
    setAsking(null)
    if (seen !== undefined && (await form.send({}, () => act({ key: key(), version: seen })))) leave()
  }

  return (
    <>
      <header class="page-head">
        <h1>{version() === undefined ? c.editor.newHeading : c.editor.heading(content().title)}</h1>
        <a class="button" href={within('/desk/consultations')}>
          {c.back}
        </a>
      </header>
      <ProblemSummary heading={c.editor.problem} problem={form.problem()} idOf={idOf} />
      <PlanSource
        source={content().source}
        preview={preview()}
        isStale={checked() !== undefined && checked() !== content().source}
        error={form.problem()?.fields.source}
        onSource={(source) => change({ source })}
        onPreview={(found) => {
          setPreview(found)
          setChecked(content().source)
        }}
      />
      <DraftFacts
        draftKey={key()}
        isNew={version() === undefined}
        content={content()}
        fields={form.problem()?.fields ?? {}}
        onKey={setKey}
        onChange={change}
      />
      <MeasureFacts
        preview={preview()}
        content={content()}
        units={units.data()?.units ?? []}
        error={form.problem()?.fields.units}
        onChange={change}
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
          <Show when={isSaved()} fallback={<span class="hint">{c.editor.saveFirst}</span>}>
            <button
              type="button"
              class="button button-main"
              aria-disabled={form.busy()}
              onClick={() => setAsking('publish')}
            >
              {c.editor.publish}
            </button>
          </Show>
          <Show when={version() !== undefined}>
            <button type="button" class="button" onClick={() => setAsking('discard')}>
              {c.editor.discard}
            </button>
          </Show>
          <span class="hint" role="status">
            {said()}
          </span>
        </div>
        <Show when={asking() === 'publish'}>
          <Confirm
            act={c.editor.publish}
            consequence={c.editor.publishAsk(content().opensOn, content().closesOn)}
            busy={form.busy()}
            onConfirm={settle(publishDraft)}
            onCancel={() => setAsking(null)}
          />
        </Show>
        <Show when={asking() === 'discard'}>
          <Confirm
            act={c.editor.discard}
            consequence={c.editor.discardAsk}
            busy={form.busy()}
            onConfirm={settle(discardDraft)}
            onCancel={() => setAsking(null)}
          />
        </Show>
      </div>
    </>
  )
}
