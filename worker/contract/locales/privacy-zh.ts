import type { DataReader, PersonalDataKey } from '../privacy'

interface DataWords {
  what: string
  purpose: string
  /** With the numbers of the retention table. */
  period: (...numbers: number[]) => string
}

/** The privacy notice, and the lines beside the fields: both of the same words. */
export const privacyZh = {
  lead: (contactMonths: number) =>
    `您的个人信息由发布征集的主管部门处理，不向第三方提供。只用于审核、办理和答复您的意见，以及您选择的联系、关注和账号。联系方式在征集截止后 ${contactMonths} 个月删除，意见作为档案保存，您随时可以要求删除其中的内容。`,
  before: [
    {
      heading: '谁处理您的个人信息',
      paragraphs: [
        '个人信息处理者是发布征集的主管部门，名称见各次征集的首页。个人信息存储在境内，不向境外提供。',
        '单位的名称和统一社会信用代码不是个人信息，单位联系人的姓名和联系方式是个人信息。',
      ],
    },
    {
      heading: '处理的依据和方式',
      paragraphs: [
        '主管部门为履行公开征求意见的法定职责处理意见本身；联系方式、公开姓名、邮件关注和账号，都以您的同意为依据，您可以不提供，不影响提意见。',
        '系统会自动提示意见中可能含有的个人信息、相似内容和需要留意的词语，只供审核员参考，不据此自动作出决定，也不用于对个人画像。',
        '本站只使用登录、查询回执、语言和字号所必需的 Cookie，不使用统计、广告等第三方工具。',
      ],
    },
  ],
  tableHeading: '处理哪些个人信息，保存多久',
  after: [
    {
      heading: '您的权利',
      paragraphs: [
        '查阅、复制：凭编号和查询码，在回执页查看或者下载本条意见的全部个人信息；有账号的，在“我的账号”查看或者下载。',
        '更正：审核开始前，在回执页修改意见；姓名、单位联系人可以随时在账号中更正。',
        '撤回同意：意见审核通过之前，在回执页撤回意见；通过之后不能撤回，可以在回执页申请删除其中的内容，已公开的随即不再显示。在任何一封关注邮件中退订。撤回前已经进行的处理仍然有效。',
        '删除：在回执页或者“我的账号”申请删除，页面会列明删除什么、依法须保留什么。到期的，由系统按下列期限自动删除。',
        '投诉：对个人信息的处理有异议的，可以向主管部门反映，也可以向履行个人信息保护职责的部门投诉、举报。',
      ],
    },
    {
      heading: '告知的变更',
      paragraphs: [
        '告知变更时发布新的一版，并说明改了什么。先前各版一直可以查阅；您提交时适用哪一版，回执上有记载。有账号的，下次登录时会看到提示。',
      ],
    },
  ],
  additionHeading: '补充说明',
  readers: {
    everybody: '任何人',
    everybody_published: '任何人（只限已公开的意见）',
    everybody_masked: '任何人（已公开的意见，未经同意只显示首字）',
    self: '本人',
    colleagues: '同单位的成员',
    moderators: '审核员',
    senior_moderators: '高级审核员（逐次留痕）',
    staff: '主管部门办理人员',
    nobody: '系统（无人查阅）',
  } satisfies Record<DataReader, string>,
  readersJoin: '、',
  data: {
    contact: {
      what: '联系方式（手机号、固定电话或者邮箱，选填）',
      purpose: '主管部门办理本条意见时与您联系',
      period: (months) => `征集截止后 ${months} 个月，届时自动删除`,
    },
    displayName: {
      what: '个人的显示名（选填，可用化名）',
      purpose: '为意见署名；未经您另行同意，公开时只显示首字',
      period: () => '随意见保存，可申请删除',
    },
    opinion: {
      what: '意见和附带的修改文本',
      purpose: '审核、办理和答复意见，公布采纳情况',
      period: () => '作为本次征集的档案保存，可申请删除',
    },
    earlierTexts: {
      what: '申诉，历次修改前的文本，目标值看法的依据',
      purpose: '办理申诉，核对改了什么，研究目标值',
      period: () => '作为本次征集的档案保存，可申请删除',
    },
    original: {
      what: '意见中被隐去的文字的原文，供比较相似的文本',
      purpose: '复核隐去是否恰当，找出高度相似的意见',
      period: (months) => `征集截止后 ${months} 个月，届时自动删除`,
    },
    note: {
      what: '审核、办理中就意见写下的说明和备注',
      purpose: '说明决定的理由，供办理人员了解经过',
      period: () => '随意见保存；意见内容删除的，一并删除',
    },
    attachment: {
      what: '附件、保密附件及其公开摘要、盖章件',
      purpose: '主管部门核实意见和单位',
      period: (hours) =>
        `随意见保存，撤回意见即删除；上传后没有提交、也没有存入单位意见稿的，${hours} 小时后自动删除`,
    },
    follow: {
      what: '关注用的邮箱',
      purpose: '发送您关注的内容，不与意见对应',
      period: (pending, result, closing) =>
        `未确认的 ${pending} 天，已确认的至采纳情况公布后 ${result} 天，最迟至征集截止后 ${closing} 天；退订即删除`,
    },
    account: {
      what: '账号的邮箱、密码的校验值',
      purpose: '登录、接收通知',
      period: () => '账号存续期间，注销即删除',
    },
    accountName: {
      what: '账号的姓名',
      purpose: '供同单位的同事和主管部门辨认',
      period: () => '账号存续期间，注销即删除',
    },
    session: {
      what: '登录状态，含登录时的网络地址和浏览器名称',
      purpose: '保持登录，供本人辨认在哪些设备上登录',
      period: (hours) => `不再使用后 ${hours} 小时失效，次日删除`,
    },
    unusedAccount: {
      what: '长期不用的参与人账号',
      purpose: '不再需要的，不再保存',
      period: (months, days) => `连续 ${months} 个月未登录的，注销；能以邮件告知的，提前 ${days} 天告知`,
    },
    enterpriseContact: {
      what: '单位联系人的姓名和联系方式',
      purpose: '主管部门核验单位、核实意见时联系',
      period: () => '单位账号存续期间，可随时更正；单位再无成员的，次日删除',
    },
    joining: {
      what: '加入单位的申请，单位被他人占用的申诉',
      purpose: '由单位负责人或者主管部门决定',
      period: (months) => `申请办结后 ${months} 个月；申诉随账号保存，注销即删除`,
    },
    link: {
      what: '邀请和邮件链接，含受邀人的邮箱',
      purpose: '请同事加入，确认邮箱，重设密码',
      period: (days) => `使用或者过期后，次日删除；对工作人员的邀请，过期后 ${days} 天删除`,
    },
    draft: {
      what: '单位起草而没有报送的意见及其附件',
      purpose: '供本单位起草和审批，主管部门看不到',
      period: (months) => `征集截止后 ${months} 个月，届时自动删除`,
    },
    support: {
      what: '对已公开意见表示同感的记录',
      purpose: '同一主体只计一次',
      period: () => '账号存续期间，征集截止前可随时取消',
    },
    mail: {
      what: '邮件的发送记录（不含正文）',
      purpose: '防止漏发、重发',
      period: (days) => `发送后 ${days} 天`,
    },
    source: {
      what: '网络地址的校验值',
      purpose: '防止程序成批提交、成批上传',
      period: () => '次日删除，不保存网络地址本身',
    },
    offline: {
      what: '来信、来电、座谈会意见的登记编号和署名',
      purpose: '与网上意见一并办理，便于核对原件',
      period: () => '作为本次征集的档案保存',
    },
  } satisfies Record<PersonalDataKey, DataWords> as Record<PersonalDataKey, DataWords>,
  contactMayDiffer: '（各次征集另有规定的，以提意见的表单所示为准）',
  beside: (purpose: string, period: string) => `处理目的：${purpose}。保存期限：${period}。`,
  first: '首次发布。',
  changedWithSite: '本站功能有变动，处理的个人信息、目的或者保存期限随之调整，详见正文。',
}
export type PrivacyWords = typeof privacyZh
