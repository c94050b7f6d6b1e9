import { type SignalKind, signalKinds } from '../../../../worker/contract/words'

/**
 * A comment with what a careful reader would mark in it, `‹phone|138 0000 0000›`; behind it what is about the whole. `by` is the
 * name of the organisation that sent it. All numbers, people and firms are invented.
 */
export interface Labelled {
  text: string
  whole?: SignalKind[]
  by?: string
}

export interface Expected {
  kind: SignalKind
  start: number | null
  end: number | null
}

export const said = (text: string, ...whole: SignalKind[]): Labelled => ({ text, whole })
export const saidBy = (by: string, text: string, ...whole: SignalKind[]): Labelled => ({ text, whole, by })

const mark = /‹(\w+)\|([^›]*)›/g

/** The comment as it was sent, and what is to be found in it. */
export function readLabelled({ text, whole = [], by }: Labelled): {
  body: string
  ownName: string | null
  expected: Expected[]
} {
  const expected: Expected[] = []
  let body = ''
  let done = 0
  for (const { index, 0: all, 1: kind, 2: words = '' } of text.matchAll(mark)) {
    body += text.slice(done, index)
    expected.push({ kind: kindOf(kind), start: body.length, end: body.length + words.length })
    body += words
    done = index + all.length
  }
  body += text.slice(done)
  if (/[‹›]/.test(body)) throw new Error(`badly marked: ${text.slice(0, 40)}`)
  return {
    body,
    ownName: by ?? null,
    expected: [...expected, ...whole.map((kind) => ({ kind, start: null, end: null }))],
  }
}

function kindOf(name: string | undefined): SignalKind {
  const kind = signalKinds.find((each) => each === name)
  if (!kind) throw new Error(`no such signal: ${name}`)
  return kind
}
