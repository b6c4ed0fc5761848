/** Systems on which a broker runs, each with the commands that say how it stands. */
export const COMMAND_PLATFORMS = ['debian', 'windows', 'docker', 'mac'] as const
export type CommandPlatform = (typeof COMMAND_PLATFORMS)[number]

type CommandTopic = 'status' | 'log' | 'logFile' | 'config' | 'ports' | 'restart'

/** In the order of use when "the service will not start". Debian: the package's unit and paths; Docker: the image's. */
export const BROKER_COMMANDS: Readonly<Record<CommandPlatform, readonly (readonly [CommandTopic, string])[]>> = {
  debian: [
    ['status', 'systemctl status mosquitto --no-pager'],
    ['log', 'sudo journalctl -u mosquitto -n 50 --no-pager'],
    ['logFile', 'sudo tail -n 50 /var/log/mosquitto/mosquitto.log'],
    ['config', "sudo grep -rv '^\\s*\\(#\\|$\\)' /etc/mosquitto/mosquitto.conf /etc/mosquitto/conf.d/"],
    ['ports', "sudo ss -ltnp | grep -E ':(1883|8883|9001)\\b'"],
    ['restart', 'sudo systemctl restart mosquitto'],
  ],
  windows: [
    ['status', 'Get-Service mosquitto'],
    ['log', 'Get-Content "$env:ProgramFiles\\mosquitto\\mosquitto.log" -Tail 50'],
    ['config', 'Get-Content "$env:ProgramFiles\\mosquitto\\mosquitto.conf" | Select-String -NotMatch "^\\s*(#|$)"'],
    ['ports', 'Get-NetTCPConnection -State Listen -LocalPort 1883,8883,9001 -ErrorAction SilentlyContinue'],
    ['restart', 'Restart-Service mosquitto'],
  ],
  docker: [
    ['status', 'docker compose ps'],
    ['log', 'docker compose logs --tail 50 mosquitto'],
    ['config', 'docker compose exec mosquitto cat /mosquitto/config/mosquitto.conf'],
    ['ports', "sudo ss -ltnp | grep -E ':(1883|8883|9001)\\b'"],
    ['restart', 'docker compose restart mosquitto'],
  ],
  mac: [
    ['status', 'brew services info mosquitto'],
    ['log', 'tail -n 50 "$(brew --prefix)/var/log/mosquitto/mosquitto.log"'],
    ['config', 'grep -v \'^\\s*#\' "$(brew --prefix)/etc/mosquitto/mosquitto.conf" | grep .'],
    ['ports', "sudo lsof -nP -iTCP -sTCP:LISTEN | grep -E ':(1883|8883|9001) '"],
    ['restart', 'brew services restart mosquitto'],
  ],
}
