import { createEffect, createSignal, Show } from 'solid-js'
import { type FigureDimension, figureDimensions } from '../../../worker/contract/figures'
import { getCrosstab, getFigures } from '../../api/figures'
import { Loaded } from '../../components/desk/loaded'
import { Choice } from '../../components/desk/staff/fields'
import { StatePanel } from '../../components/desk/state-panel'
import { Crosstab } from '../../components/figures/crosstab'
import { FiguresBody } from '../../components/figures/figures-body'
import { type FiguresFrame, nameGroup } from '../../components/figures/names'
import { words as domain, language, t } from '../../locales/desk'
import { formatMoment } from '../../locales/desk/format'
import { figuresWords } from '../../locales/figures'
import { createLoad } from './create-load'
import { useSession } from './session'

const frame: FiguresFrame = { words: figuresWords[language], domain, language }

function DimensionChoice(props: {
  id: string
  label: string
  value: FigureDimension
  except: FigureDimension
  onChange: (dimension: FigureDimension) => void
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select
        id={props.id}
        onChange={(event) => props.onChange(event.currentTarget.value as FigureDimension)}
      >
        {figureDimensions
          .filter((dimension) => dimension !== props.except)
          .map((dimension) => (
            <option value={dimension} selected={dimension === props.value}>
              {frame.words.dimensions[dimension]}
            </option>
          ))}
      </select>
    </div>
  )
}

/** `/desk/figures`: what all accepted comments say, and two of its sides against each other. */
export function Figures() {
  const { words } = frame
  const session = useSession()
  const [measure, setMeasure] = createSignal<string>()
  const [rows, setRows] = createSignal<FigureDimension>('kind')
  const [columns, setColumns] = createSignal<FigureDimension>('stance')
  const query = () => ({ ...(measure() && { measure: measure() }) }) as { measure?: string }
  const figures = createLoad(() => getFigures(query()))
  const table = createLoad(() => getCrosstab({ ...query(), rows: rows(), columns: columns() }))

  document.title = `${words.desk.title} · ${t.product}`
  createEffect(() => {
    if (figures.error()?.code === 'unauthenticated') void session.load()
  })

  const refresh = () => {
    void figures.load()
    void table.load()
  }
  const choose = (key: string | undefined) => {
    setMeasure(key)
    refresh()
  }
  const cross = (change: () => void) => {
    change()
    void table.load()
  }

  return (
    <div class="staff figures-desk">
      <header class="staff-head">
        <h1>{words.desk.title}</h1>
        <p class="staff-intro">{words.desk.lead}</p>
      </header>
      <Loaded data={figures.data()} error={figures.error()} retry={refresh}>
        {(answer) => (
          <Show when={answer()} keyed>
            {(view) => (
              <>
                <div class="figures-filter">
                  <Choice
                    id="figures-measure"
                    label={words.desk.measure}
                    value={measure()}
                    options={view.measures.map(({ key }) => ({
                      value: key,
                      name: nameGroup(frame, view.measures, 'measure', key),
                    }))}
                    onChange={choose}
                  />
                  <p class="table-time" role="status">
                    <Show
                      when={figures.error()}
                      fallback={figures.loading() ? t.loading : words.taken(formatMoment(view.takenAt))}
                    >
                      {(error) => error().message}
                    </Show>
                  </p>
                </div>
                <Show
                  when={view.n !== 0}
                  fallback={<StatePanel kind="empty" heading={words.desk.title} text={words.empty} />}
                >
                  <FiguresBody
                    figures={view}
                    frame={frame}
                    smallCells={words.desk.smallCells}
                    silenceNote={view.measure ? words.desk.silenceOfAll : ''}
                  />
                  <section class="crosstab-section" aria-labelledby="crosstab-heading">
                    <h2 id="crosstab-heading">{words.desk.crosstab}</h2>
                    <div class="figures-filter">
                      <DimensionChoice
                        id="crosstab-rows"
                        label={words.desk.rows}
                        value={rows()}
                        except={columns()}
                        onChange={(dimension) => cross(() => setRows(dimension))}
                      />
                      <DimensionChoice
                        id="crosstab-columns"
                        label={words.desk.columns}
                        value={columns()}
                        except={rows()}
                        onChange={(dimension) => cross(() => setColumns(dimension))}
                      />
                    </div>
                    <p class="table-time" role="status">
                      {table.error()?.message ?? (table.loading() ? words.desk.showing : '')}
                    </p>
                    <Show when={table.data()} keyed>
                      {(found) => <Crosstab table={found} measures={view.measures} frame={frame} />}
                    </Show>
                  </section>
                </Show>
              </>
            )}
          </Show>
        )}
      </Loaded>
    </div>
  )
}
