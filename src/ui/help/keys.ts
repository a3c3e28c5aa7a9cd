/** A key that works, and what it does. Only keys that work stand here: 帮助 and 快捷键 show this list as it is. */
export interface KeyHelp {
  /** Each a chord; parts joined by “+” are pressed together. */
  keys: string[]
  effect: string
}

export interface KeyGroup {
  title: string
  keys: KeyHelp[]
}

export const keyGroups: KeyGroup[] = [
  {
    title: '在表格里移动',
    keys: [
      { keys: ['Enter', '↓'], effect: '同一列的下一格；到底后转到下一列最上一格' },
      { keys: ['Shift+Enter', '↑'], effect: '同一列的上一格；到顶后转到上一列最下一格' },
      { keys: ['Tab', 'Shift+Tab'], effect: '同一行的下一格、上一格；到头后换行，过了最后一格离开表格' },
      { keys: ['←', '→'], effect: '左、右一格（光标在数字的两端，或整格选中时）' },
      { keys: ['Ctrl+Home', 'Ctrl+End'], effect: '表格的第一格、最后一格' },
    ],
  },
  {
    title: '填写一格',
    keys: [
      { keys: ['F1'], effect: '打开、关闭这一行的填报口径' },
      { keys: ['F2'], effect: '在原有数字后面接着改' },
      { keys: ['Esc'], effect: '恢复进入这一格时的内容' },
      { keys: ['Shift+↑↓←→'], effect: '选择一片格子；也可以用鼠标拖' },
      { keys: ['Ctrl+A'], effect: '选中整张表；再按 Ctrl+C 连表头一起复制' },
      { keys: ['Delete', 'Ctrl+C'], effect: '清空、复制选中的一片格子' },
      { keys: ['Alt+Z'], effect: '本行其余空格填 0' },
      { keys: ['Alt+Shift+Z'], effect: '本表其余空格填 0' },
    ],
  },
  {
    title: '在年报各处',
    keys: [
      { keys: ['Alt+PageDown', 'Alt+PageUp'], effect: '下一部分、上一部分' },
      { keys: ['Ctrl+Z', 'Ctrl+Y'], effect: '撤销、重做；粘贴、填 0 各算一步' },
      { keys: ['Ctrl+F', 'Ctrl+H'], effect: '在正文和表格中查找、替换' },
      { keys: ['Ctrl+P'], effect: '打印年报，在哪一页都可以' },
      { keys: ['F3', 'Shift+F3'], effect: '下一处、上一处要找的文字' },
      { keys: ['Alt+K'], effect: '正文里沿用上年的数字：本段已核对，转到下一处待改' },
      { keys: ['F8', 'Shift+F8'], effect: '下一处、上一处核对发现的问题' },
    ],
  },
]
