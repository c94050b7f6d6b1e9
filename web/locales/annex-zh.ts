/** What the public pages say of a confidential annex. */
export const annexZh = {
  heading: '保密附件',
  add: '添加保密附件',
  lead: '涉及商业秘密的材料可以作为保密附件提交一份。文件加密保存，只有主管部门指定的人员可以查阅，每次查阅都写明事由，并在回执页告知您。',
  file: '文件',
  fileHint: 'PDF、DOCX、XLSX、JPG、PNG，不超过 20 MB。',
  summary: '公开摘要',
  summaryHint: '必填。摘要随意见审核、公开，让他人知道附件说的是什么，请勿写入秘密。',
  send: '加密上传',
  openings: '查阅记录',
  unopened: '还没有人查阅。',
  department: '主管部门',
  gone: '这份附件已经删除。',
  shown: '保密附件摘要',
}

export type AnnexWords = typeof annexZh
