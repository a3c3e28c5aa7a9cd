import { Link } from 'wouter'
import { useHealth } from '../drafts/store'
import { Banner } from '../parts/Banner'
import { Button } from '../parts/Button'

/** Says what the browser cannot keep, for as long as that is so. */
export function StorageBanner({ onBackUp }: { onBackUp?: () => void }) {
  const { storage, journal } = useHealth()
  if (storage === 'ok' && journal === 'ok') return null
  return (
    <Banner
      actions={
        onBackUp && (
          <>
            {storage === 'full' && <Link href="/archive">归档到文件</Link>}
            <Button small icon="down" onClick={onBackUp}>
              下载全部备份
            </Button>
          </>
        )
      }
    >
      {storage === 'full'
        ? '这个浏览器的存储空间已满，新的修改可能存不下。可以继续填写，请及时下载备份；把往年的年报归档到文件，可以腾出空间。'
        : storage === 'unavailable'
          ? '这个浏览器不允许保存数据，关闭页面后内容会丢失。可以继续填写，请及时下载备份。'
          : '这个浏览器的修改日志（IndexedDB）现在用不了，突然断电可能丢失最近几秒的内容。请及时下载备份。'}
    </Banner>
  )
}
