import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Invocation } from './situation.ts'

/** A program that runs the tool, with what comes before its arguments. */
export interface DiagnoseRuntime {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export interface DiagnoseOutcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const tool = fileURLToPath(new URL('../../../tools/diagnose.ts', import.meta.url))

/** Node runs the sources as they are. */
export const NODE_RUNTIME: DiagnoseRuntime = { program: process.execPath, args: [tool], env: {} }

/** Electron as Node: its own BoringSSL, on a bundle, because its Node reads no TypeScript. */
export async function electronRuntime(executablePath: string, folder: string): Promise<DiagnoseRuntime> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: tool,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'diagnose.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return { program: executablePath, args: [`${folder}/diagnose.mjs`], env: { ELECTRON_RUN_AS_NODE: '1' } }
}

export async function runDiagnose(
  runtime: DiagnoseRuntime,
  { args, stdin = '' }: Invocation,
): Promise<DiagnoseOutcome> {
  const child = spawn(runtime.program, [...runtime.args, '--json', ...args], {
    env: { ...process.env, ...runtime.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}
