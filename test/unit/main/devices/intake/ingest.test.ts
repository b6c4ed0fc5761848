import { describe, expect, it } from 'vitest'
import type { ResultVerdict } from '../../../../../main/shared/exchange.ts'
import { CONNECTION, makeScene } from '../scene.ts'

const S = 1_000

describe('answers', () => {
  it('become orphans where they belong to no command of ours', () => {
    const { send, detail } = makeScene()
    for (const command_id of ['unknown', '1714809600.5', 'never-sent\u202e'])
      expect(send('result', 'rpi_001', { command_id, success: false, output: 'x\rz', error: 'y' })).toBe('orphan')
    expect(detail('rpi_001')).toMatchObject({
      presence: 'online',
      evidence: { kind: 'result' },
      orphans: [
        { commandId: 'unknown', isSuccess: false, output: 'x⟨CR⟩z\ny', isCut: false },
        { commandId: '1714809600.5' },
        { commandId: 'never-sent⟨U+202E⟩' },
      ],
    })
  })

  it('leave no orphan where they belong to a command', () => {
    const seen: string[] = []
    const { send, detail } = makeScene({
      ingest: {
        onResult: (connectionId, result): ResultVerdict => {
          seen.push(`${connectionId} ${result.deviceId} ${result.commandId}`)
          return 'accepted'
        },
      },
    })
    expect(send('result', 'rpi_001', { command_id: 'c-1', success: true, output: '' })).toBe('accepted')
    expect(seen).toEqual([`${CONNECTION} rpi_001 c-1`])
    expect(detail('rpi_001').orphans).toEqual([])
  })

  it('in conflict warn of two executors with one id', () => {
    const { send, detail } = makeScene({ ingest: { onResult: () => 'conflict' } })
    expect(send('result', 'rpi_001', { command_id: 'c-1', success: true, output: 'other' })).toBe('accepted')
    expect(detail('rpi_001').warnings).toMatchObject([{ kind: 'conflict', count: 1, detail: 'c-1' }])
  })

  it('leave a bounded number of orphans, of one device and of all', () => {
    const { send, detail } = makeScene()
    for (let n = 0; n < 60; n += 1)
      send('result', 'rpi_001', { command_id: `x${n}`, success: true, output: 'a'.repeat(9_000) })
    const { orphans } = detail('rpi_001')
    expect(orphans.length).toBe(50)
    expect(orphans[0]?.commandId).toBe('x10')
    expect(orphans[49]).toMatchObject({ commandId: 'x59', isCut: true })
    expect(orphans[49]?.output.length).toBe(4_096)
    for (let n = 0; n < 2_100; n += 1) send('result', `pc_${n}`, { command_id: 'x', success: true })
    expect(detail('rpi_001').orphans).toEqual([])
    expect(detail('pc_50').orphans).toEqual([])
    expect(detail('pc_2099').orphans.length).toBe(1)
  })

  it('in steps are ignored from a device that does not announce acknowledgements and output', () => {
    const seen: string[] = []
    const { send } = makeScene({
      ingest: {
        onAck: (_connectionId, ack) => seen.push(`ack ${ack.state}`),
        onOutput: (_connectionId, output) => seen.push(`output ${output.data}`),
      },
    })
    const ack = { command_id: 'c-1', state: 'running' }
    const output = { command_id: 'c-1', seq: 0, stream: 'stdout', data: 'x' }
    expect(send('ack', 'rpi_001', ack)).toBe('ignored')
    send('status', 'rpi_001', { status: 'online', capabilities: ['ack'] })
    expect(send('ack', 'rpi_001', ack)).toBe('accepted')
    expect(send('output', 'rpi_001', output)).toBe('ignored')
    send('status', 'rpi_001', { status: 'online', capabilities: ['ack', 'stream'] })
    expect(send('output', 'rpi_001', output)).toBe('accepted')
    expect(seen).toEqual(['ack running', 'output x'])
  })

  it('ends the busy state of a device with the answer to its command', () => {
    const ref = { connectionId: CONNECTION, deviceId: 'rpi_001' }
    const scene = makeScene({
      ingest: {
        onResult: () => {
          scene.registry.setBusy(ref, null)
          return 'accepted'
        },
      },
    })
    scene.heartbeat('rpi_001')
    scene.registry.setBusy(ref, { commandId: 'c-1', since: scene.time.now })
    expect(scene.row('rpi_001').presence).toBe('busy')
    scene.send('result', 'rpi_001', { command_id: 'c-1', success: true })
    expect(scene.row('rpi_001').presence).toBe('online')
  })

  it('are taken after a handler that failed', () => {
    const { send, log, ingest } = makeScene({
      ingest: {
        onResult: () => {
          throw new Error('broken')
        },
      },
    })
    expect(send('result', 'rpi_001', { command_id: 'c', success: true })).toBe('dropped')
    expect(log.errors.length).toBe(1)
    expect(ingest.traffic().dropped).toEqual({ internal: 1 })
    expect(send('heartbeat', 'rpi_001', {})).toBe('accepted')
  })
})

