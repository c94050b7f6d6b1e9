import { useNavigate } from '@solidjs/router'
import '../../styles/desk-cases.css'
import { createEffect, Match, Show, Switch } from 'solid-js'
import { isUndisposedView } from '../../../worker/contract/casework'
import { AssignDialog } from '../../components/desk/cases/assign-dialog'
import { CaseFacts } from '../../components/desk/cases/case-facts'
import { CaseFilters } from '../../components/desk/cases/case-filters'
import { CaseList } from '../../components/desk/cases/case-list'
import { CaseRow } from '../../components/desk/cases/case-row'
import { CaseStatus } from '../../components/desk/cases/case-status'
import { CaseTabs } from '../../components/desk/cases/case-tabs'
import { ListHead } from '../../components/desk/cases/list-head'
import { MentionDialog } from '../../components/desk/cases/mention-dialog'
import { ShortcutsDialog } from '../../components/desk/moderation/shortcuts-dialog'
import { StatePanel } from '../../components/desk/state-panel'
import { t } from '../../locales/desk'
import { w } from '../../locales/desk/cases'
import { formatCount } from '../../locales/desk/format'
import { usualDays } from './cases/create-assigning'
import { createCaseDesk } from './cases/create-case-desk'
import { createCaseKeyboard } from './cases/create-case-keyboard'
import { DisposeDialog } from './cases/dispose-dialog'
import { OpenCase } from './cases/open-case'
import { shortcutGroups, statusHints } from './cases/shortcut-rows'
import { type CaseAct, caseKeys } from './cases/shortcuts'
import { measureChoices } from './measure-choices'
import { deskPath } from './return-address'
import { useSession } from './session'

