import { domainWords } from '../contract/locales'
import {
  channels,
  commentStates,
  type Disposition,
  dispositions,
  participantKinds,
  type Stance,
  stances,
} from '../contract/words'
import type { DecisionRow, Pack, RegisterRow } from './read-pack'

/** A figure by its name: `total.received`, `measure.7.1.adopted`, `month.2021-03.rejected`. */
export type Figures = Map<string, number | null>

export interface Difference {
  figure: string
  published: number | null
  recomputed: number | null
}

const words = domainWords.zh

/** Every public figure from the rows alone. */
export function recount(pack: Pack): Figures {
  const { register } = pack
  const figures: Figures = new Map()
  const admissible = register.filter(isAdmissible)
  figures.set('total.received', register.length)
  for (const state of commentStates)
    figures.set(`total.states.${state}`, register.filter((row) => row.state === state).length)
  for (const channel of channels)
    figures.set(`total.channels.${channel}`, register.filter((row) => row.channel === channel).length)
  figures.set('total.admissible', admissible.length)
  for (const kind of participantKinds)
    figures.set(`total.kinds.${kind}`, admissible.filter((row) => row.kind === kind).length)
  addDispositions(figures, 'total', admissible)
  for (const { key } of pack.plan.measures) {
    const own = admissible.filter((row) => row.measure === key)
    figures.set(`measure.${key}.admissible`, own.length)
    addDispositions(figures, `measure.${key}`, own)
  }
  for (const row of pack.comments) {
    const kind = participantKinds.find((each) => words.kinds[each] === row.participant_kind)
    const stance = stances.find((each: Stance) => words.stances[each] === row.stance)
    const name = `measure.${row.measure_key}.published.${kind}.${stance}`
    figures.set(name, (figures.get(name) ?? 0) + 1)
  }
  addMonths(figures, register, pack.decisions)
  if (pack.counts.printed) addPrinted(figures, pack, pack.counts.printed.publishedAt)
  return figures
}

const isAdmissible = ({ state }: RegisterRow) => state === 'published' || state === 'private'

function addDispositions(
  figures: Figures,
  prefix: string,
  rows: readonly { disposition: Disposition | null }[],
): void {
  for (const each of dispositions)
    figures.set(`${prefix}.dispositions.${each}`, rows.filter((row) => row.disposition === each).length)
  figures.set(`${prefix}.undisposed`, rows.filter((row) => row.disposition === null).length)
}

const monthOf = (moment: string) => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 7)

function addMonths(figures: Figures, register: RegisterRow[], decisions: DecisionRow[]): void {
  const months = new Set([...register.map(({ month }) => month), ...decisions.map(({ at }) => monthOf(at))])
  for (const month of months) {
    const own = decisions.filter(({ at }) => monthOf(at) === month)
    const first = own.filter(({ from }) => from === 'pending')
    const count = (rows: DecisionRow[], ...wanted: string[]) =>
      rows.filter(({ decision }) => wanted.includes(decision)).length
    const set = (name: string, value: number | null) => figures.set(`month.${month}.${name}`, value)
    set('received', register.filter((row) => row.month === month).length)
    set('published', count(first, 'publish', 'redact'))
    set('redacted', count(first, 'redact'))
    set('returned', count(first, 'return'))
    set('rejected', count(first, 'reject'))
    for (const { decision, reason } of first)
      if (decision === 'reject') {
        const name = `month.${month}.rejectedBy.${reason}`
        figures.set(name, (figures.get(name) ?? 0) + 1)
      }
    set(
      'overturned',
      count(
        own.filter(({ from }) => from !== 'pending'),
        'restore',
        'reject',
      ),
    )
    set('medianMinutes', medianOf(first.flatMap(({ waitedMinutes }) => waitedMinutes ?? [])))
  }
}

/** The lower of the two in the middle, as the counters have it. */
function medianOf(minutes: number[]): number | null {
  const sorted = [...minutes].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null
}

/** The dispositions as they stood when the result was published, where no comment changed its state since. */
function addPrinted(
  figures: Figures,
  { register, decisions, dispositions: versions }: Pack,
  at: string,
): void {
  if (decisions.some((decision) => decision.at > at)) return
  const latest = new Map<string, { version: number; disposition: Disposition }>()
  for (const each of versions)
    if (each.at <= at && each.version > (latest.get(each.publicId)?.version ?? 0))
      latest.set(each.publicId, each)
  const admissible = register.filter(isAdmissible)
  figures.set('printed.received', register.length)
  figures.set('printed.admissible', admissible.length)
  addDispositions(
    figures,
    'printed',
    admissible.map(({ publicId }) => ({ disposition: latest.get(publicId)?.disposition ?? null })),
  )
}

/** The same figures as they were published. */
export function publishedFigures({ counts }: Pack): Figures {
  const figures: Figures = new Map()
  const put = (prefix: string, value: unknown): void => {
    if (typeof value === 'number' || value === null) figures.set(prefix, value)
    else if (typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) put(`${prefix}.${key}`, inner)
  }
  put('total', counts.totals)
  for (const { key, published, ...measure } of counts.measures) {
    put(`measure.${key}`, measure)
    for (const { kind, stance, count } of published) put(`measure.${key}.published.${kind}.${stance}`, count)
  }
  for (const { month, rejectedBy, ...figuresOf } of counts.moderation) {
    put(`month.${month}`, figuresOf)
    for (const { reason, count } of rejectedBy) put(`month.${month}.rejectedBy.${reason}`, count)
  }
  if (counts.printed) {
    const { received, admissible, dispositions: made, undisposed } = counts.printed.totals
    put('printed', { received, admissible, dispositions: made, undisposed })
  }
  return figures
}

/** Where the two differ; what the rows cannot tell of the printed result is left out. */
export function compareFigures(published: Figures, recomputed: Figures): Difference[] {
  const isPrintedKnown = recomputed.has('printed.received')
  const names = [...new Set([...published.keys(), ...recomputed.keys()])]
  return names
    .filter((name) => isPrintedKnown || !name.startsWith('printed.'))
    .map((figure) => ({
      figure,
      published: published.get(figure) ?? null,
      recomputed: recomputed.get(figure) ?? null,
    }))
    .filter((each) => each.published !== each.recomputed)
}
