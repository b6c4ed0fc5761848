import { quoted } from '../install/shell-words.ts'

/** Where the device is to find its broker, as it will stand in the agent's configuration. */
export interface BrokerPlace {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  /** PEM; null trusts the authorities of the device's system. */
  readonly ca: string | null
}

const SAY = `set +e
say() { printf '%s=%s\\n' "$1" "$(printf %s "$2" | tr -d '\\000-\\037' | cut -c1-2000)"; }`

/** Facts of the device, a `name=value` line each. Reads alone: nothing is written, started or stopped. */
const FACTS = `py() { /usr/bin/python3 -E -c "$1" 2>/dev/null; }
say kernel "$(uname -s)"
say host "$(hostname 2>/dev/null || cat /etc/hostname)"
say model "$(cat /proc/device-tree/model 2>/dev/null || cat /sys/class/dmi/id/product_name 2>/dev/null)"
say os "$(. /etc/os-release 2>/dev/null; printf %s "\${PRETTY_NAME:-}")"
say arch "$(uname -m)"
say uid "$(id -u)"
say python "$(py 'import sys; print("%d.%d.%d" % sys.version_info[:3])')"
say paho "$(py 'import paho.mqtt; print(paho.mqtt.__version__)')"
say openssl "$(openssl version 2>/dev/null)"
[ -d /run/systemd/system ] && say systemd yes
[ -d /etc/cron.d ] && say cron yes
say apt "$(command -v apt-get)"
say free "$(df -Pk /usr/local 2>/dev/null | awk 'NR==2 {print $4}')"
say freetmp "$(df -Pk /tmp 2>/dev/null | awk 'NR==2 {print $4}')"
say now "$(date +%s)"
say agent "$(sed -n 's/^VERSION = "\\([0-9A-Za-z.+-]*\\)"$/\\1/p' /usr/local/lib/waypost/waypost_agent.py 2>/dev/null)"
if [ "$(id -u)" = 0 ]; then say rights root
elif ! command -v sudo >/dev/null; then say rights none
elif sudo -k -n true 2>/dev/null; then say rights sudo
else say rights sudo-password
fi`

/**
 * Finds the executor that the agent may stand in for: its process or its unit, and the id in its configuration. A unit in which
 * it merely runs (cron, rc-local, the SSH server, the manager of an account) is not its own, and must never be stopped for it. A
 * shell or sudo that started it has its name among its words too, hence Python alone.
 */
