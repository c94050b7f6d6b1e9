import type { Decision } from '../worker/contract/words'

export interface ReasonSeed {
  /** Never changes; the wording may. */
  id: string
  decision: Decision
  /** What the desk calls it, in at most eight Chinese characters. */
  labelZh: string
  labelEn: string
  /** What the author reads. */
  zh: string
  en: string
  mayResubmit: boolean
  /** Nobody need look at it a second time. */
  isSpam: boolean
  /** The public log does not show the text. */
  isTextHidden: boolean
  sort: number
}

type Words = Pick<ReasonSeed, 'labelZh' | 'labelEn' | 'zh' | 'en'>

const rules: Record<Decision, Pick<ReasonSeed, 'mayResubmit' | 'isSpam' | 'isTextHidden'>> = {
  publish: { mayResubmit: false, isSpam: false, isTextHidden: false },
  redact: { mayResubmit: false, isSpam: false, isTextHidden: false },
  return: { mayResubmit: true, isSpam: false, isTextHidden: true },
  reject: { mayResubmit: true, isSpam: false, isTextHidden: true },
  restore: { mayResubmit: false, isSpam: false, isTextHidden: false },
  uphold: { mayResubmit: false, isSpam: false, isTextHidden: true },
}

/** The reasons of one decision, in the order in which they are offered. */
function reasonsTo(
  decision: Decision,
  listed: Record<string, Words & Partial<Pick<ReasonSeed, 'mayResubmit' | 'isSpam' | 'isTextHidden'>>>,
): ReasonSeed[] {
  return Object.entries(listed).map(([id, words], i) => ({
    id,
    decision,
    ...rules[decision],
    ...words,
    sort: i + 1,
  }))
}

