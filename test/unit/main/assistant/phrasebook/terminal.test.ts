import { describe, expect, it } from 'vitest'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'

const phrasebook = new Phrasebook()

const answerTo = (text: string) => phrasebook.answer(text, 'raspberrypi')

/** The command that the request in place of `text` leads to, in English and Chinese. */
function onceInstead(text: string): readonly (string | null)[] {
  const answer = answerTo(text)
  if (answer.decision !== 'decline' || answer.instead === undefined) return []
  return [answer.instead.en, answer.instead.zh].map((request) => {
    const once = answerTo(request)
    return once.decision === 'propose' ? once.command.command : null
  })
}

describe('a request that wants a terminal', () => {
  it.each([
    ['vim /etc/hosts', 'vim'],
    ['sudo nano /boot/config.txt', 'nano'],
    ['用 vi 打开 /etc/fstab', 'vi'],
    ['编辑 /etc/hosts', '编辑'],
    ['edit /etc/hosts', 'edit'],
    ['htop', 'htop'],
    ['打开 top', 'top'],
    ['raspi-config', 'raspi-config'],
    ['帮我打开 raspi-config', 'raspi-config'],
    ['crontab -e', 'crontab -e'],
    ['编辑定时任务', 'crontab -e'],
    ['passwd', 'passwd'],
    ['sudo su', 'su'],
    ['切换到 root', 'su'],
    ['visudo', 'visudo'],
    ['ssh pi@192.168.1.9', 'ssh'],
    ['ssh 到 192.168.1.9', 'ssh'],
    ['telnet 192.168.1.1', 'telnet'],
    ['minicom -D /dev/ttyUSB0', 'minicom'],
    ['screen /dev/ttyUSB0 115200', 'screen'],
    ['进 python3', 'python3'],
    ['进 mysql 命令行', 'mysql'],
    ['docker exec -it grafana bash', 'docker exec'],
    ['进容器 grafana', 'docker exec'],
    ['watch -n 1 df -h', 'watch'],
    ['iftop', 'iftop'],
    ['nmtui', 'nmtui'],
  ])('%s: is declined by its name', (text, word) => {
    expect(answerTo(text)).toMatchObject({ decision: 'decline', reason: 'terminal', word })
  })

  it.each([
    ['crontab -e', 'crontab -l 2>/dev/null; systemctl list-timers --all --no-pager'],
    ['htop', 'top -b -n 1 | head -n 20'],
    ['iotop', 'vmstat 1 3'],
    ['nethogs', 'cat /proc/net/dev; sleep 2; cat /proc/net/dev'],
    ['vim /etc/hosts', 'cat /etc/hosts'],
    ['编辑 /etc/mosquitto/mosquitto.conf', 'cat /etc/mosquitto/mosquitto.conf'],
    ['watch -n 2 df -h', 'df -h'],
    ['nmtui', 'nmcli connection show'],
    ['docker exec -it grafana sh', 'docker ps'],
    ['mc', 'ls -la /home'],
  ])('%s: offers a request that shows it once', (text, command) => {
    expect(onceInstead(text)).toEqual([command, command])
  })

  it.each([
    ['安装 htop', 'sudo -n apt-get -y install htop'],
    ['vim 装了吗', 'command -v vim || dpkg-query -l vim'],
    ['ssh 开着没', 'systemctl status ssh --no-pager'],
    ['启动 mysql', 'sudo -n systemctl start mysql'],
    ['重启 redis', 'sudo -n systemctl restart redis-server'],
    ['telnet 10.0.0.5 502', 'nc -zv -w 3 10.0.0.5 502 2>&1'],
    ['python3 版本', 'python3 --version'],
    ['看下 /etc/hosts', 'cat /etc/hosts'],
    ['fdisk 在不在', null],
  ])('%s: is none', (text, command) => {
    const answer = answerTo(text)
    expect(answer.decision === 'propose' ? answer.command.command : null).toBe(command)
    if (answer.decision === 'decline') expect(answer.reason).not.toBe('terminal')
  })

  it.each(['watch -n 1 reboot', 'watch rm -rf /', 'raspi-config'])('%s: offers nothing that is no look', (text) => {
    const answer = answerTo(text)
    expect(answer).toMatchObject({ decision: 'decline', reason: 'terminal' })
    expect(answer).not.toHaveProperty('instead')
  })

  it('keeps the letters of a path as they were typed', () => {
    expect(answerTo('vim /opt/App/Config.yaml')).toMatchObject({
      instead: { en: 'show /opt/App/Config.yaml', zh: '查看 /opt/App/Config.yaml' },
    })
  })
})
