const COMMAND_MAX_CHARS = 60

/** Name of a part of the conversation that tells it from the others: its kind, its command and its time, where it has one. */
export function regionName(kind: string, command: string, time = ''): string {
  const [line = ''] = command.split('\n')
  const short = line.length > COMMAND_MAX_CHARS ? `${line.slice(0, COMMAND_MAX_CHARS)}…` : line
  return [kind, short, time].filter(Boolean).join(': ')
}
