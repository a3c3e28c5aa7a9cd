import { cellAt } from '../../format/cells'
import { currentEdition } from '../../format/editions'
import { fieldAt, placeOf, textSpecAt } from '../../format/names'
import type { Address } from '../../format/types'
import type { Change } from '../../report/report'
import { Button } from '../parts/Button'
import { shortened } from '../parts/shortened'
import styles from './SourcePreview.module.css'

interface Props {
  differences: Change[]
  taken: Set<Address>
  onChange: (taken: Set<Address>) => void
}

const addressesOf = (differences: Change[]) => new Set(differences.map(({ address }) => address))

/** Where source and draft differ: each with a box, and boxes for kinds of them. */
export function Differences({ differences, taken, onChange }: Props) {
  const toggle = (address: Address) => {
    const next = new Set(taken)
    if (!next.delete(address)) next.add(address)
    onChange(next)
  }
  if (!differences.length) return <p>与这份年报没有不同。</p>
  const blanks = differences.filter(({ before }) => before === '')
  const filled = differences.filter(({ before }) => before !== '')
  const choices = {
    只填空白: blanks,
    只要正文: differences.filter(({ address }) => textSpecAt(currentEdition, address)),
    只要表格: differences.filter(({ address }) => cellAt(currentEdition, address)),
    全不选: [],
  }
  return (
    <>
      <p>
        空白可填 {blanks.length} 处，与现有内容不同 {filled.length} 处；已勾选 <b>{taken.size}</b> 处
      </p>
      <div className={styles.choices}>
        {Object.entries(choices).map(([label, chosen]) => (
          <Button key={label} small onClick={() => onChange(addressesOf(chosen))}>
            {label}
          </Button>
        ))}
      </div>
      <ul className={styles.differences}>
        {[...filled, ...blanks].map(({ address, before, after }) => (
          <li key={address}>
            <label>
              <input type="checkbox" checked={taken.has(address)} onChange={() => toggle(address)} />
              <span>{placeOf(currentEdition, address)}</span>
              <span>
                {before === '' ? '空白' : shown(address, before)} → <b>{shown(address, after)}</b>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A value as it reads on the form, cut to a line. */
function shown(address: Address, text: string): string {
  const option = fieldAt(currentEdition, address)?.options?.find(({ value }) => value === text)
  return shortened(option?.label ?? text, 24)
}
