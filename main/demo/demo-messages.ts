import type { DemoDialect } from './demo-device.ts'
import type { SimulatedMachine } from './machine.ts'
import type { ShellResult } from './shell.ts'

/** A command as the simulated device parsed it. */
export interface DemoCommand {
  readonly id: string
  readonly line: string
  readonly timeoutS: number
  /** Epoch ms. */
  readonly expiresAt: number | null
}

const DEFAULT_TIMEOUT_S = 30

/** Reads a command payload (main/devices/wire/README.md, section 1); null if it is invalid. */
export function commandPayload(payload: Buffer): DemoCommand | null {
  let body: unknown
  try {
    body = JSON.parse(payload.toString())
  } catch {
    return null
  }
  if (typeof body !== 'object' || body === null || !('command' in body) || typeof body.command !== 'string') return null
  const id = 'command_id' in body && typeof body.command_id === 'string' ? body.command_id : 'unknown'
  const timeoutS = 'timeout' in body && typeof body.timeout === 'number' ? body.timeout : DEFAULT_TIMEOUT_S
  const expiry = 'expires_at' in body && typeof body.expires_at === 'string' ? Date.parse(body.expires_at) : Number.NaN
  return { id, line: body.command, timeoutS, expiresAt: Number.isNaN(expiry) ? null : expiry }
}

/** Builds the payloads of one simulated device. Every status and heartbeat carries `simulated: true`. */
export class DemoMessages {
  readonly #machine: SimulatedMachine
  readonly #isModern: boolean

  constructor(machine: SimulatedMachine, dialect: DemoDialect) {
    this.#machine = machine
    this.#isModern = dialect === 'modern'
  }

  status(status: 'online' | 'offline', at: number, isLastWill: boolean): string {
    const { facts } = this.#machine
    return this.#json(at, {
      status,
      agent: 'waypost-demo',
      simulated: true,
      ...(isLastWill ? { last_will: true } : {}),
      ...(this.#isModern
        ? {
            version: '1',
            capabilities: ['ack', 'exit', 'expiry', 'dedupe'],
            os: facts.kind === 'raspberrypi' ? 'raspberrypi' : 'linux',
            shell: '/bin/sh',
            hostname: facts.hostname,
            ip_address: facts.ipAddress,
          }
        : {}),
    })
  }

  heartbeat(at: number): string {
    const machine = this.#machine
    const total = machine.facts.memoryMb
    const used = machine.memoryUsedMb(at)
    const disk = { disk_percent: Math.round((machine.diskUsedMb(at) / machine.facts.diskMb) * 1000) / 10 }
    return this.#json(at, {
      uptime: machine.uptimeS(at),
      memory_usage: { total, used, percentage: Math.round((used / total) * 1000) / 10 },
      cpu_temperature: machine.temperatureC(at),
      simulated: true,
      ...(this.#isModern ? { cpu_usage: machine.cpuPercent(at), ...disk } : {}),
    })
  }

  sensorData(at: number): string {
    const wave = (periodMs: number) => Math.sin(at / periodMs)
    return this.#json(at, {
      device_type: 'greenhouse',
      location: 'greenhouse 2',
      temperature: Math.round((23 + 2 * wave(211_000)) * 10) / 10,
      humidity: Math.round(62 + 4 * wave(157_000)),
      co2: Math.round(640 + 40 * wave(301_000)),
      light_level: Math.round(8_200 + 600 * wave(401_000)),
      battery: 38,
      simulated: true,
    })
  }

  ack(commandId: string, state: 'received' | 'running' | 'rejected', at: number, reason?: string): string {
    return this.#json(at, { command_id: commandId, state, ...(reason === undefined ? {} : { reason }) })
  }

  /** Builds a result; `result` null means that the command timed out. */
  result(
    command: DemoCommand,
    result: ShellResult | null,
    { startedAt, durationMs, at }: { startedAt: number; durationMs: number; at: number },
  ): string {
    const stderr = result?.stderr ?? `Command timed out after ${command.timeoutS} seconds`
    const stdout = result?.stdout ?? ''
    return this.#json(at, {
      command_id: command.id,
      success: result?.exitCode === 0,
      output: stdout,
      ...(stderr === '' ? {} : { error: stderr }),
      ...(this.#isModern
        ? {
            exit_code: result?.exitCode ?? 124,
            stdout,
            stderr,
            started_at: new Date(startedAt).toISOString(),
            duration_ms: durationMs,
            truncated: false,
          }
        : {}),
    })
  }

  #json(at: number, body: Record<string, unknown>): string {
    return JSON.stringify({ device_id: this.#machine.facts.deviceId, ...body, timestamp: this.#timestamp(at) })
  }

  /** Formats local time without a zone, with microseconds, as the executor in the field does. */
  #timestamp(at: number): string {
    if (this.#isModern) return new Date(at).toISOString()
    const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString()
    return `${local.slice(0, -1)}000`
  }
}
