import type { Finding } from '../../checks/types'
import type { Address, Edition } from '../../format/types'
import { goToFinding } from '../form/goTo'
import { useSession } from '../form/session'
import { cellsOfFinding } from '../notes/place'
import { Button } from '../parts/Button'
import styles from './CheckPage.module.css'
import { findingLinkId } from './FindingRow'
import { blankRows, bySection } from './groups'

/** 未填, part by part: a line for each row, in it a button for each blank that leads there. */
export function Blanks({
  edition,
  findings,
  follow,
  fillZero,
}: {
  edition: Edition
  findings: Finding[]
  follow(finding: Finding): void
  fillZero(addresses: Address[], finding: Finding): void
}) {
  const session = useSession()
  return bySection(edition, findings).map(({ title, findings: own }) => {
    const rows = blankRows(edition, own)
    const cells = rows.flatMap((row) => row.cells)
    const first = own[0]
    return (
      <section key={title} className={styles.blanks} aria-label={`${title}，未填 ${own.length} 项`}>
        <h3>
          {title}
          <span>{own.length} 项</span>
          {cells.length > 0 && first && (
            <Button small onClick={() => fillZero(cells, first)}>
              {cells.length === 1 ? '这 1 格填 0' : `这 ${cells.length} 格都填 0`}
            </Button>
          )}
        </h3>
        <ul>
          {rows.map((row) => (
            <li key={row.key}>
              <span className={styles.rowName}>
                {row.over && <small>{row.over}</small>}
                {row.name}
              </span>
              <span className={styles.chips}>
                {row.blanks.map(({ finding, name }) => (
                  <button
                    key={finding.key}
                    id={findingLinkId(finding.key)}
                    type="button"
                    data-rule={finding.rule}
                    data-severity={finding.severity}
                    data-status={finding.status}
                    data-cells={cellsOfFinding(finding)}
                    title={finding.message}
                    onClick={() => {
                      follow(finding)
                      goToFinding(session, finding)
                    }}
                  >
                    {name}
                  </button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
