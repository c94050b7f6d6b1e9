import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { Totals } from '../contract/results'
import type { HeadView, SealedEntryView } from '../contract/transparency'
import type { Channel, CommentState, Decision, Disposition, ParticipantKind } from '../contract/words'
import { Refusal } from './refusal'

export interface Pack {
  manifest: Manifest
  plan: {
    /** `recordNumber` is what the sealed record calls it. */
    measures: { key: string; recordNumber: number }[]
    clauses: { key: string; measure: string; introducedIn: number; text: string }[]
    changes: { revision: number; clause: string; kind: string; text: string | null }[]
    revisions: { number: number; clauses: { clause: string; text: string }[] }[]
  }
  register: RegisterRow[]
  comments: CommentRow[]
  decisions: DecisionRow[]
  dispositions: DispositionRow[]
  entries: SealedEntryView[]
  heads: HeadView[]
  counts: Counts
}

interface Manifest {
  format: string
  version: number
  sealed: number
  files: { path: string; bytes: number; rows: number | null; sha256: string }[]
}
export interface RegisterRow {
  publicId: string
  measure: string
  month: string
  channel: Channel
  state: CommentState
  kind: ParticipantKind | null
  disposition: Disposition | null
}
export interface CommentRow {
  public_id: string
  measure_key: string
  clause_key: string | null
  clause_text: string | null
  plan_revision: number
  participant_kind: string
  channel: string
  stance: string
  disposition: string | null
  disposition_reason: string | null
}
export interface DecisionRow {
  publicId: string
  at: string
  from: CommentState
  decision: Decision
  reason: string
  waitedMinutes: number | null
}
export interface DispositionRow {
  publicId: string
  version: number
  at: string
  disposition: Disposition
  reason: string | null
  changes: string[]
}
interface MonthRow {
  month: string
  received: number
  published: number
  redacted: number
  returned: number
  rejected: number
  rejectedBy: { reason: string; count: number }[]
  overturned: number
  medianMinutes: number | null
}
export interface Counts {
  printed: { publishedAt: string; totals: Totals } | null
  totals: Totals
  measures: {
    key: string
    admissible: number
    dispositions: Record<Disposition, number>
    undisposed: number
    published: { kind: ParticipantKind; stance: string; count: number }[]
  }[]
  moderation: MonthRow[]
}

const manifestPath = 'manifest.json'
const text = new TextDecoder('utf-8', { fatal: true })

/** Unpacks a pack and holds each file against the manifest; what differs is told in `faults`. */
export function readPack(bytes: Uint8Array): { pack: Pack; faults: string[] } {
  const files = unpack(bytes)
  const manifest = parse<Manifest>(files, manifestPath)
  if (manifest.format !== 'yanlu-evidence-pack' || manifest.version !== 1)
    throw new Refusal('这不是本程序能核对的核验包。', 'This is no evidence pack that this program can check.')
  const faults = checkManifest(files, manifest)
  const lines = <Row>(path: string) =>
    textOf(files, path)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row)
  return {
    faults,
    pack: {
      manifest,
      plan: parse(files, 'plan.json'),
      register: lines('register.jsonl'),
      comments: lines('comments.jsonl'),
      decisions: lines('decisions.jsonl'),
      dispositions: lines('dispositions.jsonl'),
      entries: lines('chain/entries.jsonl'),
      heads: lines('chain/heads.jsonl'),
      counts: parse(files, 'counts.json'),
    },
  }
}

type Files = Record<string, Uint8Array>

function unpack(bytes: Uint8Array): Files {
  try {
    return unzipSync(bytes)
  } catch {
    throw new Refusal(
      '文件无法解压，可能没有下载完整。',
      'The file cannot be unpacked; it may be incomplete.',
    )
  }
}

function textOf(files: Files, path: string): string {
  const bytes = files[path]
  if (!bytes) throw new Refusal(`核验包中没有 ${path}。`, `The pack has no ${path}.`)
  return text.decode(bytes)
}

function parse<Content>(files: Files, path: string): Content {
  try {
    return JSON.parse(textOf(files, path)) as Content
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${path} 无法读取。`, `${path} cannot be read.`)
  }
}

function checkManifest(files: Files, { files: listed }: Manifest): string[] {
  const known = new Set([manifestPath, ...listed.map(({ path }) => path)])
  const surplus = Object.keys(files).filter((path) => !known.has(path))
  return [
    ...surplus.map((path) => `${path}：清单中没有 / not in the manifest`),
    ...listed.flatMap(({ path, bytes, sha256 }) => {
      const found = files[path]
      if (!found) return [`${path}：缺失 / missing`]
      const isSame = found.length === bytes && createHash('sha256').update(found).digest('hex') === sha256
      return isSame ? [] : [`${path}：SHA-256 不符 / SHA-256 differs`]
    }),
  ]
}
