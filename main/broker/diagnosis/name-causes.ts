import type { Cause } from './cause.ts'

/** Causes of names that only containers, or a network of their own, can resolve. */
export const NAME_CAUSES = {
  'dns-container': {
    isFatal: false,
    message: {
      en: 'The name {host} is not known here: it looks like the name of a container or service, which exists only inside Docker, Compose or Kubernetes.',
      zh: '本机查不到 {host}：它看起来是容器或服务的名字，只在 Docker、Compose 或 Kubernetes 内部有效。',
    },
    fix: {
      en: 'Enter the IP address or name of the computer on which the container runs (for this computer: 127.0.0.1), and publish the port, for example with `-p {port}:{port}` or `ports:`.',
      zh: '请填写运行容器的那台计算机的 IP 地址或主机名（本机就是 127.0.0.1），并映射端口，例如 `-p {port}:{port}` 或 `ports:`。',
    },
    brokerHint: {
      en: 'On the computer with the container: `docker ps` shows which ports are published.',
      zh: '在运行容器的计算机上执行 `docker ps` 查看映射了哪些端口。',
    },
  },
  'dns-home-assistant': {
    isFatal: false,
    message: {
      en: 'The name {host} is not known here: it exists only inside Home Assistant, for its add-ons.',
      zh: '本机查不到 {host}：这个名字只在 Home Assistant 内部有效，供它的加载项使用。',
    },
    fix: {
      en: 'Enter the address of Home Assistant itself, for example homeassistant.local or its IP address, with the port that the add-on publishes (usually 1883).',
      zh: '请填写 Home Assistant 本身的地址，例如 homeassistant.local 或它的 IP 地址，端口用加载项对外开放的端口（一般是 1883）。',
    },
    brokerHint: {
      en: 'In Home Assistant: Settings → Add-ons → Mosquitto broker → Configuration → Network shows the port.',
      zh: '在 Home Assistant 中：设置 → 加载项 → Mosquitto broker → 配置 → 网络，可以看到端口。',
    },
  },
  'dns-docker-host': {
    isFatal: false,
    message: {
      en: 'The name {host} is not known here: it is the name by which a container reaches the computer that it runs on.',
      zh: '本机查不到 {host}：这是容器用来访问它所在计算机的名字。',
    },
    fix: {
      en: 'This app runs on the computer itself: enter 127.0.0.1 for a broker on this computer, else the IP address of the other one.',
      zh: '本应用直接运行在计算机上：Broker 在本机就填 127.0.0.1，否则填另一台计算机的 IP 地址。',
    },
    brokerHint: null,
  },
  'dns-local-name': {
    isFatal: false,
    message: {
      en: 'The name {host} is not known to the name server; it is a name without a domain, which only its own network may know.',
      zh: '域名服务器查不到 {host}；它是不带域名的短名字，可能只有它自己的网络认识。',
    },
    fix: {
      en: 'Check the spelling, try {host}.local, or enter the IP address of the broker. The name of a container or a Compose service counts only inside Docker: use the computer on which it runs.',
      zh: '请检查拼写，试试 {host}.local，或直接填写 Broker 的 IP 地址。容器名或 Compose 服务名只在 Docker 内部有效：请改用运行它的计算机的地址。',
    },
    brokerHint: {
      en: 'On the broker: `hostname -I` shows its addresses.',
      zh: '在 Broker 上执行 `hostname -I` 可以看到它的地址。',
    },
  },
} as const satisfies Record<string, Cause>

const DOCKER_HOST =
  /^(?:host|gateway|kubernetes)\.docker\.internal$|^host\.(?:containers|minikube|lima|orb|k3d|rancher-desktop)\.internal$|^host-gateway$/
/** Add-ons are `core-NAME`, `local-NAME` or eight hexadecimal digits and a name; `local.hass.io` is their domain. */
const HOME_ASSISTANT =
  /^(?:core|local|a0d7b954|[0-9a-f]{8})[-_][a-z0-9_-]+$|(?:^|\.)local\.hass\.io$|^(?:supervisor|hassio)$/
const CLUSTER =
  /\.(?:svc|docker\.internal|containers\.internal)$|\.svc\.cluster\.local$|\.(?:dns\.podman|lxd|orb\.local)$|^tasks\.[\w-]+$/
/** Programs and words by which services are called in files of Compose. */
const SERVICE_WORDS: ReadonlySet<string> = new Set([
  ...['mosquitto', 'mqtt', 'mqtts', 'emqx', 'hivemq', 'vernemq', 'nanomq', 'rmqtt', 'rabbitmq', 'activemq', 'artemis'],
  ...['broker', 'eclipse', 'messagebus', 'zigbee2mqtt', 'homeassistant'],
])

/** Why the name server cannot know such a name; null for a name that anybody may have. */
export function nameCause(host: string): keyof typeof NAME_CAUSES | null {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (DOCKER_HOST.test(name)) return 'dns-docker-host'
  if (HOME_ASSISTANT.test(name)) return 'dns-home-assistant'
  if (CLUSTER.test(name)) return 'dns-container'
  if (name.includes('.')) return null
  const words = name.split(/[-_]/)
  const isService = words.some((word) => SERVICE_WORDS.has(word.replace(/(?<!\d)\d+$/, '')))
  // Compose numbers its containers: `project_service_1`.
  const isNumbered = words.length >= 3 && /^\d{1,3}$/.test(words.at(-1) ?? '')
  return isService || isNumbered ? 'dns-container' : 'dns-local-name'
}
