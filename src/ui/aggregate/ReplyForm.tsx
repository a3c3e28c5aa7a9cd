import own from './Second.module.css'

export interface Reply {
  until: string
  contact: string
}

/** By when and to whom the units answer: printed in every 核对意见. `onDone`: a field was left. */
export function ReplyForm({
  reply,
  onType,
  onDone,
}: {
  reply: Reply
  onType(reply: Reply): void
  onDone(): void
}) {
  return (
    <div className={own.filters}>
      <label>
        核对意见的重报期限
        <input
          type="date"
          value={reply.until}
          onChange={({ target }) => onType({ ...reply, until: target.value })}
          onBlur={onDone}
        />
      </label>
      <label>
        联系人、电话
        <input
          value={reply.contact}
          autoComplete="off"
          onChange={({ target }) => onType({ ...reply, contact: target.value })}
          onBlur={onDone}
        />
      </label>
    </div>
  )
}
