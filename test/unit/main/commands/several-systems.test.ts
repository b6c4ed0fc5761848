import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssistantAnswer } from '../../../../main/shared/assistance.ts'
import { ConsoleScene, TYPED } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
  scene.addDevice('win_1', { system: 'windows-powershell' })
})
afterEach(() => scene.remove())

const MODEL = { kind: 'model', name: 'm1' } as const

function command(text: string): AssistantAnswer {
  return { kind: 'command', command: text, explanation: null, timeoutS: null, source: MODEL }
}

describe('a request to devices of several systems', () => {
  it('becomes one proposal where the same bytes answer it, marked if one of the answers is', async () => {
    scene.ask = async ({ system }) => ({ ...command('hostname'), isFromDeviceOutput: system !== 'linux' })
    scene.console.ask(['rpi_001', 'win_1', 'rpi_002'], 'what is your name', TYPED)
    await scene.settle()
    const turns = scene.console.turns(null, 10)
    expect(turns).toHaveLength(1)
    expect(turns[0]).toMatchObject({
      deviceIds: ['rpi_001', 'rpi_002', 'win_1'],
      isFromDeviceOutput: true,
      proposal: {
        command: 'hostname',
        deviceIds: ['rpi_001', 'rpi_002', 'win_1'],
        otherSystems: ['windows-powershell'],
        devicesBySystem: { linux: 2, 'windows-powershell': 1 },
      },
    })
    expect(scene.asked).toHaveLength(2)
  })

  it('becomes one proposal for each system, each for its own devices', async () => {
    scene.ask = async ({ system }) => command(system === 'linux' ? 'df -h' : 'Get-PSDrive')
    scene.console.ask(['rpi_001', 'win_1', 'rpi_002'], 'how full is the disk', TYPED)
    await scene.settle()
    const turns = scene.console.turns(null, 10)
    const proposals = turns.map(({ proposal }) => proposal)
    expect(proposals.map((proposal) => [proposal?.system, proposal?.command, proposal?.deviceIds])).toEqual([
      ['linux', 'df -h', ['rpi_001', 'rpi_002']],
      ['windows-powershell', 'Get-PSDrive', ['win_1']],
    ])
    expect(turns.map(({ partOf }) => partOf)).toEqual([undefined, turns[0]?.id])
    expect(scene.asked).toHaveLength(2)
  })

  it('is cancelled as one', async () => {
    scene.ask = (_request, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const turn = scene.console.ask(['rpi_001', 'win_1'], 'what is your name', TYPED)
    scene.console.cancelAsk(turn.id)
    await scene.settle()
    const turns = scene.console.turns(null, 10)
    expect(turns.map(({ failure, deviceIds }) => [failure?.code, deviceIds])).toEqual([
      ['ASSISTANT_CANCELLED', ['rpi_001', 'win_1']],
    ])
  })

  it('keeps the failure of one system from hiding the command for the other', async () => {
    scene.ask = async ({ system }) => {
      if (system !== 'linux') throw new Error('broken')
      return command('df -h')
    }
    scene.console.ask(['rpi_001', 'win_1'], 'how full is the disk', TYPED)
    await scene.settle()
    const turns = scene.console.turns(null, 10)
    expect(turns.map(({ proposal, failure, deviceIds }) => [proposal?.command, failure?.code, deviceIds])).toEqual([
      ['df -h', undefined, ['rpi_001']],
      [undefined, 'INTERNAL', ['win_1']],
    ])
  })
})

describe('a proposal for several systems', () => {
  it('is one, names them, and is not approved once one of its devices has another system', async () => {
    const turn = scene.console.type(['rpi_001', 'win_1'], 'hostname', 30, TYPED)
    expect(turn.proposal).toMatchObject({ system: 'linux', otherSystems: ['windows-powershell'] })
    scene.addDevice('win_1', { system: 'windows-cmd' })
    await expect(scene.console.approve(turn.proposal?.id ?? '', null)).rejects.toMatchObject({
      code: 'APPROVAL_INVALID',
    })
  })

  it('is for one system where its devices have one', () => {
    const { proposal } = scene.console.type(['rpi_001', 'rpi_002'], 'hostname', 30, TYPED)
    expect(proposal).not.toHaveProperty('otherSystems')
    expect(proposal).not.toHaveProperty('devicesBySystem')
  })
})
