import { createEffect, createSignal, For, Match, Show, Switch } from 'solid-js'
import { responseStates } from '../../../worker/contract/words'
import { getUnits } from '../../api/casework'
import { getPlan } from '../../api/plan'
import { ResponseRows } from '../../components/desk/answers/response-list'
import { StatePanel } from '../../components/desk/state-panel'
import { within } from '../../lib/links'
import { mayAnswer } from '../../lib/may-answer'
import { language, t, words } from '../../locales/desk'
import { a } from '../../locales/desk/answers'
import { formatCount } from '../../locales/desk/format'
import { type Answers, createAnswers } from './answers/create-answers'
import { createRelease } from './answers/create-release'
import { MeasureAnswer, MeasureOptions } from './answers/measure-answer'
import { ReleaseDialog } from './answers/release-dialog'
import { ResponsePane } from './answers/response-pane'
import { createLoad } from './create-load'
import { keepMeasures, measureChoices } from './measure-choices'
import { useSession } from './session'

/** `/desk/answers`: the department's answers on their way to the public. */
export function AnswersDesk() {
  const session = useSession()
  const answers = createAnswers()
  const plan = createLoad(getPlan)
  const units = createLoad(getUnits)
  const [isWriting, setWriting] = createSignal(false)
  const [said, setSaid] = createSignal('')
  const measures = () => measureChoices(plan.data())
  const isAdmin = () => session.account()?.role === 'admin'
  const release = createRelease({ answers, units: units.data, measures, isAdmin })

  document.title = `${a.desk.heading} · ${t.product}`
  createEffect(() => {
    if (answers.error()?.code === 'unauthenticated') void session.load()
  })
  const ownMeasures = () => {
    const view = units.data()
    return view ? keepMeasures(measures(), mayAnswer(view, isAdmin())) : []
  }

  return (
    <>
      <div class="sheet-page sheet-page-wide answers">
        <header class="page-head">
          <h1>{a.desk.heading}</h1>
          <p class="form-acts">
            <a class="button" href={within('/desk/answers/standard-texts')}>
              {a.desk.standard}
            </a>
            <Show when={ownMeasures().length > 0}>
              <button type="button" class="button" onClick={() => setWriting(true)}>
                {a.desk.writeMeasure}
              </button>
            </Show>
            <Show
              when={answers.chosen().length > 0 || release.refusal() === null}
              fallback={<span class="field-hint">{release.refusal()}</span>}
            >
              <button type="button" class="button button-main" onClick={release.ask}>
                {answers.chosen().length > 0
                  ? a.release.chosen(formatCount(answers.chosen().length))
                  : a.release.all}
              </button>
            </Show>
          </p>
          <p class="page-intro">{a.desk.intro}</p>
        </header>
        <p class="page-said" role="status">
          {said()}
        </p>
        <Show when={isWriting()}>
          <MeasureAnswer
            measures={ownMeasures()}
            onCancel={() => setWriting(false)}
            onWritten={(response) => {
              setWriting(false)
              setSaid(a.answer.saved)
              answers.open(response.id)
              void answers.load()
            }}
          />
        </Show>
        <div class="answers-filter">
          <States answers={answers} />
          <div class="field">
            <label for="answers-measure">{a.desk.measure}</label>
            <select
              id="answers-measure"
              onChange={(event) => answers.choose({ measure: event.currentTarget.value || undefined })}
            >
              <option value="">{a.desk.everyMeasure}</option>
              <MeasureOptions measures={measures()} chosen={answers.filter().measure} />
            </select>
          </div>
          <div class="field">
            <label for="answers-unit">{a.desk.unit}</label>
            <select
              id="answers-unit"
              onChange={(event) => answers.choose({ unit: event.currentTarget.value || undefined })}
            >
              <option value="">{a.desk.everyUnit}</option>
              <For each={units.data()?.units ?? []}>
                {(unit) => (
                  <option value={unit.key} selected={unit.key === answers.filter().unit}>
                    {language === 'en' ? unit.nameEn : unit.name}
                  </option>
                )}
              </For>
            </select>
          </div>
        </div>
        <div class="answers-panes" classList={{ 'answers-open': answers.openId() !== null }}>
          <List answers={answers} />
          <Opened answers={answers} />
        </div>
      </div>
      <ReleaseDialog
        asked={release.asked()}
        place={release.place()}
        onClose={release.close}
        onDone={(view) => {
          release.close()
          setSaid(a.release.done(formatCount(view.released)))
          for (const id of answers.chosen()) answers.tick(id, false)
          void answers.load()
          void answers.reopen()
        }}
      />
    </>
  )
}

function States(props: { answers: Answers }) {
  const total = () => Object.values(props.answers.counts() ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <nav class="answers-states" aria-label={a.desk.states}>
      <For each={[undefined, ...responseStates]}>
        {(state) => (
          <button
            type="button"
            aria-current={props.answers.filter().state === state ? 'page' : undefined}
            onClick={() => props.answers.choose({ state })}
          >
            {state ? words.responseStates[state] : a.desk.all}{' '}
            <b>{formatCount(state ? (props.answers.counts()?.[state] ?? 0) : total())}</b>
          </button>
        )}
      </For>
    </nav>
  )
}

function List(props: { answers: Answers }) {
  const { answers } = props
  return (
    <div class="answers-list">
      <Switch
        fallback={
          <ResponseRows
            items={answers.items()}
            openId={answers.openId()}
            chosen={answers.chosen()}
            hasMore={answers.next() !== null}
            isLoading={answers.isLoading()}
            onOpen={answers.open}
            onTick={answers.tick}
            onMore={() => void answers.more()}
          />
        }
      >
        <Match when={answers.items().length === 0 && answers.error()}>
          {(error) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={error().message}
              retry={() => void answers.load()}
            />
          )}
        </Match>
        <Match when={answers.items().length === 0 && answers.isLoading()}>
          <StatePanel kind="loading" heading={t.loading} />
        </Match>
        <Match when={answers.items().length === 0}>
          <StatePanel kind="empty" heading={a.desk.empty} text={a.desk.emptyText} />
        </Match>
      </Switch>
    </div>
  )
}

function Opened(props: { answers: Answers }) {
  const { answers } = props
  return (
    <section class="answers-pane" aria-label={a.answer.heading}>
      <Switch fallback={<p class="block-text answers-none">{a.desk.choose}</p>}>
        <Match when={answers.openError()}>
          {(error) => (
            <StatePanel
              kind="error"
              heading={t.failed}
              text={error().message}
              retry={() => void answers.reopen()}
            />
          )}
        </Match>
        <Match when={answers.openId() !== null && answers.opened()?.id !== answers.openId()}>
          <StatePanel kind="loading" heading={t.loading} />
        </Match>
        <Match when={answers.opened()?.id} keyed>
          {(id) => (
            <>
              <p class="answers-back">
                <button type="button" class="button" onClick={() => answers.open(null)}>
                  {a.desk.back}
                </button>
              </p>
              <h2>{a.desk.row(id)}</h2>
              <Show when={answers.opened()}>
                {(response) => <ResponsePane response={response()} showsServed onChanged={answers.changed} />}
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  )
}
