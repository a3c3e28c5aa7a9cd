import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Link } from 'wouter'
import styles from './Page.module.css'
import { Brand } from './Seal'

/** The window title names what is open; it is what a clerk sees in the task bar. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · 年报通` : '年报通'
  }, [title])
}

/** A page outside a report: top bar, heading, content on the desk. */
export function Page({
  title,
  by,
  actions,
  banner,
  children,
}: {
  title: string
  by?: ReactNode
  actions?: ReactNode
  banner?: ReactNode
  children: ReactNode
}) {
  useTitle(title)
  return (
    <>
      <header className={styles.bar}>
        <Brand />
        <span className={styles.grow} />
        <nav className={styles.links} aria-label="页面">
          <Link href="/">我的年报</Link>
          <Link href="/rules">核对规则</Link>
          <Link href="/help">帮助</Link>
          <Link href="/about">关于</Link>
        </nav>
      </header>
      {banner}
      <main className={styles.page}>
        <div className={styles.head}>
          <h1>{title}</h1>
          {by && <p className={styles.by}>{by}</p>}
          <span className={styles.grow} />
          {actions}
        </div>
        {children}
      </main>
    </>
  )
}
