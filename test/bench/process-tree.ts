import { readdirSync, readFileSync } from 'node:fs'

/** Sums the proportional set size of a process and its descendants, in MiB (proc(5), smaps_rollup). Linux only. */
export function treeMemoryMiB(rootPid: number): number {
  const children = childrenByParent()
  let kib = 0
  const waiting = [rootPid]
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    kib += pssKiB(pid)
    waiting.push(...(children.get(pid) ?? []))
  }
  return kib / 1024
}

function pssKiB(pid: number): number {
  const text = readOrEmpty(`/proc/${pid}/smaps_rollup`)
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0)
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    // The name in parentheses may hold spaces; the parent is the second field after it.
    const stat = readOrEmpty(`/proc/${name}/stat`)
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
