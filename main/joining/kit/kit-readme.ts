import type { BrokerPlace } from '../look/look-script.ts'

/** Says to the person at the device what to do with the folder, in the operator's language. */
export function kitReadme(deviceId: string, broker: BrokerPlace, language: 'en' | 'zh-CN'): string {
  const place = `${broker.host}:${broker.port}${broker.isTls ? ' (TLS)' : ''}`
  return `${(language === 'zh-CN' ? chinese(deviceId, place) : english(deviceId, place)).join('\n')}\n`
}

function english(deviceId: string, place: string): string[] {
  return [
    `# ${deviceId}`,
    '',
    `Brings this device to the broker ${place}, with the Waypost agent. The folder holds the login of the device: give it to nobody else.`,
    '',
    '1. Copy the folder to the device (USB stick, SD card, scp).',
    '2. Read `install.sh`, then run it: `sudo sh install.sh`. It needs Debian or Raspberry Pi OS; where Python, paho-mqtt or openssl is missing, also a package source.',
    '3. Take `device.pub`, which it writes beside itself, back to the console: device → Signatures → Load the key of this device. From then on results are proven.',
    '4. Delete the folder from the USB stick and the device.',
    '',
    'An old executor with the same device id has to be stopped first: `sudo systemctl disable --now rpi-executor`.',
    '',
    'Remove it: `sudo sh install.sh --undo`, or on the device `sudo sh /usr/local/lib/waypost/undo.sh`.',
  ]
}

function chinese(deviceId: string, place: string): string[] {
  return [
    `# ${deviceId}`,
    '',
    `通过 Waypost 代理程序将此设备接入 Broker ${place}。文件夹中含有设备的登录信息：请勿交给他人。`,
    '',
    '1. 将文件夹复制到设备（U 盘、SD 卡、scp）。',
    '2. 先阅读 `install.sh`，再执行：`sudo sh install.sh`。需要 Debian 或 Raspberry Pi OS；若缺少 Python、paho-mqtt 或 openssl，还需要软件源。',
    '3. 将它在旁边写出的 `device.pub` 带回控制台：设备 → 签名 → 载入此设备的密钥。此后会校验它的结果。',
    '4. 从 U 盘和设备上删除此文件夹。',
    '',
    '使用相同设备 ID 的旧执行器须先停止：`sudo systemctl disable --now rpi-executor`。',
    '',
    '移除：`sudo sh install.sh --undo`，或在设备上执行 `sudo sh /usr/local/lib/waypost/undo.sh`。',
  ]
}
