/** Where comments are public at once and read by a moderator afterwards. */
export const publishedFirstZh = {
  rule: '先发后审：意见提交后立即公开，随后由工作人员审核。',
  publishHint:
    '提交后立即公开，随后由工作人员审核；含有个人信息或需要留意的词语的，先审核再公开。两种选择都会送交主管部门。',
  publishYesHint: '提交后立即公开，任何人都能看到内容和署名',
  preview: '提交后立即公开，随后由工作人员审核。含有个人信息或需要留意的词语的，先审核再公开。',
  previewHeading: '提交后，公众会看到',
  publicYes: (name: string) =>
    `发送后立即以“${name}”的名义逐条公开，随后由工作人员审核：单位名称、类别、是否已核验、态度、意见全文，以及保密附件的公开摘要；附有保密附件、含有个人信息或需要留意的词语的，先审核再公开。附件只公开份数。对目标值的看法供统计和办理使用，不随意见公开。保密附件、统一社会信用代码、起草和审批人员、各版经过不公开。`,
  mark: '待审核',
  markHint: '提交后先行公开，工作人员尚未审核',
  state: '已在网站上公开，随后由工作人员审核。',
  held: '文字中有需要先核对的内容（如个人信息），由工作人员先审核，通过后公开。',
  nextSteps: (days: number, day: string) => [
    `您的意见已经公开。随后由审核员按提交先后逐条审阅，${days} 个工作日内完成，最迟 ${day}。`,
    '审核通过的保持公开；需要隐去个人信息、修改或不予发布的，都会写明理由。',
    '您可凭编号和查询码，随时在“查询回执”页查看。',
  ],
  promise: (days: number) =>
    `先发后审：同意公开的意见提交后立即公开，标明“待审核”；含有个人信息或需要留意的词语的，先审核再公开。我们承诺在收到之后的 ${days} 个工作日内逐条审核；工作日按国家公布的放假和调休安排计算。`,
}

export type PublishedFirstWords = typeof publishedFirstZh
