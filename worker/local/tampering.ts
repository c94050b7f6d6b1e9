import { Refusal } from './refusal'

/** What a check of the sealed audit log can find, each with the sentence that it ends with. */
export const tampering = {
  rowChanged: (row: number) =>
    new Refusal(
      `审计日志第 ${row} 行与封存时不一致：这一行或它的封存值被改动过。`,
      `Row ${row} of the audit log is not what was sealed: the row or its seal was changed.`,
    ),
  rowMissing: (row: number) =>
    new Refusal(`审计日志第 ${row} 行不见了。`, `Row ${row} of the audit log is gone.`),
  rowSlippedIn: (row: number) =>
    new Refusal(
      `审计日志第 ${row} 行没有封存，后面的行却已封存：这一行是后来插入的。`,
      `Row ${row} of the audit log is not sealed although later rows are: it was slipped in.`,
    ),
  outOfOrder: (row: number, index: number) =>
    new Refusal(
      `封存记录次序有误：序号 ${index} 处是审计日志第 ${row} 行。`,
      `The seals are out of order: at index ${index} stands row ${row} of the audit log.`,
    ),
  entryMissing: (index: number) =>
    new Refusal(`序号 ${index} 的封存记录不见了。`, `The sealed entry at index ${index} is gone.`),
  nodeChanged: (level: number, position: number) =>
    new Refusal(
      `封存树第 ${level} 层序号 ${position} 的节点被改动过。`,
      `Node ${position} of level ${level} of the sealed tree was changed.`,
    ),
  headChanged: (size: number) =>
    new Refusal(
      `共 ${size} 条记录时的封存值与这些记录不符：封存值或者记录的封存被改动过。`,
      `The head of size ${size} does not fit the entries: the head or the seal of an entry was changed.`,
    ),
  headsMissing: (sealed: number, covered: number) =>
    new Refusal(
      `已封存 ${sealed} 条记录，最新的封存值却只到第 ${covered} 条：封存值被删除过。`,
      `${sealed} entries are sealed but the newest head covers ${covered}: a head was removed.`,
    ),
  historyChanged: (size: number, seenAt: string) =>
    new Refusal(
      `与 ${seenAt} 见到的封存值（共 ${size} 条）不符：在那之前的记录后来被改动过。`,
      `The head of size ${size}, seen on ${seenAt}, no longer fits: what came before it was changed since.`,
    ),
  shrunk: (size: number, seenAt: string, found: number) =>
    new Refusal(
      `${seenAt} 见到时共 ${size} 条记录，现在只有 ${found} 条：记录被删除过。`,
      `${size} entries were seen on ${seenAt}, now there are ${found}: entries were removed.`,
    ),
}
