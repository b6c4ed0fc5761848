import { z } from 'zod'
import { COMMAND_STATES, type CommandState } from '../../preload/contract/models/commands/command.ts'

const commandState = z
  .string()
  .transform((text) => text.trim().toLowerCase().replace(/[ _]+/g, '-'))
  .transform((text) => (text === 'proposed' ? 'approved' : text))
  .pipe(z.enum(COMMAND_STATES))

const sceneSchema = z.object({
  now: z.union([z.number(), z.string()]).optional(),
  devices: z
    .array(
      z.object({
        id: z.string(),
        presence: z.string().nullish(),
        interval_s: z.number().nullish(),
        os: z.string().nullish(),
        capabilities: z.array(z.string()).nullish(),
      }),
    )
    .default([]),
  commands: z
    .array(
      z.object({
        command_id: z.string(),
        device: z.string(),
        command: z.string().nullish(),
        timeout: z.number().nullish(),
        state: commandState,
        output: z.string().nullish(),
      }),
    )
    .default([]),
})

/** A command of ours in its state before the message comes. */
export interface SceneCommand {
  readonly deviceId: string
  readonly timeoutS: number
  readonly state: CommandState
  readonly output: string
}

/** State of the console before every line; each line is judged in it alone. */
export interface Scene {
  /** Epoch ms. */
  readonly now: number
  readonly capabilities: ReadonlyMap<string, readonly string[]>
  readonly commands: ReadonlyMap<string, SceneCommand>
}

const EPOCH_MS_FROM = 1e11

/** Parses a state file; throws with words if it does not have the form that the usage names. */
export function readScene(text: string): Scene {
  const parsed = sceneSchema.parse(JSON.parse(text))
  const now = parsed.now === undefined ? Date.now() : timeOf(parsed.now)
  if (!Number.isFinite(now)) throw new Error('now is no time')
  return {
    now,
    capabilities: new Map(parsed.devices.map((device) => [device.id, device.capabilities ?? []])),
    commands: new Map(
      parsed.commands.map((command) => [
        command.command_id,
        {
          deviceId: command.device,
          timeoutS: command.timeout ?? 30,
          state: command.state,
          output: command.output ?? '',
        },
      ]),
    ),
  }
}

function timeOf(value: number | string): number {
  if (typeof value === 'string') return Date.parse(value)
  return value > EPOCH_MS_FROM ? value : value * 1000
}