/** `/desk/cases`: what there is to handle, and the case that lies open, on one screen. */
export function Cases() {
  const session = useSession()
  const navigate = useNavigate()
  const desk = createCaseDesk(session)
  const { address, list, counts, units, opened, assigning, notes, preference, dialog, setDialog } = desk
  const view = () => address.filter().view

  createEffect(() => {
    const figures = counts.data()
    const todo = figures ? [w.title(formatCount(figures.todo))] : []
    document.title = [...todo, w.heading, t.product].join(' · ')
  })

  const onAct: Record<CaseAct, () => unknown> = {
    next: () => desk.step(1),
    previous: () => desk.step(-1),
    assign: () => desk.assign(),
    take: () => desk.take(),
    note: () => document.querySelector<HTMLElement>('#note-text')?.focus(),
    select: () => {
      const id = desk.openId()
      if (id && list.item(id)) list.toggle(id)
    },
    selectNext: () => desk.tickAndStep(1),
    selectPrevious: () => desk.tickAndStep(-1),
    selectAll: () => list.tickAll(),
    refresh: () => desk.refresh(),
    help: () => setDialog('help'),
  }
  createCaseKeyboard({
    enabled: preference.enabled,
    suspended: () => dialog() !== null || assigning.asked() !== null || desk.toDispose() !== null,
    onAct: (act) => onAct[act](),
    onEscape: () => (list.chosen().length > 0 ? list.clear() : address.named() && address.open(null)),
  })

  return (
    <>
      <h1 class="visually-hidden">{w.heading}</h1>
      <div class="cases" classList={{ 'cases-open': address.named() !== null }}>
        <div class="case-strip">
          <CaseTabs counts={counts.data()} current={view()} pathTo={address.pathTo} />
          <CaseFilters
            chosen={address.filter()}
            isFiltered={address.isFiltered()}
            hasDisposition={!isUndisposedView(view())}
            measures={measureChoices(desk.plan.data())}
            units={counts.data()?.units ?? []}
            onChoose={address.choose}
            onClear={address.clear}
          />
          <div class="case-strip-end">
            <CaseFacts
              counts={counts.data()}
              minePath={address.pathTo('mine')}
              onMentions={desk.showMentions}
            />
            <a class="case-units-link" href={`${deskPath('cases')}/stamped`}>
              {w.stamped}
            </a>
            <a class="case-units-link" href={`${deskPath('cases')}/units`}>
              {w.units}
            </a>
          </div>
        </div>
        <CaseList
          ids={list.ids()}
          row={(publicId) => (
            <Show when={list.item(publicId)}>
              {(item) => (
                <CaseRow
                  item={item()}
                  current={desk.openId() === publicId}
                  isStop={list.item(desk.openId()) ? desk.openId() === publicId : list.ids()[0] === publicId}
                  ticked={list.ticked().has(publicId)}
                  now={desk.now()}
                  onOpen={desk.open}
                  onTick={list.toggle}
                />
              )}
            </Show>
          )}
          head={
            <ListHead
              name={w.views[view()]}
              shown={list.ids().length}
              ticked={list.chosen().length}
              isBusy={list.loading() !== null}
              isRefreshing={list.loading() === 'refresh'}
              keysShown={preference.enabled()}
              keys={{ refresh: caseKeys.refresh, assign: caseKeys.assign, all: caseKeys.selectAll }}
              onRefresh={desk.refresh}
              onAssign={desk.assign}
              onDispose={desk.dispose}
              onAll={list.tickAll}
              onClear={list.clear}
            />
          }
          view={view()}
          isFiltered={address.isFiltered()}
          counts={counts.data()}
          loading={list.loading()}
          failure={list.failure()}
          atEnd={list.atEnd()}
          todoPath={deskPath('cases')}
          onStep={desk.step}
          onRetry={() => void list.refresh()}
          onMore={() => void list.more()}
          onClear={address.clear}
        />
        <Switch>
          <Match when={opened.view()?.publicId} keyed>
            {(_) => <Show when={opened.view()}>{(open) => <OpenCase desk={desk} view={open()} />}</Show>}
          </Match>
          <Match when={opened.error()}>
            {(error) => (
              <div class="case-none">
                <StatePanel kind="error" heading={t.failed} text={error().message} retry={opened.load}>
                  <button type="button" class="button" onClick={() => address.open(null)}>
                    {w.nav.back}
                  </button>
                </StatePanel>
              </div>
            )}
          </Match>
          <Match when={desk.openId()}>
            <div class="case-none">
              <StatePanel kind="loading" heading={t.loading} />
            </div>
          </Match>
          <Match when={list.loading() === null}>
            <div class="case-none">
              <p class="case-choose">{w.choose}</p>
            </div>
          </Match>
        </Switch>
        <CaseStatus
          said={desk.said()}
          enabled={preference.enabled()}
          hints={statusHints}
          helpKey={caseKeys.help}
          onHelp={() => setDialog('help')}
        />
      </div>
      <AssignDialog
        count={assigning.asked()?.length ?? null}
        needsDue={assigning.asked()?.some(({ assignment }) => assignment.dueAt === null) ?? false}
        usualDays={usualDays}
        units={units.data()}
        unitsError={units.error()}
        isSending={assigning.isSending()}
        problem={assigning.problem()}
        onRetry={() => void units.load()}
        onAssign={(change, to) => void assigning.confirm(change, to)}
        onClose={assigning.close}
      />
      <DisposeDialog asked={desk.toDispose()} onDone={desk.onDisposed} onClose={desk.stopDisposing} />
      <MentionDialog
        open={dialog() === 'mentions'}
        notes={notes.mentions()}
        error={notes.mentionsError()}
        hasMore={notes.hasMore()}
        pathTo={({ publicId, measureKey }) =>
          publicId ? `/cases?view=all&comment=${publicId}` : `/cases?view=all&measure=${measureKey}`
        }
        onRead={(noteIds) => void notes.read(noteIds)}
        onRetry={() => void notes.load()}
        onMore={() => void notes.load(true)}
        onGo={(path) => {
          setDialog(null)
          navigate(path)
        }}
        onClose={() => setDialog(null)}
      />
      <ShortcutsDialog
        open={dialog() === 'help'}
        enabled={preference.enabled()}
        groups={shortcutGroups}
        onChoose={preference.choose}
        onClose={() => setDialog(null)}
      />
    </>
  )
}