const EXECUTOR = `manager=
ctl() {
  if [ -z "$manager" ]; then systemctl "$@"
  elif [ "$manager" = "$(id -un)" ]; then XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user "$@"
  elif [ "$(id -u)" != 0 ]; then return 1
  else su -s /bin/sh "$manager" -c "XDG_RUNTIME_DIR=/run/user/$(id -u "$manager") systemctl --user $*"
  fi 2>/dev/null
}
owns() {
  main=$(ctl show -p MainPID --value "$1.service")
  [ "$main" = "$2" ] && return
  case "$1" in *executor*) return 0 ;; esac
  ctl show -p ExecStart "$1.service" | grep -qE 'rpi[_-]?executor' && return
  case "$(tr '\\000' '\\n' <"/proc/$main/cmdline" 2>/dev/null | head -n 1)" in sh|*/sh|*bash|*dash) return 0 ;; esac
  return 1
}
say_unit() {
  say executor-unit "$1"
  say executor-manager "$manager"
  say executor-enabled "$(ctl is-enabled "$1.service")"
  say executor-active "$(ctl is-active "$1.service")"
  say executor-file "$(readlink -f "$(ctl show -p FragmentPath --value "$1.service")" 2>/dev/null)"
}
for process in /proc/[0-9]*; do
  line=$(tr '\\000' '\\n' <"$process/cmdline" 2>/dev/null) || continue
  program=$(printf '%s\\n' "$line" | grep -m1 -E '(^|/)rpi[_-]?executor[A-Za-z0-9_-]*\\.py$') || continue
  case "$(printf '%s\\n' "$line" | head -n 1)" in python*|*/python*) ;; *) continue ;; esac
  say executor-pid "\${process#/proc/}"
  say executor-user "$(stat -c %U "$process" 2>/dev/null)"
  unit=$(sed -n 's|.*/\\([A-Za-z0-9@._-]*\\)\\.service$|\\1|p' "$process/cgroup" 2>/dev/null | head -n 1)
  grep -q '/user@[0-9]*\\.service/' "$process/cgroup" 2>/dev/null && manager=$(stat -c %U "$process" 2>/dev/null)
  [ -n "$unit" ] && owns "$unit" "\${process#/proc/}" && say_unit "$unit"
  say executor-folder "$(readlink "$process/cwd" 2>/dev/null)"
  say executor-line "$(base64 -w0 <"$process/cmdline" 2>/dev/null)"
  config=$(dirname "$program")/rpi_executor_config.json
  case "$config" in /*) ;; *) config=$(readlink "$process/cwd" 2>/dev/null)/$config ;; esac
  break
done
if [ -z "\${config:-}" ]; then
  unit=$(systemctl list-unit-files --no-legend --type=service 2>/dev/null | grep -m1 -oE '^rpi[_-]?executor[A-Za-z0-9_-]*')
  [ -n "$unit" ] && say_unit "$unit"
  for file in "$HOME"/rpi_executor_config.json "$HOME"/*/rpi_executor_config.json /home/*/rpi_executor_config.json /home/*/*/rpi_executor_config.json /opt/*/rpi_executor_config.json; do
    [ -r "$file" ] && config=$file && break
  done
fi
if [ -n "\${config:-}" ]; then
  say executor yes
  say executor-id "$(sed -n 's/.*"device_id"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p' "$config" 2>/dev/null | head -n 1)"
fi`

/** Tries name, port, TLS, as the agent will; prints what happened and closes without a word of MQTT. */
const BROKER_TRY = `import os, socket, ssl
host, port = os.environ["WP_HOST"], int(os.environ["WP_PORT"])
def end(state, why=""):
    print("broker=" + state)
    print("broker-detail=" + " ".join(str(why).split())[:300])
    raise SystemExit
try:
    socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
except OSError as error:
    end("name", error)
try:
    sock = socket.create_connection((host, port), 8)
except socket.timeout as error:
    end("filtered", error)
except ConnectionRefusedError as error:
    end("refused", error)
except OSError as error:
    end("unreachable", error)
if os.environ.get("WP_TLS"):
    context = ssl.create_default_context(cadata=os.environ.get("WP_CA") or None)
    try:
        certificate = context.wrap_socket(sock, server_hostname=host).getpeercert() or {}
        print("broker-ends=%d" % ssl.cert_time_to_seconds(certificate["notAfter"]))
    except ssl.SSLCertVerificationError as error:
        code = error.verify_code
        end("certificate-time" if code in (9, 10) else "certificate-name" if code in (62, 64) else "certificate-ca", error.verify_message)
    except (ssl.SSLError, OSError) as error:
        end("not-tls", error)
end("ok")`

/** Lines of the whole look, as they are shown and run. */
export function lookScript(broker: BrokerPlace | null): readonly string[] {
  return [SAY, FACTS, EXECUTOR, ...(broker === null ? [] : brokerTry(broker))]
}

/** What root alone may read: the device id of an agent that is there, and an executor that runs as root. */
export const LOOK_AS_ROOT: readonly string[] = [
  SAY,
  `say agent-id "$(sed -n 's/.*"device_id"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p' /etc/waypost/agent.json 2>/dev/null | head -n 1)"`,
  EXECUTOR,
]

function brokerTry({ host, port, isTls, ca }: BrokerPlace): string[] {
  const values = [
    `WP_HOST=${quoted(host)}`,
    `WP_PORT=${port}`,
    ...(isTls ? ['WP_TLS=yes'] : []),
    ...(isTls && ca !== null ? [`WP_CA=${quoted(ca)}`] : []),
  ]
  return [`${values.join(' ')} /usr/bin/python3 -E - 2>/dev/null <<'END'`, BROKER_TRY, 'END', 'true']
}
