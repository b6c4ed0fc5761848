import { once } from 'node:events'
import { connect as connectSocket, type Socket } from 'node:net'
import { connectAsync } from 'mqtt'
import { type PrivateKey, readPrivateKey, signText } from '../../../main/agent/keys.ts'
import { resultText, sha256 } from '../../../main/agent/signed-texts.ts'
import {
  type EchoOptions,
  type LoadCommand,
  type LoadOptions,
  type LoadOrder,
  type LoadReport,
  loadDeviceId,
} from './load-generator.ts'

/*
 * The process behind load-generator.ts. Writes heartbeats as QoS 0 packets of MQTT 3.1.1, many in one write, because
 * the sender must not limit the measurement.
 */

const TICK_MS = 10
const BATCH = 1_000
/** Bytes that may wait for the network before the sender pauses. */
const BACKLOG_BYTES = 8 * 1024 * 1024

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
await (order.kind === 'echo' ? playEcho(order) : playHeartbeats(order))

function report(message: LoadReport): void {
  process.send?.(message)
}

async function playHeartbeats(options: LoadOptions): Promise<void> {
  const socket = connectSocket(options.port, options.host)
  socket.setNoDelay(true)
  await once(socket, 'connect')
  socket.write(connectPacket(`load-${process.pid}`))
  await once(socket, 'data')
  socket.resume()
  const pings = setInterval(() => socket.write(Buffer.from([0xc0, 0])), 20_000)
  let sent = 0
  let isStopped = false
  let isRunning = false
  const send = (count: number): void => {
    const packets: Buffer[] = []
    for (let index = 0; index < count; index += 1) packets.push(heartbeatPacket(sent + index, options.devices))
    sent += count
    socket.write(Buffer.concat(packets))
  }
  process.on('message', (command: LoadCommand) => {
    if (command === 'go') void run()
    else if (isRunning) isStopped = true
    else report({ kind: 'stopped', sent })
  })
  report({ kind: 'ready' })

  async function run(): Promise<void> {
    isRunning = true
    const startedAt = performance.now()
    while (!isStopped && (options.total === null || sent < options.total)) {
      const left = options.total === null ? Number.POSITIVE_INFINITY : options.total - sent
      if (options.perS === null) {
        send(Math.min(BATCH, left))
        if (socket.writableLength > BACKLOG_BYTES) await once(socket, 'drain')
        else await new Promise((resolve) => setImmediate(resolve))
        continue
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS))
      const due = Math.floor(((performance.now() - startedAt) / 1000) * options.perS) - sent
      if (due > 0 && socket.writableLength < BACKLOG_BYTES) send(Math.min(due, left))
    }
    await flushed(socket)
    isRunning = false
    clearInterval(pings)
    report({ kind: isStopped ? 'stopped' : 'done', sent })
  }
}

async function flushed(socket: Socket): Promise<void> {
  while (socket.writableLength > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

async function playEcho({ host, port, outputBytes, variants, oddDeviceId, keyPem = null }: EchoOptions): Promise<void> {
  const client = await connectAsync(`mqtt://${host}:${port}`, { protocolVersion: 4, reconnectPeriod: 0 })
  if ('setNoDelay' in client.stream && typeof client.stream.setNoDelay === 'function') client.stream.setNoDelay(true)
  const key = keyPem === null ? null : readPrivateKey(keyPem)
  const outputs = Array.from({ length: variants }, (_, variant) =>
    `line of variant ${variant}\n`.repeat(1 + Math.floor(outputBytes / 18)).slice(0, outputBytes),
  )
  client.on('message', (topic, payload) => {
    const deviceId = topic.split('/')[1] ?? ''
    const command = JSON.parse(payload.toString()) as EchoedCommand
    const { command_id: commandId } = command
    const usual = outputs[Number(/\d+$/.exec(deviceId)?.[0] ?? 0) % variants] ?? ''
    const output = deviceId === oddDeviceId ? `the odd one\n${usual}` : usual
    const answer = {
      device_id: deviceId,
      command_id: commandId,
      success: true,
      output,
      timestamp: Date.now() / 1000,
      ...(key !== null && proofFor(key, deviceId, command, output)),
    }
    client.publish(`device/${deviceId}/result`, JSON.stringify(answer))
  })
  await client.subscribeAsync('device/+/command', { qos: 1 })
  report({ kind: 'ready' })
}

interface EchoedCommand {
  readonly command_id: string
  readonly session: string
  readonly sig: string
}

/** What an agent adds to the result of a signed command that ended well. */
function proofFor(
  key: PrivateKey,
  deviceId: string,
  { command_id: commandId, session, sig }: EchoedCommand,
  output: string,
) {
  const text = resultText({
    ...{ deviceId, commandId, session, exitCode: 0 },
    stdoutSha256: sha256(Buffer.from(output)),
    stderrSha256: sha256(Buffer.from('')),
    commandSigSha256: sha256(Buffer.from(sig, 'base64')),
  })
  return { exit_code: 0, error: '', session, key_id: key.public.id, sig: signText(key, text) }
}

function connectPacket(clientId: string): Buffer {
  const id = Buffer.from(clientId)
  const body = Buffer.concat([Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 60, 0, id.length]), id])
  return Buffer.concat([Buffer.from([0x10, body.length]), body])
}

/** Makes a heartbeat of the executor in the field, with changing figures. */
function heartbeatPacket(number: number, devices: number): Buffer {
  const deviceId = loadDeviceId(number % devices)
  const memory = 200 + (number % 700)
  const payload = `{"device_id":"${deviceId}","timestamp":${Date.now() / 1000},"uptime":${100_000 + number},"memory_usage":{"total":1024,"used":${memory},"percentage":${Math.round(memory / 10.24)}},"cpu_temperature":${40 + ((number * 7) % 300) / 10}}`
  const topic = `device/${deviceId}/heartbeat`
  const length = 2 + topic.length + payload.length
  const head = length < 128 ? [0x30, length] : [0x30, (length % 128) | 0x80, Math.floor(length / 128)]
  const packet = Buffer.allocUnsafe(head.length + length)
  packet.set(head)
  packet.writeUInt16BE(topic.length, head.length)
  packet.write(topic, head.length + 2, 'latin1')
  packet.write(payload, head.length + 2 + topic.length, 'latin1')
  return packet
}
