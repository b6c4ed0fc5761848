import type { JoinStep, JoinStepName } from '../../../preload/contract/models/devices/joining.ts'
import { PROOF_COMMAND } from '../prove/prove.ts'
import type { InstallStep } from './install-steps.ts'

/** How far one step is; `ms` is null until it is over. */
export type StepProgress = Pick<JoinStep, 'state' | 'ms'>

const WAITING: StepProgress = { state: 'waiting', ms: null }

/** The steps as they are shown before and while they run, with the proof behind them; no secret among them. */
export function stepViews(
  steps: readonly InstallStep[],
  progress: ReadonlyMap<JoinStepName, StepProgress>,
): readonly JoinStep[] {
  if (steps.length === 0) return []
  const views = steps.map(
    ({ name, why, isRoot, commands, files }): JoinStep => ({
      ...{ name, why, isRoot, commands },
      files: files.map(({ target, mode, shown }) => ({ path: target, mode: octal(mode), text: shown })),
      ...(progress.get(name) ?? WAITING),
    }),
  )
  const proof = { name: 'prove', why: PROOF_WHY, isRoot: false, commands: [PROOF_COMMAND], files: [] } as const
  return [...views, { ...proof, ...(progress.get('prove') ?? WAITING) }]
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}

const PROOF_WHY = {
  en: 'Its status arrives; this command is signed and answered under its key; an unsigned one is refused.',
  zh: '收到设备状态；签名的此命令得到以设备密钥签名的应答；未签名的命令被拒绝。',
}
