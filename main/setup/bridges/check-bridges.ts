import type { BridgeCheck, BridgeText, SetupFinding, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { readBridges } from './bridge-rules.ts'
import { type Echo, findEchoes } from './loop-check.ts'
import { bridgesOf } from './site-bridge.ts'

/**
 * Looks whether bridges that exist already would carry messages in a circle, among themselves or together with those of a
 * plan. Nothing of the texts is kept: they may hold passwords.
 */
export function checkBridges(plan: SetupPlan, texts: readonly BridgeText[]): BridgeCheck {
  const read = texts.map(({ on, text }) => ({ on, ...readBridges(text, on) }))
  const existing = read.flatMap(({ bridges }) => bridges)
  const aimless = existing.filter(({ to }) => to === '')
  return {
    bridges: existing.length,
    findings: [
      ...read.flatMap(({ on, unread }) => unread.map(({ line, text }) => unreadLine(on, line, text))),
      ...aimless.map(({ name }) => noAddress(name)),
      ...findEchoes([...bridgesOf(plan), ...existing]).map(echo),
    ],
  }
}

function finding(cause: LocalizedText, fix: LocalizedText): SetupFinding {
  return { cause, fix }
}

function echo({ kind, filter, brokers, bridges }: Echo): SetupFinding {
  const way = brokers.join(' → ')
  const names = [...new Set(bridges)].map((name) => `"${name}"`).join(', ')
  if (kind === 'not-private') {
    return finding(
      {
        en: `What fits ${filter} comes back to ${brokers[0]} over the bridge that took it away (${names}), because try_private is false.`,
        zh: `匹配 ${filter} 的消息会经由送出它的桥接（${names}）回到 ${brokers[0]}，因为 try_private 为 false。`,
      },
      {
        en: 'Set try_private true; or make its topic line go one way only, in or out.',
        zh: '请设置 try_private true，或让该 topic 行只走一个方向（in 或 out）。',
      },
    )
  }
  return finding(
    {
      en: `What fits ${filter} goes round without end: ${way} (${names}).`,
      zh: `匹配 ${filter} 的消息会无休止地循环：${way}（${names}）。`,
    },
    {
      en: 'Take one of these bridges away, or narrow its topic lines, so that no way leads back.',
      zh: '请去掉其中一个桥接，或缩小其 topic 行的范围或方向，使消息无法返回。',
    },
  )
}

function unreadLine(on: string, line: number, text: string): SetupFinding {
  const shown = text.slice(0, 100)
  return finding(
    { en: `Line ${line} of ${on} could not be read: ${shown}`, zh: `${on} 的第 ${line} 行无法识别：${shown}` },
    {
      en: 'A topic line is: topic FILTER [in|out|both] [0|1|2] [LOCAL-PREFIX [REMOTE-PREFIX]].',
      zh: 'topic 行的格式：topic 过滤器 [in|out|both] [0|1|2] [本地前缀 [远端前缀]]。',
    },
  )
}

function noAddress(name: string): SetupFinding {
  return finding(
    { en: `The connection "${name}" has no address.`, zh: `连接“${name}”没有 address。` },
    { en: 'Paste its address line too.', zh: '请把它的 address 行也粘贴进来。' },
  )
}
