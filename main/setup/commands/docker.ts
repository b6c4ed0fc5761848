import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { type GeneratedFile, octal } from '../files/generated-file.ts'
import { commandsOf, type Line } from './command-line.ts'
import { dockerFirewall } from './firewall.ts'

/** Sets the mode of one file of the configuration folder. */
export function modeInFolder({ path, mode }: GeneratedFile): string {
  return `chmod ${octal(mode)} ${path}`
}

/** The lines to run at a computer with Docker Compose, in the saved folder. */
export function dockerCommands(plan: SetupPlan, files: readonly GeneratedFile[]): SetupCommand[] {
  const secrets = files.filter(({ isSecret }) => isSecret)
  return commandsOf('bash', [
    [
      'install',
      'docker compose version',
      'Compose must be there as a part of Docker (version 2 or newer).',
      '需要 Docker 自带的 Compose（2 或更新版本）。',
    ],
    ...secrets.map((file): Line => ['place', `sudo ${modeInFolder(file)}`, file.why.en, file.why.zh]),
    [
      'place',
      'sudo chown -R 1883:1883 config',
      'In the container the broker runs as uid 1883: keys that belong to root it could not read.',
      '容器中的 Broker 以 uid 1883 运行：属于 root 的密钥它无法读取。',
    ],
    [
      'start',
      'docker compose up -d --force-recreate',
      'Starts the broker, and takes a changed configuration over; it comes back with the computer.',
      '启动 Broker 并采用更改后的配置；它会随计算机重新启动。',
    ],
    ['check', 'docker compose ps', 'It should say Up, not Restarting.', '应显示 Up，而不是 Restarting。'],
    [
      'check',
      'docker compose logs --tail 50 mosquitto',
      'Names the line of the configuration when the broker did not start.',
      '若 Broker 未能启动，此处会指出配置中的哪一行有误。',
    ],
    [
      'check',
      `docker compose port mosquitto ${plan.port}`,
      'Shows on which address the port is published.',
      '显示端口发布在哪个地址上。',
    ],
    ...dockerFirewall(plan),
    [
      'undo',
      'docker compose down',
      'Stops and removes the container; what it stored stays in its volumes.',
      '停止并删除容器；其存储的数据保留在卷中。',
    ],
    [
      'undo',
      'docker compose down --volumes',
      'Deletes the stored sessions, retained messages and logs as well.',
      '同时删除已保存的会话、保留消息和日志。',
    ],
  ])
}