/** What a moderator may choose from, in the words that the author reads. The first of a decision is its usual one. */
export const reasons: ReasonSeed[] = [
  ...reasonsTo('publish', {
    in_order: {
      labelZh: '符合要求',
      labelEn: 'Meets the requirements',
      zh: '您的意见符合征集要求，已审核通过。感谢您的参与。',
      en: 'Your comment meets the requirements of this consultation and has been accepted. Thank you for taking part.',
    },
    in_order_after_change: {
      labelZh: '修改后符合要求',
      labelEn: 'In order after change',
      zh: '您修改后的意见符合征集要求，已审核通过。感谢您的理解与配合。',
      en: 'Your revised comment meets the requirements of this consultation and has been accepted. Thank you for your patience.',
    },
  }),
  ...reasonsTo('redact', {
    passages_hidden: {
      labelZh: '隐去部分文字',
      labelEn: 'Parts hidden',
      zh: '您的意见已审核通过。其中个别文字涉及个人信息等不宜公开的内容，已作隐去处理，其余部分保持原文。感谢您的参与。',
      en: 'Your comment has been accepted. Some words that are not fit for publication, such as personal data, are hidden; the rest stands as you wrote it. Thank you for taking part.',
    },
  }),
  ...reasonsTo('return', {
    personal_data: {
      labelZh: '含个人信息',
      labelEn: 'Personal data',
      zh: '您的意见中含有手机号码、证件号码、住址等个人信息，公开后可能给您或他人带来不便。请删去这些内容后重新提交。',
      en: 'Your comment contains personal data such as a phone number, an identity number or an address, which could cause harm once public. Please remove it and submit again.',
    },
    unclear: {
      labelZh: '表述不清',
      labelEn: 'Unclear',
      zh: '您的意见表述不够完整，我们未能准确理解其中的主张。请写明针对的问题和您的具体建议后重新提交。',
      en: 'We could not be sure what your comment proposes. Please state the problem it addresses and what you suggest, and submit again.',
    },
    split_topics: {
      labelZh: '涉及多项措施',
      labelEn: 'Several measures',
      zh: '您的意见同时涉及多项措施。为便于有关处室分别研究答复，请在本条中只保留与这项措施有关的内容，其余内容请在相应措施下另行提交。',
      en: 'Your comment concerns several measures. So that each responsible office can answer, please keep here only what concerns this measure and submit the rest under the measures concerned.',
    },
    wrong_measure: {
      labelZh: '与措施不对应',
      labelEn: 'Wrong measure',
      zh: '您的意见与这项措施的关系不够明确，可能更适合其他措施。请在相应措施下另行提交，或者补充说明与这项措施的关系后重新提交。',
      en: 'It is not clear how your comment relates to this measure; another may suit it better. Please submit it there, or explain the connection and submit again here.',
    },
    unsupported_claim: {
      labelZh: '指称缺少依据',
      labelEn: 'Claim without grounds',
      zh: '您的意见中有对具体单位或个人的指称，但未说明依据。请补充可以核实的事实，或者改为不指名的表述后重新提交。',
      en: 'Your comment makes a claim about a named organisation or person without giving grounds. Please add facts that can be verified, or put it without names, and submit again.',
    },
    wording: {
      labelZh: '用语不当',
      labelEn: 'Wording',
      zh: '您的意见中有不适宜公开的用语。您的主张我们已经注意到，请调整有关措辞后重新提交。',
      en: 'Your comment contains wording that is not suitable for publication. We have noted your point; please rephrase and submit again.',
    },
  }),
  ...reasonsTo('reject', {
    off_topic: {
      labelZh: '与征集无关',
      labelEn: 'Off topic',
      zh: '您提交的内容与本次征集的工作安排无关，因此未予发布。欢迎您就各项措施提出意见。',
      en: 'What you submitted does not concern the work plan under consultation, so it was not published. You are welcome to comment on any of the measures.',
      isTextHidden: false,
    },
    individual_case: {
      labelZh: '个案投诉求助',
      labelEn: 'Individual case',
      zh: '您反映的是个别事项的投诉或者求助，不属于本次征集的范围，因此未予发布。请通过 12345 政务服务便民热线反映，以便承办单位及时处理。',
      en: 'You raise a complaint or request about an individual case, which this consultation cannot deal with, so it was not published. Please call the 12345 government service line, where the competent office can act on it.',
    },
    duplicate_submission: {
      labelZh: '重复提交',
      labelEn: 'Sent before',
      zh: '您已提交过内容相同的意见，本条不再重复发布。请以先前提交的意见的编号查询进展。',
      en: 'You have already submitted a comment with the same content, so this one was not published again. Please follow the earlier one by its number.',
      isSpam: true,
      isTextHidden: false,
    },
    advertising: {
      labelZh: '广告推介',
      labelEn: 'Advertising',
      zh: '您提交的内容以推介产品、服务或者招揽业务为主，因此未予发布。',
      en: 'What you submitted mainly promotes a product, a service or a business, so it was not published.',
      isSpam: true,
    },
    abuse: {
      labelZh: '辱骂攻击',
      labelEn: 'Abuse',
      zh: '您提交的内容含有侮辱、谩骂或者人身攻击，因此未予发布。我们欢迎批评意见，请以平和的方式表达。',
      en: 'What you submitted contains insults or personal attacks, so it was not published. Criticism is welcome; please put it in civil terms.',
    },
    others_personal_data: {
      labelZh: '涉他人隐私',
      labelEn: 'Privacy of others',
      zh: '您提交的内容主要涉及他人的个人信息或者隐私，无法通过删改后公开，因此未予发布。',
      en: 'What you submitted is mainly about the personal data or privacy of others and could not be published even with parts removed, so it was not published.',
    },
    confidential: {
      labelZh: '可能涉密',
      labelEn: 'Possibly confidential',
      zh: '您提交的内容可能涉及国家秘密、商业秘密或者其他不宜公开的信息，因此未予发布。请勿通过互联网提交涉密内容；确需反映的，请与有关主管部门联系。',
      en: 'What you submitted may contain state secrets, trade secrets or other information not fit for publication, so it was not published. Please do not submit classified content over the internet; if it must be raised, contact the competent authority.',
    },
    unlawful: {
      labelZh: '违法信息',
      labelEn: 'Unlawful',
      zh: '您提交的内容含有法律法规禁止发布的信息，因此未予发布。',
      en: 'What you submitted contains information that law or regulation forbids to publish, so it was not published.',
      mayResubmit: false,
    },
    threat: {
      labelZh: '威胁恐吓',
      labelEn: 'Threat',
      zh: '您提交的内容含有威胁、恐吓他人的言辞，因此未予发布，也不能修改后重新提交。',
      en: 'What you submitted threatens others, so it was not published and cannot be changed and submitted again.',
      mayResubmit: false,
    },
    impersonation: {
      labelZh: '冒用单位名义',
      labelEn: 'Impersonation',
      zh: '经核实，本条意见并非由所填写的单位提交，因此未予发布。',
      en: 'On inquiry, this comment was not submitted by the organisation named in it, so it was not published.',
      mayResubmit: false,
    },
    no_content: {
      labelZh: '无实质内容',
      labelEn: 'No content',
      zh: '您提交的内容为测试文字或者无法辨认，因此未予发布。欢迎您重新提出意见。',
      en: 'What you submitted was test text or could not be made out, so it was not published. You are welcome to comment anew.',
      isSpam: true,
    },
  }),
  ...reasonsTo('restore', {
    restored_on_review: {
      labelZh: '重新审阅后恢复',
      labelEn: 'Restored on review',
      zh: '经重新审阅，您的意见符合征集要求，原决定已经更正，意见予以恢复。',
      en: 'On looking at it again we find that your comment meets the requirements of this consultation. The earlier decision has been corrected and your comment restored.',
    },
  }),
  ...reasonsTo('uphold', {
    decision_upheld: {
      labelZh: '维持原决定',
      labelEn: 'Decision upheld',
      zh: '您的申诉已由未经手的审核员重新审阅，原决定维持不变，理由见补充说明。',
      en: 'A moderator who had not dealt with your comment looked at your appeal. The decision stands, for the reasons given in the note.',
    },
  }),
]
