/** What the printed form and the pages around it say. */
export const stampedZh = {
  title: '意见反馈表',
  offerHeading: '盖章件',
  offer: '打印意见反馈表',
  offerLead: '意见反馈表由您在线提交的文本生成，打印后签字、加盖公章，可作为书面件提交。',
  offerLeadWhole:
    '意见反馈表由这一版的全部意见生成，打印后签字、加盖一次公章，可作为书面件提交。确认后，其中每条意见都标为已盖章确认。',
  upload: '上传盖章件',
  uploadLead:
    '盖章后请逐页扫描或者拍照，合成一个文件上传，由工作人员核对。征集截止后仍可上传，至征集结果公布为止。',
  replace: '重新上传',
  replaceLead: '已上传的盖章件尚未核对，重新上传的将取代它。',
  code: '表上的编号和版次',
  codeHint: (code: string) => `请照盖章的纸面填写。现行文本为 ${code}。`,
  file: '盖章件',
  fileHint: 'PDF、JPG、PNG，不超过 20 MB。只供主管部门核对，不公开。',
  send: '上传',
  uploadedAt: (moment: string) => `${moment} 上传`,
  decidedAt: (moment: string) => `${moment} 核对`,
  scanOf: (revision: number) => `第 ${revision} 版`,
  earlier: '此后已有新的一版。需要时请打印现行的一版，盖章后重新上传。',
  confirmedWhole: '这条意见已随单位正式意见的盖章件一并确认，不必另行盖章。',
  noWhole:
    '这一版中有意见需要修改、未通过审核、有文字已隐去，或者由原来的成员发出，不能整份打印盖章。各条意见凭各自的回执仍能打印反馈表的，可以分别盖章。',
  lead: '请用 A4 纸打印，手写联系人和联系方式，签字并加盖单位公章。文本如再修改，须重新打印。',
  leadWhole:
    '请用 A4 纸打印，手写联系人和联系方式，签字并加盖单位公章；有多页的，请加盖骑缝章。再次发出后，须重新打印。',
  back: '返回回执',
  recipe: '校验值如何计算',
  recipeBody:
    '校验值是下列文本（UTF-8 编码，一行，不含换行）的 SHA-256，任何人都可以重新计算：依次为格式版本、意见编号、版次、措施、条款、态度、目标值看法（按目标值编号排序，有依据的连同依据）和意见内容；建议改动条款的，最后还有建议改为的文字。',
  recipeWhole:
    '校验值是下列存证文本（UTF-8 编码，一行，不含换行）的 SHA-256，任何人都可以重新计算。存证文本在发出时封存，含附件的名称、大小和校验值，不含附件内容。',
  verify: {
    title: '核验意见反馈表',
    lead: '扫描表上的二维码，或者填写表上的编号、版次和校验值，核对纸面文本与本站收到的文本是否一致。本页不显示意见内容。',
    id: '编号',
    idHint: '例如 GX21-7F3K-92QX。',
    revision: '版次',
    revisionHint: '编号后的数字，例如 1。',
    hash: '校验值',
    hashHint: '表下方 SHA-256 的前 16 位即可，多填也行。',
    send: '核验',
    results: { same: '一致', earlier: '与较早版次一致', different: '不一致', unknown: '无法核验' },
    explained: {
      same: '表上的校验值与本站收到的文本一致，该文本是现行版次。',
      earlier: '表上的校验值与本站收到的较早版次一致。此后已有新的一版，以新的一版为准。',
      different: '本站没有收到与此编号、版次和校验值相符的单位意见。请核对是否填写有误。',
      unknown: '这一版次有文字已隐去，或者提交较早、未留存全部数据，无法核验。',
    },
    compare: '请再核对纸面：表下方印的校验值须以上列字符开头，表中文字没有涂改。',
  },
}

export type StampedWords = typeof stampedZh
