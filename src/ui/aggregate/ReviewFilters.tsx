import { BASIC_PLACE, type ReviewFilter } from '../../aggregate/review'
import type { Severity } from '../../checks/types'
import { currentEdition as edition } from '../../format/editions'
import { sectionLabel } from '../../format/names'
import { severityWord } from '../parts/Severity'

const SEVERITIES = ['block', 'blank', 'verify', 'note'] as const

/** Which findings of 审核 are shown: of one unit, of one severity, at one place. */
export const ReviewFilters = ({
  units,
  filter,
  onChange,
}: {
  /** Units that have findings, with what they are called. */
  units: readonly (readonly [id: string, name: string])[]
  filter: ReviewFilter
  onChange(filter: ReviewFilter): void
}) => (
  <>
    <label>
      单位
      <select
        value={filter.unit ?? ''}
        onChange={({ target }) => onChange({ ...filter, unit: target.value || undefined })}
      >
        <option value="">全部 {units.length} 家</option>
        {units.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      程度
      <select
        value={filter.severity ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, severity: (target.value || undefined) as Severity | undefined })
        }
      >
        <option value="">全部</option>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {severityWord[severity]}
          </option>
        ))}
      </select>
    </label>
    <label>
      在哪一部分
      <select
        value={filter.place ?? ''}
        onChange={({ target }) => onChange({ ...filter, place: target.value || undefined })}
      >
        <option value="">全部</option>
        <option value={BASIC_PLACE}>基本信息</option>
        {edition.sections.map((section) => (
          <option key={section.key} value={section.key}>
            {sectionLabel(section)}
          </option>
        ))}
      </select>
    </label>
  </>
)
