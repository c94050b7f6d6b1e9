/** What the pages say on taking away and deleting one's own data. */
export const ownDataZh = {
  heading: '您的数据',
  leadOfResponse: '可以随时下载系统保存的这条意见的全部数据。',
  lead: '可以随时下载系统保存的这条意见的全部数据，也可以随时要求删除内容。',
  leadErased: '内容已经删除。可以下载系统仍保存的数据。',
  download: '下载我的数据',
  erase: '删除这条意见的内容',
  /** In a thread, in its place. */
  inThread: '〔提交人已删除这条意见的内容〕',
  state: '内容已删除',
  stateHint: (day: string) => `内容已于${day}应您的要求删除，不能恢复。以下是依规定保留的记录。`,
  eraseTitle: '删除意见内容',
  eraseLead: '删除后不能恢复。请先看清哪些会删除、哪些会保留；需要留底的，请先下载。',
  goes: '将会删除',
  goesItems: (isIndividual: boolean): string[] => [
    '意见正文、修改以前的各次文字和被隐去的原文，对条款修改的建议',
    isIndividual ? '署名、联系方式，所填的规模、行业和城市' : '联系方式',
    '申诉理由，审核员、工作人员写下的说明',
    '附件、盖章件、保密附件及其公开摘要，连同文件本身',
    '等待发送的邮件；搜索索引和归类建议中的文字',
  ],
  stays: '必须保留',
  staysItems: (isIndividual: boolean): { what: string; why: string }[] => [
    {
      what: '编号、针对的措施、提交和办理的时间、态度和对目标值的看法',
      why: '收到多少、如何处理的数字要前后一致，任何人可以核对。',
    },
    ...(isIndividual
      ? [{ what: '参与人类型“个人”', why: '统计按类型合计，不涉及您是谁。' }]
      : [
          { what: '单位名称和统一社会信用代码', why: '意见以单位名义提出；单位名称不是个人信息。' },
          { what: '单位的规模、行业和城市', why: '统计要前后一致；不是个人信息。' },
          { what: '保密附件的查阅记录', why: '谁在何时为何查阅过，应当可以追查。' },
        ]),
    {
      what: '审核决定和理由类别、采纳情况、主管部门的答复',
      why: '这是主管部门依职责作出的决定，依法留存备查。',
    },
    { what: '公开存证中的摘要', why: '摘要用来证明记录没有被改动，由它不能得知您写了什么。' },
  ],
  inPublic: {
    published:
      '已公开的意见：有回复的，原处显示“提交人已删除这条意见的内容”；没有回复的，不再列出。采纳情况表保留这一行，注明内容已删除。',
    pending: '尚未作出最终决定，删除后按撤回计。',
  },
  byResponse: '这条意见是单位正式意见的一部分，不能单独删除。',
  byResponseHow:
    '正式意见由单位审批后一并报送，代表单位的意见。要去掉它，请由本单位的审批人在意见稿页面重开，删去这一条后重新报送；征集截止后不能再改。',
  confirm: '我已看清，确认删除。删除后不能恢复。',
  eraseSend: '删除内容',
  back: '返回回执',
  accountTitle: '注销账号',
  accountHeading: '您的数据',
  accountText: '可以下载系统保存的账号数据，也可以注销账号。',
  accountErase: '注销账号',
  accountLead: '注销后不能恢复，也不能再用这个账号登录。',
  accountGoes: [
    '姓名、邮箱、密码、登录记录',
    '您与单位的成员关系、加入申请，发出的邀请',
    '您个人表示的同感；这个邮箱的邮件关注',
    '等待发送的邮件，上传后没有提交的文件',
    '您提出的占用申诉及其材料',
  ],
  accountStays: [
    { what: '以单位名义报送的正式意见', why: '属于单位，不随个人离开而变动；报送人显示为“已注销账号”。' },
    { what: '单位核验的经过', why: '是主管部门作出决定的依据，依法留存；办理人显示为“已注销账号”。' },
    { what: '以单位名义表示的同感', why: '属于单位，一个单位只计一次。' },
    { what: '操作记录中的时间和事项', why: '用于防止篡改；其中只有编号，没有姓名。' },
  ],
  comments: '用回执提交的意见不与账号相连，不随账号删除。请凭编号和查询码，在回执页面逐条删除。',
  alone: (name: string) =>
    `您是“${name}”唯一的成员。单位已报送的正式意见保留，联系人和没有报送的意见稿随账号删除。`,
  handOver: (name: string) =>
    `您是“${name}”唯一的负责人，单位还有其他成员。请先把负责人交给一位同事，再注销账号。`,
  toEnterprise: '前往本单位',
  password: '您的密码',
  passwordHint: '再输入一次，以确认是您本人。',
  fresh: '您用省统一身份认证登录，没有密码。登录 15 分钟之内可以注销；超过的，请退出后重新登录。',
  accountConfirm: '我已看清，确认注销。注销后不能恢复。',
  accountSend: '注销账号',
  accountBack: '返回我的账号',
}

export type OwnDataWords = typeof ownDataZh
