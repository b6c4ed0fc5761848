const PREFIXES = ['LANGSMITH_', 'LANGCHAIN_', 'OPENAI_'] as const

/** Takes out of `env` what model libraries read on their own: tracing, gateways, keys. Call it before any of them loads. */
export function removeModelEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    if (PREFIXES.some((prefix) => name.toUpperCase().startsWith(prefix))) delete env[name]
  }
}
