import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import type { SpentProof } from './check-proof'
import { minimumThoughtMs, proofLifetimeMs } from './rules'
import { sign } from './sign'

export interface SumQuestion {
  left: number
  right: number
  token: string
}

/** A sum to answer where scripts do not run; the token is signed, dated and good for one comment. */
export async function createQuestion(ctx: ServiceContext): Promise<SumQuestion> {
  const [left = 0, right = 0, ...nonce] = ctx.random(8)
  const sum = { left: (left % 8) + 2, right: (right % 8) + 2 }
  const facts = [sum.left, sum.right, ctx.now.getTime(), nonce.join('')].join('.')
  return { ...sum, token: `${facts}.${await sign(ctx.keyFor('question'), facts)}` }
}

/** Throws `proof_invalid` for a forged or late answer and a hasty right one, `proof_wrong` for one that is wrong. */
export async function checkAnswer(
  ctx: ServiceContext,
  { questionToken, answer }: { questionToken: string; answer: string },
): Promise<SpentProof> {
  const [left, right, askedAt, nonce, signature] = questionToken.split('.')
  const age = ctx.now.getTime() - Number(askedAt)
  const isSigned = signature === (await sign(ctx.keyFor('question'), [left, right, askedAt, nonce].join('.')))
  if (!signature || !isSigned || age > proofLifetimeMs) throw new AppError('proof_invalid')
  if (readNumber(answer) !== Number(left) + Number(right)) throw new AppError('proof_wrong')
  if (age < minimumThoughtMs) throw new AppError('proof_invalid')
  return { signature, expiresAt: new Date(Number(askedAt) + 2 * proofLifetimeMs) }
}

const digits = '零一二三四五六七八九'

/** 12, １２ and 十二 are the same answer. */
function readNumber(text: string): number {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{1,3}$/.test(plain)) return Number(plain)
  const chinese = /^(?:([一二]?)十)?([零一二三四五六七八九]?)$/.exec(plain)
  if (!chinese || plain === '') return Number.NaN
  const tens = plain.includes('十') ? (chinese[1] ? digits.indexOf(chinese[1]) : 1) : 0
  return tens * 10 + (chinese[2] ? digits.indexOf(chinese[2]) : 0)
}
