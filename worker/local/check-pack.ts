import { domainWords } from '../contract/locales'
import { hashLeaf } from '../contract/merkle'
import type { Entry } from '../contract/transparency'
import type { CommentState, Disposition } from '../contract/words'
import { textAt } from '../services/plan/clause-text'
import type { Pack } from './read-pack'
import { Refusal } from './refusal'
import { TreeWalk } from './walk-tree'

const words = domainWords.zh

/** Every place where the files of a pack contradict one another or the sealed record. */
export async function checkPack(pack: Pack): Promise<string[]> {
  return [...checkPlan(pack), ...checkRows(pack), ...checkDispositions(pack), ...(await checkChain(pack))]
}

/** The revisions follow from the first text and the changes, and comments quote the clause as it read then. */
function checkPlan({ plan, comments }: Pack): string[] {
  const faults: string[] = []
  const readAt = (clause: Pack['plan']['clauses'][number], revision: number) =>
    textAt(
      clause,
      plan.changes
        .filter((change) => change.clause === clause.key)
        .map((change, id) => ({ ...change, id, kind: 'amend' as const })),
      revision,
    )
  for (const { number, clauses } of plan.revisions) {
    const expected = plan.clauses.flatMap((clause) => {
      const text = readAt(clause, number)
      return text === null ? [] : [{ clause: clause.key, text }]
    })
    if (JSON.stringify(expected) !== JSON.stringify(clauses))
      faults.push(`第 ${number} 版的全文与各版改动不符 / revision ${number} does not follow from its changes`)
  }
  for (const change of plan.changes)
    if (!plan.clauses.some(({ key }) => key === change.clause))
      faults.push(`${change.clause}：改动的条款不存在 / a change of no clause`)
  const clauseOf = new Map(plan.clauses.map((clause) => [clause.key, clause]))
  for (const row of comments) {
    if (row.clause_key === null) continue
    const clause = clauseOf.get(row.clause_key)
    const text = clause && readAt(clause, row.plan_revision)
    if (!clause || (text !== null && text !== row.clause_text))
      faults.push(`${row.public_id}：条款原文与计划文本不符 / its clause differs from the plan`)
  }
  return faults
}

/** The published comments are those of the register, one for one. */
function checkRows({ register, comments, decisions, plan }: Pack): string[] {
  const faults: string[] = []
  const rows = new Map(register.map((row) => [row.publicId, row]))
  if (rows.size !== register.length) faults.push('登记册中有重复的编号 / an id is in the register twice')
  const shown = new Map(comments.map((row) => [row.public_id, row]))
  if (shown.size !== comments.length)
    faults.push('意见明细中有重复的编号 / an id is among the comments twice')
  const measures = new Set(plan.measures.map(({ key }) => key))
  for (const row of register) {
    const comment = shown.get(row.publicId)
    if ((row.state === 'published') !== (comment !== undefined))
      faults.push(`${row.publicId}：登记状态与意见明细不符 / its state differs from the comments`)
    if (!measures.has(row.measure)) faults.push(`${row.publicId}：没有这项措施 / on no measure`)
    if (!comment) continue
    const isSame =
      comment.measure_key === row.measure &&
      comment.channel === words.channels[row.channel] &&
      (row.kind === null || comment.participant_kind === words.kinds[row.kind])
    if (!isSame)
      faults.push(`${row.publicId}：登记内容与意见明细不符 / the register differs from the comment`)
  }
  for (const { public_id } of comments)
    if (!rows.has(public_id)) faults.push(`${public_id}：不在登记册中 / not in the register`)
  for (const { publicId } of decisions)
    if (!rows.has(publicId)) faults.push(`${publicId}：审核决定没有对应的意见 / a decision on no comment`)
  return faults
}