describe('oversized messages', () => {
  const ID = '3f1c9c5e-8d0a-4b6f-9a51-0d6c2b7e8f10'
  const filler = 'x'.repeat(5_000_000)

  it('of other kinds are dropped alone, and never keep anything else from being heard', () => {
    const seen: unknown[] = []
    const { send, ingest, row } = makeScene({ ingest: { onOversized: (_connectionId, result) => seen.push(result) } })
    const huge = `{"a":"${'x'.repeat(70_000)}"}`
    for (let n = 0; n < 5; n += 1) for (const kind of ['status', 'data', 'heartbeat']) send(kind, 'rpi_001', huge)
    expect(seen).toEqual([])
    expect(ingest.traffic().dropped).toEqual({ size: 15 })
    expect(row('rpi_001')).toMatchObject({ presence: 'online', evidence: { kind: 'unreadable' } })
    expect(send('heartbeat', 'rpi_001', {})).toBe('accepted')
  })

  it.each([
    ['first', `{"device_id":"rpi_001","command_id":"${ID}","success":true,"output":"${filler}"}`, ID],
    ['last', `{"output":"${filler}", "command_id": "${ID}"}`, ID],
    ['nowhere', `{"success":true,"output":"${filler}"}`, null],
    // Output that quotes a result is escaped, so that it names nothing.
    ['in its output', `{"output":"\\"command_id\\":\\"${ID}\\"${filler}"}`, null],
  ])('that are results tell whose they are, by the id that stands %s', (_where, payload, commandId) => {
    const seen: unknown[] = []
    const { send, time, row } = makeScene({ ingest: { onOversized: (from, result) => seen.push(from, result) } })
    expect(send('result', 'rpi_001', payload)).toBe('dropped')
    const payloadBytes = payload.length
    expect(seen).toEqual([CONNECTION, { deviceId: 'rpi_001', commandId, payloadBytes, receivedAt: time.now }])
    expect(row('rpi_001').presence).toBe('online')
    send('result', 'control', payload)
    send('result', 'rpi_001', payload, { isRetained: true })
    expect(seen.length).toBe(2)
  })

  it('are known by their ends alone where the connection took in no more', () => {
    const seen: unknown[] = []
    const { ingest, time } = makeScene({ ingest: { onOversized: (_from, result) => seen.push(result) } })
    const payload = Buffer.from(`{"command_id":"${ID}","output":"xx\nxx"}`)
    const message = { connectionId: CONNECTION, topic: 'device/rpi_001/result', payload, isRetained: false }
    ingest.handle({ ...message, receivedAt: time.now, wholeBytes: 60_000_000 })
    expect(seen).toEqual([{ deviceId: 'rpi_001', commandId: ID, payloadBytes: 60_000_000, receivedAt: time.now }])
  })
})

