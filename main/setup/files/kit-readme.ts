import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { hasTls, hostsForDevice } from '../plan/plan-traits.ts'

/** Says to the person at the device which file goes where, how it starts at boot, and how to undo it. */
export function kitReadme(plan: SetupPlan, deviceId: string): string {
  const isTls = hasTls(plan)
  const hosts = hostsForDevice(plan, plan.devices.indexOf(deviceId))
  const addresses = hosts.map((host) => `${host}:${plan.port}`).join(', ')
  const lines = [
    `# ${deviceId}`,
    '',
    `Connects this device to ${addresses} (${plan.name}). Keep the folder secret and delete it here once it is on the device.`,
    `把此设备接入 ${addresses}（${plan.name}）。请妥善保管此文件夹，放到设备上后删除这里的副本。`,
    '',
    '## Place · 放置',
    '',
    ...(isTls ? bridged() : direct()),
    '',
    '## Start at boot · 随开机启动',
    '',
    'The executor starts as it was installed, usually as a systemd service. See that it is enabled:',
    '执行器按其安装方式启动，通常是 systemd 服务。请确认已启用：',
    '',
    ...block('systemctl list-unit-files | grep -i executor', 'sudo systemctl enable --now rpi-executor'),
    '',
    'Without a service of its own, run it from `crontab -e`: `@reboot python3 /path/to/rpi_executor.py`.',
    '若没有服务，可在 `crontab -e` 中加入：`@reboot python3 /path/to/rpi_executor.py`。',
    '',
    '## Undo · 撤销',
    '',
    ...(isTls
      ? block(
          'sudo rm /etc/mosquitto/conf.d/waypost-bridge.conf',
          'sudo systemctl restart mosquitto',
          'mv rpi_executor_config.json.before rpi_executor_config.json',
        )
      : block('mv rpi_executor_config.json.before rpi_executor_config.json')),
    '',
  ]
  return lines.join('\n')
}

function bridged(): string[] {
  return [
    '1. Copy the folder to the device and run `sudo sh install-bridge.sh` in it: Mosquitto on the device takes the executor and speaks TLS to the broker.',
    '   把文件夹复制到设备，并在其中执行 `sudo sh install-bridge.sh`：设备上的 Mosquitto 接收执行器，再以 TLS 连接 Broker。',
    '2. Keep the old `rpi_executor_config.json` beside the executor as `rpi_executor_config.json.before`, put the new one in its place, and restart the executor.',
    '   把执行器旁原有的 `rpi_executor_config.json` 改名为 `rpi_executor_config.json.before`，放入新文件，然后重启执行器。',
    '',
    '`rpi_executor_config.tls.json` is for an executor that knows TLS itself: then the bridge is not needed. `.env` is for other programs.',
    '`rpi_executor_config.tls.json` 供自身支持 TLS 的执行器使用，此时不需要桥接。`.env` 供其他程序使用。',
  ]
}

function direct(): string[] {
  return [
    '1. Keep the old `rpi_executor_config.json` beside the executor as `rpi_executor_config.json.before`, put the new one in its place, and restart the executor.',
    '   把执行器旁原有的 `rpi_executor_config.json` 改名为 `rpi_executor_config.json.before`，放入新文件，然后重启执行器。',
    '',
    '`.env` holds the same for other programs.',
    '`.env` 以环境变量形式提供同样的内容。',
  ]
}

function block(...commands: readonly string[]): string[] {
  return ['```sh', ...commands, '```']
}
