import { expect, it } from 'vitest'
import { scanOf, stamp } from '../support/make-stamped'
import { makeResponse, newEntry, sendResponse } from '../support/make-submission'
import { stageStampedResponses } from '../support/stamped-response'

const { app, stage, version, send, list, settle, publish } = await stageStampedResponses()

const download = async (file: string) =>
  (await app.get(`/api/staff/exports/${file}`, { as: stage.staff })).text()

it('a confirmed paper of a comment wins over a later one of its response, as the dictionary says', async () => {
  const { version: seen } = await makeResponse(app, stage.firm, 'in_approval', [newEntry()])
  const [comment] = (await sendResponse(app, stage.firm, seen)).comments
  if (!comment) throw new RangeError('a response has a comment')
  const { publicId } = comment
  const queryCode = comment.queryCode ?? ''
  await publish(publicId)
  const stateOf = async () =>
    (await download('comments.csv'))
      .split('\r\n')
      .find((line) => line.includes(publicId))
      ?.match(/待确认|已盖章确认|已退回|对应较早文本/)?.[0]
  const decide = async (of: string, decision: object) => {
    const scan = scanOf(await list(), of)
    expect((await settle(scan?.id ?? 0, decision)).status).toBe(200)
  }

  await stamp(app, { publicId, queryCode })
  expect(await stateOf()).toBe('待确认')
  await decide(publicId, { act: 'refuse', refusal: 'no_seal', note: '' })
  await stamp(app, { publicId, queryCode })
  await decide(publicId, { act: 'confirm' })
  const response = await version()
  expect((await send(`${response.publicId} · 1`)).status).toBe(303)
  expect(await stateOf()).toBe('已盖章确认')
  await decide(response.publicId, { act: 'refuse', refusal: 'incomplete', note: '' })
  expect(await stateOf()).toBe('已盖章确认')

  const meaning = (await download('dictionary.csv')).split('\r\n').find((line) => line.includes('盖章件（'))
  expect(meaning).toContain('已有确认的，列“已盖章确认”；否则为最近一份的状态')
  expect(meaning).toContain('is confirmed; otherwise the state of the last one')
})
