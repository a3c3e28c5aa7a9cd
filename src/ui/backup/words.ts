import type { DiskProblem } from '../../drafts/diskBackup'
import type { OnDisk } from '../drafts/onDisk'
import { dayWords } from '../parts/names'

const why: Record<DiskProblem, string> = {
  gone: '找不到这个文件，U盘或网络盘可能已断开，文件也可能已移走或改名',
  refused: '浏览器没有写这个文件的权限',
  busy: '别的程序正在使用这个文件',
  full: '磁盘空间不够',
  foreign: '文件里有这个浏览器没有的内容，为免丢失没有覆盖。可以先导入它，或者换一个文件',
  noAnswer: '磁盘没有回应，网络盘可能已断开',
  other: '写入时出错',
}

/** How the file stands, in a sentence. What is wrong comes with the assurance that nothing else is. */
export function stateWords({ fileName, state, remembered }: OnDisk, now: Date): string {
  const name = `“${fileName}”`
  const since = 'writtenAt' in state && state.writtenAt ? dayWords(state.writtenAt, now) : undefined
  if (state.step === 'asleep') return '已暂停，重新打开浏览器后需要再同意一次。'
  if (state.step === 'failed') {
    const last = since ? `文件里是${since} 的内容；` : ''
    return `没有写入${name}：${why[state.problem]}。${last}年报照常保存在这个浏览器里。`
  }
  const again = remembered ? '' : '这个浏览器记不住文件，重新打开程序后要再选一次。'
  return `${name}${since ? `，${since} 更新` : '，正在写入'}。${again}`
}