/** The newest version of each disposition is the one that is shown and counted; versions have no gaps. */
function checkDispositions({ register, comments, dispositions }: Pack): string[] {
  const faults: string[] = []
  const latest = new Map<string, { version: number; disposition: Disposition; reason: string | null }>()
  for (const { publicId, version, disposition, reason } of dispositions) {
    if (version !== (latest.get(publicId)?.version ?? 0) + 1)
      faults.push(`${publicId}：采纳情况缺少版次 / a version of its disposition is missing`)
    latest.set(publicId, { version, disposition, reason })
  }
  for (const row of register) {
    const found = latest.get(row.publicId)?.disposition ?? null
    if (found !== row.disposition)
      faults.push(
        `${row.publicId}：登记的采纳情况与最后版次不符 / its disposition differs from the last version`,
      )
  }
  for (const row of comments) {
    const found = latest.get(row.public_id)
    const shown = found ? words.dispositions[found.disposition] : null
    if (shown !== row.disposition || (found?.reason ?? null) !== row.disposition_reason)
      faults.push(`${row.public_id}：意见明细中的采纳情况不符 / the comment shows another disposition`)
  }
  const known = new Set(register.map(({ publicId }) => publicId))
  for (const publicId of latest.keys())
    if (!known.has(publicId)) faults.push(`${publicId}：采纳情况没有对应的意见 / a disposition of no comment`)
  return faults
}

/** The tree of the sealed record grows into every head, and the register says what the record says. */
async function checkChain(pack: Pack): Promise<string[]> {
  const { entries, heads, manifest } = pack
  const faults: string[] = []
  try {
    const walk = new TreeWalk(heads, null)
    for (const [i, { index, entry, leaf }] of entries.entries())
      if (index !== i || leaf !== (await hashLeaf(entry)))
        faults.push(`封存记录第 ${i + 1} 条与其校验值不符 / sealed entry ${i + 1} differs from its leaf`)
    await walk.take(entries.map(({ leaf }) => leaf))
    walk.end(heads)
    if (entries.length !== manifest.sealed)
      faults.push('封存记录的条数不符 / entries are missing from the chain')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults.push(`封存链：${error.message}`)
  }
  return faults.length > 0 ? faults : checkAgainstRecord(pack)
}

const settled: Partial<Record<string, CommentState>> = {
  'comment.submitted': 'pending',
  'comment.resubmitted': 'pending',
  'comment.published': 'published',
  'comment.published_at_once': 'published',
  'comment.redacted': 'published',
  'comment.private': 'private',
  'comment.returned': 'returned',
  'comment.rejected': 'rejected',
}
const counted = /^comment\.(published|confirmed|redacted|private|returned|rejected|restored|upheld)$/

/** What was sealed of each comment, against its row: whoever takes a row out or changes its state is found. */
function checkAgainstRecord({ entries, register, decisions, plan }: Pack): string[] {
  const faults: string[] = []
  const sealedAt = entries.at(-1) ? (JSON.parse(entries.at(-1)?.entry ?? '{}') as Entry).at : ''
  const own = new Map(register.map((row) => [row.publicId, row]))
  const measures = new Map(plan.measures.map(({ key, recordNumber }) => [recordNumber, key]))
  const states = new Map<string, CommentState | null>()
  const sealedDecisions = new Map<string, number>()
  for (const { entry } of entries) {
    const { action, subjectId, data } = JSON.parse(entry) as Entry
    if (!action.startsWith('comment.') || subjectId === null) continue
    if (action === 'comment.submitted') {
      const row = own.get(subjectId)
      const measure = measures.get(Number(data?.measure))
      if (measure === undefined) continue
      if (!row)
        faults.push(`${subjectId}：已封存的意见不在登记册中 / a sealed comment is not in the register`)
      else if (row.measure !== measure)
        faults.push(`${subjectId}：措施与封存记录不符 / its measure differs from the record`)
    }
    if (!own.has(subjectId)) continue
    if (counted.test(action)) sealedDecisions.set(subjectId, (sealedDecisions.get(subjectId) ?? 0) + 1)
    const told = typeof data?.state === 'string' ? (data.state as CommentState) : undefined
    const next = told ?? settled[action]
    if (next) states.set(subjectId, next)
    else if (action === 'comment.restored') states.set(subjectId, null)
  }
  const later = new Set(decisions.filter(({ at }) => at > sealedAt).map(({ publicId }) => publicId))
  const decided = new Map<string, number>()
  for (const { publicId } of decisions) decided.set(publicId, (decided.get(publicId) ?? 0) + 1)
  for (const { publicId, state } of register) {
    const sealed = states.get(publicId)
    if (sealed === undefined || later.has(publicId)) continue
    if (sealed !== null && sealed !== state && state !== 'withdrawn' && state !== 'pending')
      faults.push(`${publicId}：状态与封存记录不符 / its state differs from the record`)
    if ((sealedDecisions.get(publicId) ?? 0) > (decided.get(publicId) ?? 0))
      faults.push(`${publicId}：缺少已封存的审核决定 / a sealed decision is missing`)
  }
  return faults
}
