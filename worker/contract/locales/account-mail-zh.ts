import type { EnterprisePart } from '../words'

/** What the mails to participants about their accounts say. */
export const accountMailZh = {
  greeting: (name: string) => (name ? `${name}，您好：` : '您好：'),
  confirm: {
    subject: '请确认您在言路的邮箱',
    text: (until: string) =>
      `有人用这个邮箱在言路注册了账号。如果是您本人，请打开下面的链接，按“确认邮箱”，然后登录。链接在北京时间 ${until} 前有效。`,
    ignore: '如果不是您本人，不必理会，账号不会启用。',
  },
  password: {
    subject: '设置言路的新密码',
    text: (until: string) => `请打开下面的链接设置新密码，北京时间 ${until} 前有效，只能用一次。`,
    ignore: '如果不是您本人提出的，不必理会，密码不会改变。',
  },
  known: {
    subject: '您在言路已有账号',
    text: '有人用这个邮箱在言路注册，但您已有账号，没有另建。忘记密码的，可以在登录页设置新密码。',
    ignore: '如果不是您本人，不必理会。',
  },
  invitation: {
    subject: (enterprise: string) => `邀请您加入“${enterprise}”`,
    text: (by: string, enterprise: string, part: EnterprisePart) =>
      `${by}邀请您在言路加入“${enterprise}”，担任${{ owner: '负责人', drafter: '起草人', approver: '审批人' }[part]}。打开下面的链接、登录后即可加入，7 天内有效。`,
    ignore: '如果您不认识邀请人，请不要打开链接。',
  },
  joinAsked: {
    subject: (enterprise: string) => `有人申请加入“${enterprise}”`,
    text: (who: string, enterprise: string) =>
      `${who}申请加入“${enterprise}”。请核实是否为本单位同事，再决定是否同意。`,
  },
  joinSettled: {
    subject: (enterprise: string, isAccepted: boolean) =>
      isAccepted ? `您已加入“${enterprise}”` : `“${enterprise}”没有同意您的加入申请`,
    text: (enterprise: string, isAccepted: boolean) =>
      isAccepted
        ? `“${enterprise}”的负责人同意了您的加入申请。`
        : `“${enterprise}”的负责人没有同意您的加入申请。如有疑问，请与该单位联系。`,
  },
  verification: {
    subject: (enterprise: string, isVerified: boolean) =>
      isVerified ? `“${enterprise}”已核验` : `“${enterprise}”的核验没有通过`,
    verified: (enterprise: string) => `“${enterprise}”已核验，此后提出的意见会标明“已核验”。`,
    rejected: (enterprise: string) => `“${enterprise}”的核验没有通过。更正后可以重新提交。`,
    reason: (note: string) => `说明：${note}`,
  },
  claimSettled: {
    subject: (enterprise: string, isGranted: boolean) =>
      isGranted ? `“${enterprise}”已交由您管理` : `“${enterprise}”的占用申诉没有通过`,
    text: (enterprise: string, isGranted: boolean) =>
      isGranted
        ? `主管部门已将“${enterprise}”交由您管理，原来的成员已移出，他们以单位名义发出的意见，在贵单位再次发出意见稿时撤回。请更正单位信息，然后提交核验。`
        : `主管部门没有将“${enterprise}”交由您管理。`,
  },
  handedOver: {
    subject: (enterprise: string) => `您已不再属于“${enterprise}”`,
    text: (enterprise: string) =>
      `另有人向主管部门证明“${enterprise}”是其单位，您已被移出。此前以该单位名义发出的意见，凭查询码仍可查看，不能再修改或者撤回。如果您是该单位的同事，请重新申请加入。`,
  },
  response: {
    subject: {
      ask: (enterprise: string) => `“${enterprise}”的意见稿等待您审批`,
      send_back: (enterprise: string) => `“${enterprise}”的意见稿已退回修改`,
      send: (enterprise: string) => `“${enterprise}”的正式意见已发出`,
      reopen: (enterprise: string) => `“${enterprise}”的正式意见已重新打开`,
    },
    text: {
      ask: (by: string, title: string) =>
        `${by}已提请审批对《${title}》的意见稿。请审阅后发出，或者退回修改。`,
      send_back: (by: string, title: string) => `${by}已退回对《${title}》的意见稿。请修改后再提请审批。`,
      send: (by: string, title: string) =>
        `${by}已发出对《${title}》的正式意见。回执上的编号、版本和校验值附后，请留存。`,
      reopen: (by: string, title: string) =>
        `${by}已重新打开对《${title}》的正式意见。再次发出之前，仍以上一版为准。`,
    },
    someone: '一位同事',
    sealed: (publicId: string, version: number, sha256: string) =>
      `编号：${publicId}\n版本：第 ${version} 版\nSHA-256：${sha256}`,
  },
  decided: {
    subject: (enterprise: string, returned: number, rejected: number) =>
      `“${enterprise}”的正式意见：${[
        ...(returned > 0 ? [`${returned} 条退回修改`] : []),
        ...(rejected > 0 ? [`${rejected} 条不予发布`] : []),
      ].join('，')}`,
    text: (title: string, version: number) =>
      `贵单位对《${title}》的正式意见（第 ${version} 版）中，下列意见有审核结果。审核员另有说明的，见回执页面。`,
    line: (measure: string, clause: number | null, state: string, reason: string) =>
      `${measure}${clause === null ? '' : `，第 ${clause} 句`}：${state}\n理由：${reason}`,
    again: '退回修改的意见，请在截止之前重新打开意见稿，改好后再次发出。',
  },
  stamp: {
    subject: (enterprise: string, isConfirmed: boolean) =>
      `“${enterprise}”的盖章件${isConfirmed ? '已确认' : '已退回'}`,
    confirmed: (title: string, version: number) =>
      `主管部门已核对贵单位对《${title}》正式意见第 ${version} 版的盖章件，与在线文本一致，其中各条意见已标明“已盖章确认”。`,
    refused: (title: string, version: number) =>
      `贵单位对《${title}》正式意见第 ${version} 版的盖章件已退回。`,
    anew: '请按退回理由处理后，再上传一次。',
    oneByOne: '这一版不能整份盖章。其中的意见，凭各自的回执仍能打印反馈表的，可以分别盖章、上传。',
    reason: (text: string) => `退回理由：${text}`,
    note: (text: string) => `补充说明：${text}`,
  },
  unused: {
    subject: '您在言路的账号将因长期不用而注销',
    text: (day: string) =>
      `您在言路的账号已近两年没有登录。个人信息不再需要的，不再保存：账号将在 ${day} 之后注销，姓名、邮箱随之删除，已提出的意见不受影响。需要继续使用的，届时之前登录一次即可。`,
    ignore: '不再需要这个账号的，不必理会。',
  },
  open: (address: string) => `请登录查看：${address}`,
  openSite: '请登录言路，在“我的”中查看。',
  footer: '本邮件由系统自动发出，请勿回复。',
}

export type AccountMailWords = typeof accountMailZh
