import { createEffect, on, Show } from 'solid-js'
import { getColleagues } from '../../api/moderation'
import { getDeadlines, getDelayNotices, retryMail, sendDelayNotice, setDuty } from '../../api/settings'
import { DelayNotice } from '../../components/desk/deadlines/delay-notice'
import { DueTable } from '../../components/desk/deadlines/due-table'
import { DutyList } from '../../components/desk/deadlines/duty-list'
import { PaceFigures } from '../../components/desk/deadlines/pace-figures'
import { UndeliveredMails } from '../../components/desk/deadlines/undelivered-mails'
import { Loaded } from '../../components/desk/loaded'
import { t } from '../../locales/desk'
import { createLoad } from './create-load'
import { createMinute } from './device'
import { useSession } from './session'

/** `/desk/deadlines`: whether the promise is kept, and by whom. */
export function Deadlines() {
  const session = useSession()
  const deadlines = createLoad(getDeadlines)
  const colleagues = createLoad(getColleagues)
  const notices = createLoad(getDelayNotices)
  const now = createMinute()

  document.title = `${t.deadlines.heading} · ${t.product}`
  createEffect(() => {
    if (deadlines.error()?.code === 'unauthenticated') void session.load()
  })
  const refresh = () => {
    void deadlines.load()
    void colleagues.load()
    void notices.load()
  }
  createEffect(on(now, refresh, { defer: true }))
  const changeDuty = async (isOnDuty: boolean) => {
    await setDuty(isOnDuty)
    await colleagues.load()
  }

  return (
    <div class="staff office">
      <Loaded data={deadlines.data()} error={deadlines.error()} retry={refresh}>
        {(view) => (
          <>
            <header class="staff-head">
              <h1>{t.deadlines.heading}</h1>
              <p class="staff-intro">{t.deadlines.promise(view().reviewDays)}</p>
              <Show when={!view().isCalendarKnown}>
                <p class="office-warning">{t.deadlines.calendarUnknown}</p>
              </Show>
            </header>
            <PaceFigures deadlines={view()} />
            <section aria-labelledby="days-heading">
              <div class="table-head">
                <h2 id="days-heading">{t.deadlines.byDay}</h2>
                <button type="button" class="button" onClick={refresh}>
                  {t.deadlines.refresh}
                </button>
              </div>
              <Show when={view().days.length > 0} fallback={<p class="hint">{t.deadlines.empty}</p>}>
                <DueTable days={view().days} now={now()} />
              </Show>
            </section>
            <div class="office-sides">
              <Show when={notices.data()}>
                {(known) => (
                  <DelayNotice
                    known={known()}
                    mayTell={session.account()?.role !== 'moderator'}
                    onSend={async (notice) => {
                      await sendDelayNotice(notice)
                      await notices.load()
                    }}
                  />
                )}
              </Show>
              <DutyList colleagues={colleagues.data() ?? []} onDuty={changeDuty} />
              <UndeliveredMails
                known={view().undelivered}
                mayRetry={session.account()?.role !== 'moderator'}
                onRetry={async (id) => {
                  await retryMail(id)
                  await deadlines.load()
                }}
              />
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}
