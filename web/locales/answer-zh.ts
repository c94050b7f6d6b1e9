/** What stands around the department's answers. */
export const answerZh = {
  label: '主管部门答复',
  ofMeasure: '对这项措施的答复',
  number: (number: number) => `第 ${number} 版`,
  earlier: (count: number) => `以前公开的 ${count} 版答复`,
  until: (from: string, to: string) => `${from}至 ${to}`,
  same: '与这里的另一条意见答复相同：',
  seeSame: '查看答复',
  heading: '答复',
  whole: '全文',
}

export type AnswerWords = typeof answerZh
