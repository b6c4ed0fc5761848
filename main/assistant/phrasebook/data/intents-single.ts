import type { IntentEntry } from '../entry-types.ts'

/** One of several: each core, one container. */
export const SINGLE_INTENTS: readonly IntentEntry[] = [
  {
    id: 'cpu-per-core',
    title: ['Usage of each core', '各核占用率'],
    explanation: ['Shows how busy each core of the processor is.', '显示处理器每个核的占用率。'],
    linux: 'top -b -n 1 -1 | head -n 12',
    powershell: "Get-Counter -Counter '\\Processor(*)\\% Processor Time' -MaxSamples 1",
    when: ['each-core usage|load|high +cpu +status|well *1.4'],
    examples: ['usage of each core', ['各核的占用率', '每个核的使用率多少']],
  },
  {
    id: 'container-usage-of',
    title: ['What a container uses', '容器的资源占用'],
    explanation: [
      'Shows how much processor and memory the container {process} uses.',
      '显示容器 {process} 占用的处理器和内存。',
    ],
    linux: 'docker stats --no-stream {process}',
    powershell: 'docker stats --no-stream {process}',
    cmd: 'docker stats --no-stream {process}',
    when: ['container <process> usage|cpu|memory|load +size +high -space|disk *1.3'],
    examples: ['how much memory does the container nodered use', 'nodered 容器占多少内存'],
  },
  {
    id: 'container-restarts',
    title: ['Restarts of a container', '容器重启次数'],
    explanation: [
      'Shows how often {process} was restarted by itself, since when it runs and how it last ended.',
      '显示 {process} 被自动重启的次数、何时启动以及上次如何结束。',
    ],
    linux:
      "docker inspect --format '{{.RestartCount}} {{.State.StartedAt}} {{.State.Status}} {{.State.ExitCode}}' {process}",
    powershell:
      "docker inspect --format '{{.RestartCount}} {{.State.StartedAt}} {{.State.Status}} {{.State.ExitCode}}' {process}",
    when: [
      'container <process> restart|reboot-loop|boot-history how-many|question|number +recent -why *1.4',
      'container <process> boot-history +how-many +recent -why *1.4',
    ],
    examples: ['how often did the container nodered restart', 'nodered 容器重启过几次'],
  },
]
