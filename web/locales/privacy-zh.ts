/** The frame of the privacy notice; its text comes with its version. */
export const privacyZh = {
  title: '隐私告知',
  inForce: (version: number, moment: string) => `第 ${version} 版，自 ${moment} 起施行。`,
  old: (version: number) => `这是先前的第 ${version} 版，现在已不施行。`,
  toPresent: '查阅现行版',
  columns: { what: '个人信息', purpose: '处理目的', period: '保存期限', readers: '谁能看到' },
  waysHeading: '在这里办理',
  ways: {
    receipt: '凭回执查看、修改、撤回、下载或者申请删除一条意见',
    data: '查看、下载账号中的个人信息',
    erase: '注销账号',
    follow: '关注邮件的退订：在任何一封邮件中点“退订”',
  },
  versionsHeading: '历次版本',
  version: (version: number) => `第 ${version} 版`,
  hash: 'SHA-256',
  present: '现行',
  beside: ['各项个人信息的处理目的、保存期限和您的权利，见', '隐私告知', '。'],
  changed: (version: number) =>
    version > 1 ? `隐私告知已更新为第 ${version} 版。` : '本站如何使用您的信息，见隐私告知。',
  readIt: '阅读隐私告知',
  understood: '知道了',
  onReceipt: (version: number) => `提交时适用隐私告知第 ${version} 版`,
}
export type PrivacyFrameWords = typeof privacyZh
