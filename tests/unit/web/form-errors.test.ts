import { expect, it } from 'vitest'
import { commentFormLabels, summarizeErrors } from '../../../web/lib/form-errors'
import { formWords } from '../../../web/locales/form'

it('the error summary reads in the order of the form, with the names of its fields', () => {
  const summary = summarizeErrors(
    { publish: '请选择是否同意公开。', uscc: '校验位不符。', body: '请填写此项。' },
    commentFormLabels(formWords.zh),
  )
  expect(summary.map(({ field, label }) => [field, label])).toEqual([
    ['body', '具体意见'],
    ['uscc', '统一社会信用代码'],
    ['publish', '是否同意公开这条意见'],
  ])
})

it('an error of a field that the form does not ask for comes last, without a name', () => {
  const summary = summarizeErrors(
    { parentId: '要回复的意见不存在或尚未公开。', contact: '请填写有效的手机号。' },
    commentFormLabels(formWords.zh),
  )
  expect(summary.at(-1)).toEqual({
    field: 'parentId',
    label: '',
    sentence: '要回复的意见不存在或尚未公开。',
  })
})
