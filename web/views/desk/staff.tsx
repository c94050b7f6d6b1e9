import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import type { ExportQuery } from '../../../worker/contract/staff'
import { getPlan } from '../../api/plan'
import { dictionaryAddress, evidenceAddress, exportAddress, getSummary, reportAddress } from '../../api/staff'
import { Loaded } from '../../components/desk/loaded'
import { ExportForm } from '../../components/desk/staff/export-form'
import { ExportLog } from '../../components/desk/staff/export-log'
import { Reconciliation } from '../../components/desk/staff/reconciliation'
import { SummaryTable } from '../../components/desk/staff/summary-table'
import { StatePanel } from '../../components/desk/state-panel'
import { language, t } from '../../locales/desk'
import { formatMoment, joinSentences } from '../../locales/desk/format'
import { createLoad } from './create-load'
import { measureChoices, themeNames } from './measure-choices'
import { useSession } from './session'
import { countGroups } from './staff/count-groups'
import { isReversed } from './staff/export-query'
import { followExports } from './staff/follow-exports'
import { reconcile } from './staff/reconcile'

/** `/desk/staff`: what was received, and the way to take it along. */
export function Staff() {
  const session = useSession()
  const summary = createLoad(getSummary)
  const plan = createLoad(getPlan)
  const taken = followExports()
  const [query, setQuery] = createSignal<ExportQuery>({ audience: 'public' })

  document.title = `${t.staff.heading} · ${t.product}`
  createEffect(() => {
    if (summary.error()?.code === 'unauthenticated') void session.load()
  })

  const table = createMemo(() => {
    const view = summary.data()
    if (!view) return undefined
    return countGroups(view, {
      themes: themeNames(plan.data()),
      measure: (measure) => (language === 'en' ? measure.shortTitleEn : measure.shortTitle),
      theme: t.staff.theme,
      total: t.staff.total,
    })
  })
  const refresh = () => {
    void summary.load()
    if (!plan.data()) void plan.load()
  }

  return (
    <div class="staff">
      <header class="staff-head">
        <h1>{t.staff.heading}</h1>
        <p class="staff-intro">
          {joinSentences(t.staff.intro, '')}
          <b>{joinSentences(t.staff.caution, '')}</b>
          {t.staff.cautionText}
        </p>
      </header>
      <Loaded data={summary.data()} error={summary.error()} retry={refresh}>
        {(view) => (
          <>
            <Reconciliation
              equation={reconcile(view())}
              pending={view().states.pending}
              returned={view().states.returned}
            />
            <ExportForm
              query={query()}
              isReversed={isReversed(query())}
              measures={measureChoices(plan.data())}
              csv={exportAddress('comments.csv', query())}
              xlsx={exportAddress('comments.xlsx', query())}
              adoption={exportAddress('adoption.csv', query())}
              report={reportAddress(query().audience ?? 'public')}
              evidence={evidenceAddress}
              dictionary={dictionaryAddress}
              onTake={taken.expect}
              onChange={(change) => setQuery((held) => ({ ...held, ...change }) as ExportQuery)}
            />
            <ExportLog
              items={taken.items()}
              failure={taken.failure()}
              cancelling={taken.cancelling()}
              said={taken.said()}
              onCancel={(item) => void taken.cancel(item)}
              onRefresh={() => void taken.load()}
            />
            <div class="table-head">
              <h2 id="table-heading">{t.staff.table}</h2>
              <span class="table-time" role="status">
                <Show
                  when={summary.error()}
                  fallback={t.staff.updated(formatMoment(summary.loadedAt() ?? ''))}
                >
                  {(error) => error().message}
                </Show>
              </span>
              <button
                type="button"
                class="button"
                aria-disabled={summary.loading()}
                onClick={() => !summary.loading() && refresh()}
              >
                {summary.loading() ? t.queue.refreshing : t.staff.refresh}
              </button>
            </div>
            <Show
              when={view().received > 0}
              fallback={<StatePanel kind="empty" heading={t.staff.empty} text={t.staff.emptyText} />}
            >
              <Show when={table()}>
                {(rows) => <SummaryTable groups={rows().groups} total={rows().total} />}
              </Show>
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}
