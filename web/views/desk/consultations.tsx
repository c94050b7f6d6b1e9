import { useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { draftPath } from '../../../worker/contract/addresses'
import { startOfBeijingDate } from '../../../worker/contract/beijing-time'
import type { ConsultationOffice } from '../../../worker/contract/consultations'
import { extendConsultation, getConsultationOffice, makeCurrent } from '../../api/consultations'
import { ConsultationRow } from '../../components/desk/consultations/consultation-row'
import { Loaded } from '../../components/desk/loaded'
import { formatFullDay } from '../../lib/beijing-time'
import { within } from '../../lib/links'
import { language, t } from '../../locales/desk'
import { c } from '../../locales/desk/consultations'
import { formatMoment } from '../../locales/desk/format'
import '../../styles/desk-consultations.css'
import { createForm } from './account/create-form'
import { DraftEditor } from './consultations/draft-editor'
import { createLoad } from './create-load'
import { useSession } from './session'

const path = '/desk/consultations'

const dayWritten = (day: string) => formatFullDay(startOfBeijingDate(day).toISOString(), language)

/** `/desk/consultations`: all of them, the drafts of further ones, and the editor of one. */
export function Consultations() {
  const session = useSession()
  const [query] = useSearchParams<{ draft?: string }>()
  const office = createLoad(getConsultationOffice)
  const navigate = useNavigate()
  const [named, setNamed] = createSignal('')
  const [said, setSaid] = createSignal('')
  /** A new draft gets its address with its name, and goes on being the same one. */
  const shown = createMemo<string | undefined>((before) =>
    before === 'new' && query.draft === named() ? before : query.draft,
  )
  const takeName = (key: string) => {
    setNamed(key)
    navigate(`/consultations?draft=${key}`, { replace: true, scroll: false })
    void office.load()
  }
  createEffect(on(shown, (key) => key && setSaid('')))
  document.title = `${c.heading} · ${t.product}`
  createEffect(() => {
    if (office.error()?.code === 'unauthenticated') void session.load()
  })
  return (
    <div class="sheet-page sheet-page-wide consultation-desk">
      <Show when={shown()} keyed fallback={<Lists office={office} said={said()} />}>
        {(key) => (
          <DraftEditor
            draftKey={key === 'new' ? null : key}
            onNamed={takeName}
            onLeave={(outcome) => {
              setSaid(outcome)
              void office.load()
            }}
          />
        )}
      </Show>
    </div>
  )
}

function Lists(props: { office: ReturnType<typeof createLoad<ConsultationOffice>>; said: string }) {
  const form = createForm()
  const [changed, setChanged] = createSignal<ConsultationOffice>()
  const act = (ask: () => Promise<ConsultationOffice>) => form.send({}, async () => setChanged(await ask()))
  return (
    <>
      <header class="page-head">
        <h1>{c.heading}</h1>
        <a class="button button-main" href={within(`${path}?draft=new`)}>
          {c.create}
        </a>
        <p class="page-intro">{c.intro}</p>
      </header>
      <p class="page-said" role="status">
        {props.said}
      </p>
      <Loaded data={changed() ?? props.office.data()} error={props.office.error()} retry={props.office.load}>
        {(office) => (
          <>
            <section class="block" aria-labelledby="drafts-heading">
              <h2 id="drafts-heading">{c.drafts}</h2>
              <ul class="consultation-rows">
                <For each={office().drafts} fallback={<li class="hint">{c.noDrafts}</li>}>
                  {(draft) => (
                    <li class="consultation-row">
                      <h3>{draft.title}</h3>
                      <p class="hint">{c.planned(dayWritten(draft.opensOn), dayWritten(draft.closesOn))}</p>
                      <p class="hint">{c.changed(draft.changedBy, formatMoment(draft.changedAt))}</p>
                      <div class="form-acts">
                        <a class="button" href={within(`${path}?draft=${draft.key}`)}>
                          {c.edit}
                        </a>
                        <a class="button" href={draftPath(draft.key)} target="_blank" rel="external noopener">
                          {c.preview}
                        </a>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </section>
            <section class="block" aria-labelledby="all-heading">
              <h2 id="all-heading">{c.all}</h2>
              <ul class="consultation-rows">
                <For each={office().consultations}>
                  {(item) => (
                    <ConsultationRow
                      item={item}
                      busy={form.busy()}
                      problem={form.problem()}
                      onExtend={(extension) => act(() => extendConsultation(extension))}
                      onMakeCurrent={(key) => act(() => makeCurrent(key))}
                      onTurn={form.clear}
                    />
                  )}
                </For>
              </ul>
            </section>
          </>
        )}
      </Loaded>
    </>
  )
}
