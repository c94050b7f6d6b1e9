import { createEffect, createSignal, Show } from 'solid-js'
import { largestSeed } from '../../../../worker/contract/seeded-chance'
import type { CountSuggestions, Settle } from '../../../../worker/contract/suggestions'
import { ApiError, asApiError } from '../../../api/api-error'
import { countSuggestions, getLatestRun, settleSuggestions } from '../../../api/coding'
import { getPlan } from '../../../api/plan'
import { RunForm } from '../../../components/desk/coding/run-form'
import { RunResult } from '../../../components/desk/coding/run-result'
import { Loaded } from '../../../components/desk/loaded'
import { StatePanel } from '../../../components/desk/state-panel'
import type { Asked } from '../../../lib/sorting/wishes'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { createLoad } from '../create-load'
import { measureChoices } from '../measure-choices'
import { deskPath } from '../return-address'
import { useSession } from '../session'
import { CodingFrame } from './coding-frame'
import { createCodebookInUse } from './create-codebook-in-use'
import { createRun } from './create-run'
import { NoCodebook } from './no-codebook'

/** `/desk/coding/suggestions`: the machine at work in this browser, and what it proposes, group by group. */
export function CodingSuggestions() {
  const session = useSession()
  const plan = createLoad(getPlan)
  const codebook = createCodebookInUse()
  const latest = createLoad(getLatestRun)
  const run = createRun(codebook.data, () => void latest.load())
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  createEffect(() => {
    if (latest.error()?.code === 'unauthenticated') void session.load()
  })

  async function ask(part: CountSuggestions, to: Settle['to']) {
    setProblem('')
    const counted = await countSuggestions(part).catch(asApiError)
    if (counted instanceof ApiError) return void setProblem(counted.message)
    setAsked({ part, to, counted })
  }
  /** As many calls as it takes; each settles a part of what was counted. */
  async function settle({ part, to, counted }: Asked) {
    if (busy()) return
    setBusy(true)
    let done = 0
    for (let left = counted.count; left > 0; ) {
      const answer = await settleSuggestions({ ...part, to, upTo: counted.upTo }).catch(asApiError)
      if (answer instanceof ApiError) {
        setProblem(answer.message)
        break
      }
      done += answer.settled
      left = answer.settled > 0 ? answer.left : 0
    }
    setBusy(false)
    setAsked(null)
    setSaid(t.suggestions.result[to](formatCount(done)))
    void latest.load()
  }

  return (
    <CodingFrame section="suggestions">
      <Show when={codebook.data() !== null} fallback={<NoCodebook />}>
        <Loaded data={codebook.data()} error={codebook.error()} retry={codebook.load}>
          {(book) => (
            <>
              <RunForm
                measures={measureChoices(plan.data())}
                largestSeed={largestSeed}
                progress={run.progress()}
                onStart={(wish) => {
                  setSaid('')
                  setProblem('')
                  void run.start(wish)
                }}
                onCancel={run.cancel}
              />
              <p class="page-said" role="status">
                {said() || run.said()}
              </p>
              <Show when={run.problem() || problem()}>
                <p class="coding-problem" role="alert">
                  {run.problem() || problem()}
                </p>
              </Show>
              <Show
                when={latest.data() !== null}
                fallback={
                  <StatePanel kind="empty" heading={t.suggestions.empty} text={t.suggestions.emptyText} />
                }
              >
                <Loaded data={latest.data()} error={latest.error()} retry={latest.load}>
                  {(found) => (
                    <RunResult
                      run={found()}
                      codes={book().codes}
                      asked={asked()}
                      busy={busy()}
                      sortingPath={`${deskPath('coding')}?view=suggested`}
                      onAsk={(part, to) => void ask(part, to)}
                      onConfirm={() => {
                        const open = asked()
                        if (open) void settle(open)
                      }}
                      onCancel={() => setAsked(null)}
                    />
                  )}
                </Loaded>
              </Show>
            </>
          )}
        </Loaded>
      </Show>
    </CodingFrame>
  )
}
