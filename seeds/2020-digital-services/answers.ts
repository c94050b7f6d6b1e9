/** What became of the plan: its second revision, as it was published after the closing. */
export const answeredRevision = {
  note: '根据征集意见修改：服务券不予发放须说明理由，名录每半年更新，培训以线上为主，交还数据有期限、有格式。',
  changes: [
    {
      clause: '1.1.3',
      text: '2. 服务券在线申领，10个工作日内答复；不予发放的书面说明理由，可以补正一次。',
      reason: '企业反映被退回时不知道缺什么。',
    },
    {
      clause: '1.2.3',
      text: '2. 名录每半年更新一次，企业评价和成交价区间随名录公布。',
      reason: '企业和协会都建议缩短更新周期。',
    },
    {
      clause: '2.2.3',
      text: '2. 培训以线上课程和到企业辅导为主，集中授课为辅，课程可以回看。',
      reason: '外地企业和倒班职工难以参加集中授课。',
    },
    {
      clause: '2.3.3',
      text: '2. 企业终止服务时，服务商应当在15个工作日内以通用格式交还数据，并删除留存的副本。',
      reason: '原条文没有期限和格式，企业难以主张。',
    },
  ],
}

export interface DemoAnswer {
  measure: string
  /** Disposes of the measure's comments and writes the one answer to them; by their addresses. */
  writer: string
  reader: string
  text: string
}

const li = 'staff@yanlu.test'
const wu = 'staff2@yanlu.test'

export const demoAnswers: DemoAnswer[] = [
  {
    measure: '1.1',
    writer: wu,
    reader: li,
    text: '感谢各位对服务券提出的意见。不予发放要说明理由、可以补正一次，已写入条文。申领只有一个入口，不收任何费用，遇到代办收费请向我厅举报。服务券按实际支出核算，小额申领优先办理；今年的家数按预算确定，有结余再增加。',
  },
  {
    measure: '1.2',
    writer: wu,
    reader: li,
    text: '名录改为每半年更新一次，企业评价和成交价区间一并公布。遴选看服务案例和履约情况，不设注册资本条件。发现名录内的服务商停业、更名或者另行加价的，欢迎随时告诉我们，核实后即时调整。',
  },
  {
    measure: '2.1',
    writer: li,
    reader: wu,
    text: '诊断后三个月内回访一次，已列入服务合同；企业可以在回访时评价诊断单位，推销属实的移出名录。今年的诊断家数按人员和经费测算，先把质量做实，年底评估后再定明年的家数。',
  },
  {
    measure: '2.2',
    writer: li,
    reader: wu,
    text: '培训改为以线上课程和到企业辅导为主，课程可以回看，方便外地企业和倒班职工。操作类课程的考核仍在现场，安排在周末。证书与职业技能等级认定衔接的建议，已转省人力资源和社会保障厅研究。',
  },
  {
    measure: '2.3',
    writer: li,
    reader: wu,
    text: '条文已写明：终止服务的，15 个工作日内以通用格式交还数据，并删除副本。交还数据不另收费，写入服务合同范本。罚款须由法律、法规或者规章设定，本措施不能规定；服务商违约的，企业可以按合同追究，我厅将其移出名录。',
  },
]