describe('floods', () => {
  const limits = { perTopicPerS: 5, perTenth: 20, waiting: 3, waitingBytes: 1_000 }

  it('let some readings of a device through, the newest among them', () => {
    const { send, row, time, ingest } = makeScene({ ingest: { limits } })
    for (let n = 1; n <= 100; n += 1) send('heartbeat', 'rpi_001', { cpu_temperature: n })
    expect(row('rpi_001').metrics.cpuTemperatureC).toBe(5)
    time.advance(100)
    expect(row('rpi_001').metrics.cpuTemperatureC).toBe(100)
    expect(ingest.traffic().dropped).toEqual({ 'over-budget': 94 })
    expect(ingest.totals().received).toBe(100)
    time.advance(S)
    expect(send('heartbeat', 'rpi_001', { cpu_temperature: 7 })).toBe('accepted')
    expect(row('rpi_001').metrics.cpuTemperatureC).toBe(7)
  })

  it('push out no status and no result', () => {
    const { send, row, ingest } = makeScene({ ingest: { limits } })
    for (let n = 0; n < 200; n += 1) send('data', `pc_${n}`, { humidity: n })
    for (let n = 0; n < 100; n += 1) {
      expect(send('status', 'rpi_001', { status: n % 2 === 0 ? 'online' : 'offline' })).toBe('accepted')
      expect(send('result', 'rpi_001', { command_id: 'c', success: true })).toBe('orphan')
    }
    expect(send('status', 'rpi_001', { status: 'offline' })).toBe('accepted')
    expect(row('rpi_001').presence).toBe('offline')
    // 20 handled, 3 wait, the rest counted.
    expect(ingest.traffic().dropped).toEqual({ 'over-budget': 177 })
  })

  it('put no old reading over a newer one', () => {
    const { send, row, time } = makeScene({ ingest: { limits: { ...limits, perTopicPerS: 100, perTenth: 1 } } })
    send('heartbeat', 'rpi_001', { cpu_temperature: 1 })
    expect(send('heartbeat', 'rpi_001', { cpu_temperature: 2 })).toBe('waiting')
    time.advance(100)
    send('heartbeat', 'rpi_001', { cpu_temperature: 3 })
    time.advance(100)
    expect(row('rpi_001').metrics.cpuTemperatureC).toBe(3)
  })

  it('of invented devices end at a limit', () => {
    const { send, registry, ingest, time } = makeScene({
      ingest: { limits: { ...limits, perTenth: 1e9, perTopicPerS: 1e9 } },
    })
    for (let n = 0; n < 200_010; n += 1) send('heartbeat', `x${n}`, '{}')
    expect(registry.queries.counts(CONNECTION).total).toBe(200_000)
    expect(ingest.traffic().dropped).toEqual({ 'device-limit': 10 })
    expect(send('heartbeat', 'x5', '{}')).toBe('accepted')
    time.advance(S)
    expect(ingest.traffic().received).toBe(200_011)
  })
})

describe('figures', () => {
  it('count a message without effect as ignored', () => {
    const { send, ingest } = makeScene()
    send('result', 'control', {})
    send('result', 'rpi_001', {}, { isRetained: true })
    send('heartbeat', 'rpi_001', 'no json')
    send('status', 'rpi_001', '')
    expect(ingest.totals()).toEqual({ received: 4, ignored: { 'reserved-id': 1, retained: 1, cleared: 1 } })
    expect(ingest.traffic().dropped).toEqual({ json: 1 })
  })

  // Devices report in bursts: the rate of one second jumped between 5 and 0.
  it('give the mean rate of the last five seconds', () => {
    const { send, ingest, time } = makeScene()
    for (let second = 0; second < 10; second += 1) {
      if (second % 5 === 0) for (let n = 0; n < 5; n += 1) send('heartbeat', `x${n}`, '{}')
      time.advance(S)
      if (second >= 4) expect(ingest.traffic().messagesPerS).toBe(1)
    }
    time.advance(5 * S)
    expect(ingest.traffic().messagesPerS).toBe(0)
  })
})
