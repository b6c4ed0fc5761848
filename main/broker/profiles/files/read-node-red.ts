import { fieldsOf, nameOf, type ProfileDraft, plainText, textOf } from './profile-draft.ts'
import { readSettings } from './read-settings.ts'
import { groupSettings, type Setting } from './setting-groups.ts'

/** Fields of a broker's node, with the setting that each is. */
const FIELDS: readonly (readonly [field: string, name: string])[] = [
  ['broker', 'mqtt_host'],
  ['port', 'mqtt_port'],
  ['usetls', 'mqtt_tls'],
  ['keepalive', 'mqtt_keepalive'],
  ['clientid', 'mqtt_client_id'],
  ['willTopic', 'mqtt_will'],
  ['birthTopic', 'mqtt_will'],
]
/** Fields of the node of TLS beside it. */
const TLS_FIELDS: readonly (readonly [field: string, name: string])[] = [
  ['ca', 'mqtt_ca_file'],
  ['caname', 'mqtt_ca_file'],
  ['cert', 'mqtt_client_cert_file'],
  ['certname', 'mqtt_client_cert_file'],
  ['key', 'mqtt_client_key_file'],
  ['keyname', 'mqtt_client_key_file'],
  ['servername', 'mqtt_tls_server_name'],
  ['verifyservercert', 'mqtt_tls_verify'],
]

type Fields = ReadonlyMap<string, unknown>

/** The brokers of a flow of Node-RED, each with its node of TLS; empty where the list is no flow. */
export function readNodeRed(nodes: readonly unknown[]): ProfileDraft[] {
  const all = nodes.map(fieldsOf)
  return all
    .filter((node) => node.get('type') === 'mqtt-broker')
    .map((node) => {
      const isTls = node.get('usetls') === true || plainText(node.get('usetls')) === 'true'
      const tls = all.find((one) => one.get('type') === 'tls-config' && one.get('id') === node.get('tls'))
      const credentials = fieldsOf(node.get('credentials'))
      const settings = [
        ...settingsIn(node, FIELDS),
        ...(isTls && tls !== undefined ? settingsIn(tls, TLS_FIELDS) : []),
        ...settingsIn(credentials, [
          ['user', 'mqtt_username'],
          ['password', 'mqtt_password'],
        ]),
      ]
      const name = nameOf(textOf(node.get('name')))
      const [group] = groupSettings(settings, 1)
      if (group === undefined) return null
      const draft = readSettings(group)
      return name === '' ? draft : { ...draft, label: name, profile: { ...draft.profile, name } }
    })
    .filter((draft) => draft !== null)
}

function settingsIn(fields: Fields, names: readonly (readonly [field: string, name: string])[]): Setting[] {
  return names.flatMap(([field, fullName]) => {
    const value = fields.get(field)
    const text = typeof value === 'boolean' ? String(value) : plainText(value)
    return text === '' ? [] : [{ name: field, fullName, text, problem: null }]
  })
}
