import { describe, expect, it } from 'vitest'
import type { ProposalWarning } from '../../../../../preload/contract/models/commands/command.ts'
import { groupedWarnings } from '../../../../../renderer/features/console/proposal/warning-groups.ts'

const busy = (count: number): ProposalWarning[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'device-busy', deviceId: `gw-${index}` }))

describe('warnings about devices', () => {
  it('stand in a line each where they are few', () => {
    expect(groupedWarnings(busy(3))).toEqual({ single: busy(3), together: [] })
  })

  it('stand in one line for each kind where they are many', () => {
    const endless: ProposalWarning = { kind: 'endless' }
    const away: ProposalWarning = { kind: 'device-away', deviceId: 'pi-1' }
    const { single, together } = groupedWarnings([endless, ...busy(200), away])
    expect(single).toEqual([endless, away])
    expect(together).toHaveLength(1)
    expect(together[0]).toMatchObject({ kind: 'device-busy' })
    expect(together[0]?.deviceIds).toHaveLength(200)
  })
})
