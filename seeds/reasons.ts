import type { Decision } from '../worker/contract/words'

export interface ReasonRow {
  /** Never changes; the wording may. */
  id: string
  decision: Decision
  zh: string
  en: string
  mayResubmit: boolean
  sort: number
}

const publish = (sort: number, id: string, zh: string, en: string): ReasonRow => ({
  id,
  decision: 'publish',
  zh,
  en,
  mayResubmit: false,
  sort,
})

const sendBack = (sort: number, id: string, zh: string, en: string): ReasonRow => ({
  id,
  decision: 'return',
  zh,
  en,
  mayResubmit: true,
  sort,
})

const reject = (sort: number, id: string, zh: string, en: string): ReasonRow => ({
  id,
  decision: 'reject',
  zh,
  en,
  mayResubmit: false,
  sort,
})

/** What a moderator may choose from, in the words that the author reads. The first of a decision is its usual one. */
export const reasons: ReasonRow[] = [
  publish(
    1,
    'in_order',
    '您的意见符合征集要求，已审核通过。感谢您的参与。',
    'Your comment meets the requirements of this consultation and has been accepted. Thank you for taking part.',
  ),
  publish(
    2,
    'in_order_after_change',
    '您修改后的意见符合征集要求，已审核通过。感谢您的理解与配合。',
    'Your revised comment meets the requirements of this consultation and has been accepted. Thank you for your patience.',
  ),
  sendBack(
    1,
    'personal_data',
    '您的意见中含有手机号码、证件号码、住址等个人信息，公开后可能给您或他人带来不便。请删去这些内容后重新提交。',
    'Your comment contains personal data such as a phone number, an identity number or an address, which could cause harm once public. Please remove it and submit again.',
  ),
  sendBack(
    2,
    'unclear',
    '您的意见表述不够完整，我们未能准确理解其中的主张。请写明针对的问题和您的具体建议后重新提交。',
    'We could not be sure what your comment proposes. Please state the problem it addresses and what you suggest, and submit again.',
  ),
  sendBack(
    3,
    'split_topics',
    '您的意见同时涉及多项措施。为便于有关处室分别研究答复，请在本条中只保留与这项措施有关的内容，其余内容请在相应措施下另行提交。',
    'Your comment concerns several measures. So that each responsible office can answer, please keep here only what concerns this measure and submit the rest under the measures concerned.',
  ),
  sendBack(
    4,
    'wrong_measure',
    '您的意见与这项措施的关系不够明确，可能更适合其他措施。请在相应措施下另行提交，或者补充说明与这项措施的关系后重新提交。',
    'It is not clear how your comment relates to this measure; another may suit it better. Please submit it there, or explain the connection and submit again here.',
  ),
  sendBack(
    5,
    'unsupported_claim',
    '您的意见中有对具体单位或个人的指称，但未说明依据。请补充可以核实的事实，或者改为不指名的表述后重新提交。',
    'Your comment makes a claim about a named organisation or person without giving grounds. Please add facts that can be verified, or put it without names, and submit again.',
  ),
  sendBack(
    6,
    'wording',
    '您的意见中有不适宜公开的用语。您的主张我们已经注意到，请调整有关措辞后重新提交。',
    'Your comment contains wording that is not suitable for publication. We have noted your point; please rephrase and submit again.',
  ),
  reject(
    1,
    'off_topic',
    '您提交的内容与本次征集的工作安排无关，因此未予发布。欢迎您就各项措施提出意见。',
    'What you submitted does not concern the work plan under consultation, so it was not published. You are welcome to comment on any of the measures.',
  ),
  reject(
    2,
    'individual_case',
    '您反映的是个别事项的投诉或者求助，不属于本次征集的范围，因此未予发布。请通过 12345 政务服务便民热线反映，以便承办单位及时处理。',
    'You raise a complaint or request about an individual case, which this consultation cannot deal with, so it was not published. Please call the 12345 government service line, where the competent office can act on it.',
  ),
  reject(
    3,
    'duplicate_submission',
    '您已提交过内容相同的意见，本条不再重复发布。请以先前提交的意见的编号查询进展。',
    'You have already submitted a comment with the same content, so this one was not published again. Please follow the earlier one by its number.',
  ),
  reject(
    4,
    'advertising',
    '您提交的内容以推介产品、服务或者招揽业务为主，因此未予发布。',
    'What you submitted mainly promotes a product, a service or a business, so it was not published.',
  ),
  reject(
    5,
    'abuse',
    '您提交的内容含有侮辱、谩骂或者人身攻击，因此未予发布。我们欢迎批评意见，请以平和的方式表达。',
    'What you submitted contains insults or personal attacks, so it was not published. Criticism is welcome; please put it in civil terms.',
  ),
  reject(
    6,
    'others_personal_data',
    '您提交的内容主要涉及他人的个人信息或者隐私，无法通过删改后公开，因此未予发布。',
    'What you submitted is mainly about the personal data or privacy of others and could not be published even with parts removed, so it was not published.',
  ),
  reject(
    7,
    'confidential',
    '您提交的内容可能涉及国家秘密、商业秘密或者其他不宜公开的信息，因此未予发布。请勿通过互联网提交涉密内容；确需反映的，请与有关主管部门联系。',
    'What you submitted may contain state secrets, trade secrets or other information not fit for publication, so it was not published. Please do not submit classified content over the internet; if it must be raised, contact the competent authority.',
  ),
  reject(
    8,
    'unlawful',
    '您提交的内容含有法律法规禁止发布的信息，因此未予发布。',
    'What you submitted contains information that law or regulation forbids to publish, so it was not published.',
  ),
  reject(
    9,
    'impersonation',
    '经核实，本条意见并非由所填写的单位提交，因此未予发布。',
    'On inquiry, this comment was not submitted by the organisation named in it, so it was not published.',
  ),
  reject(
    10,
    'no_content',
    '您提交的内容为测试文字或者无法辨认，因此未予发布。欢迎您重新提出意见。',
    'What you submitted was test text or could not be made out, so it was not published. You are welcome to comment anew.',
  ),
]
