import i18next, { type i18n } from 'i18next'
import { describe, expect, it } from 'vitest'
import { PRESENCES, type PresenceEvidence } from '../../../../../preload/contract/models/devices/device.ts'
import { evidenceWords, shortEvidence } from '../../../../../renderer/features/devices/table/evidence-words.ts'
import en from '../../../../../renderer/lib/i18n/locales/en/devices.json' with { type: 'json' }
import zh from '../../../../../renderer/lib/i18n/locales/zh-CN/devices.json' with { type: 'json' }

const NOW = new Date(2026, 0, 5, 14, 10, 0).getTime()
const AT_1402 = new Date(2026, 0, 5, 14, 2, 0).getTime()

async function catalogue(language: string): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: language,
    defaultNS: 'devices',
    resources: { en: { devices: en }, 'zh-CN': { devices: zh } },
    interpolation: { escapeValue: false },
  })
  return instance
}

const EVIDENCE: readonly PresenceEvidence[] = [
  { kind: 'heartbeat', at: NOW - 12_000 },
  { kind: 'data', at: NOW - 12_000 },
  { kind: 'result', at: NOW - 12_000 },
  { kind: 'ack', at: NOW - 12_000 },
  { kind: 'status-online', at: NOW - 12_000, isRetained: false },
  { kind: 'status-online', at: AT_1402, isRetained: true },
  { kind: 'said-offline', at: AT_1402, isRetained: false },
  { kind: 'said-offline', at: AT_1402, isRetained: true },
  { kind: 'last-will', at: AT_1402 },
  { kind: 'missed', count: 3, intervalS: 30, lastAt: NOW - 95_000 },
  { kind: 'command-in-flight', commandId: 'c', since: NOW - 12_000 },
  { kind: 'restored', lastAt: NOW - 3_600_000 },
  { kind: 'never' },
]

describe('evidenceWords', () => {
  it.each(['en', 'zh-CN'])('tells every evidence in %s with nothing left to fill in', async (language) => {
    const { t } = await catalogue(language)
    for (const evidence of EVIDENCE) {
      const { key, values } = evidenceWords(evidence, NOW, language)
      expect(t(key, values)).not.toBe(key)
      expect(t(key, values)).not.toMatch(/\{\{/)
    }
    for (const presence of PRESENCES) expect(t(`presence.${presence}`)).not.toMatch(/^presence/)
  })

  it('has for a narrow place a statement of at most 40 letters', async () => {
    for (const [language, charactersMax] of [
      ['en', 40],
      ['zh-CN', 24],
    ] as const) {
      const { t } = await catalogue(language)
      for (const evidence of EVIDENCE) {
        const { key, values } = shortEvidence(evidence, NOW, language)
        expect(t(key, values)).not.toMatch(/\{\{|^evidence/)
        expect(t(key, values).length).toBeLessThanOrEqual(charactersMax)
      }
    }
  })

  it('says it as the protocol does', async () => {
    const { t } = await catalogue('en')
    const say = (evidence: PresenceEvidence) => {
      const { key, values } = evidenceWords(evidence, NOW, 'en')
      return t(key, values)
    }
    expect(say({ kind: 'heartbeat', at: NOW - 12_000 })).toBe('Heartbeat 12s ago')
    expect(say({ kind: 'missed', count: 3, intervalS: 30, lastAt: NOW - 95_000 })).toBe(
      'No heartbeat in 3 periods of 30s, last sign 1m ago',
    )
    expect(say({ kind: 'said-offline', at: AT_1402, isRetained: false })).toBe('Said offline at 14:02')
    expect(say({ kind: 'last-will', at: AT_1402 })).toBe('Last Will at 14:02')
  })

  it('does not pass off a retained message as a fresh one', () => {
    const fresh = evidenceWords({ kind: 'status-online', at: AT_1402, isRetained: false }, NOW, 'en')
    const kept = evidenceWords({ kind: 'status-online', at: AT_1402, isRetained: true }, NOW, 'en')
    expect(kept.key).not.toBe(fresh.key)
  })
})
