/** Columns that sound like personal data and are none, or are kept whatever becomes of a person: each with its reason. */
export const keptWithReason: readonly { columns: readonly string[]; reason: string }[] = [
  {
    columns: [
      ...['clauses.text', 'clause_changes.text', 'targets.quote', 'baselines.quote', 'review_sections.text'],
      ...['comments.quote', 'consultation_drafts.content', 'plan_revisions.note'],
    ],
    reason: '征集文件及其修改的文字，不涉及个人。',
  },
  {
    columns: ['enterprises.name', 'enterprises.uscc', 'comments.uscc'],
    reason: '单位的名称和代码，不是个人信息。',
  },
  {
    columns: ['verification_steps.document', 'verification_steps.note'],
    reason: '单位核验的依据和说明，依法须留存备查。',
  },
  {
    columns: [
      ...['response_versions.text', 'response_steps.note', 'response_releases.note'],
      ...['standard_text_versions.text', 'codebooks.note', 'codebook_entries.name'],
    ],
    reason: '主管部门工作人员的办理文字。',
  },
  {
    columns: ['units.name', 'units.name_en'],
    reason: '处室的名称。',
  },
  {
    columns: ['privacy_notices.content'],
    reason: '隐私告知的文字。',
  },
]
