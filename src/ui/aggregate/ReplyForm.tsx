import own from './Second.module.css'

/** By when and to whom the units answer: printed in every 核对意见. `onDone`: a field was left. */
export function ReplyForm({
  reply,
  onDone,
}: {
  /** Holds what is typed. */
  reply: { current: { until: string; contact: string } }
  onDone(): void
}) {
  const { until, contact } = reply.current
  return (
    <div className={own.filters}>
      <label>
        核对意见的重报期限
        <input
          type="date"
          defaultValue={until}
          onChange={({ target }) => {
            reply.current = { ...reply.current, until: target.value }
          }}
          onBlur={onDone}
        />
      </label>
      <label>
        联系人、电话
        <input
          defaultValue={contact}
          autoComplete="off"
          onChange={({ target }) => {
            reply.current = { ...reply.current, contact: target.value.trim() }
          }}
          onBlur={onDone}
        />
      </label>
    </div>
  )
}
