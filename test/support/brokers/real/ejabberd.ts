import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Scalar, stringify } from 'yaml'
import { findProgram } from '../../run/debian-packages.ts'
import { freeLoopbackPort } from '../mosquitto.ts'
import { startBrokerProcess } from './broker-process.ts'
import type { BrokerAccount, RealBroker, RealBrokerOptions } from './real-broker.ts'

const LIBRARIES = '/usr/lib/x86_64-linux-gnu:/usr/lib/aarch64-linux-gnu:/usr/lib'

/**
 * Starts ejabberd (Debian: 23.01) with mod_mqtt alone, in an Erlang without a node name, because `ejabberdctl` changes to
 * the user `ejabberd` and starts a port mapper.
 */
export function startEjabberd({ accounts }: RealBrokerOptions): Promise<RealBroker> {
  return startBrokerProcess('ejabberd', async (folder) => {
    const program = await findProgram('erl')
    if (program === undefined || (await findProgram('ejabberdctl')) === undefined) {
      throw new Error('ejabberd is not installed (Debian: apt-get install ejabberd)')
    }
    const port = await freeLoopbackPort()
    const file = path.join(folder, 'ejabberd.yml')
    await writeFile(file, stringify(configuration(port, accounts)), { mode: 0o600 })
    const register = accounts.map(
      ({ name, password }) => `ejabberd_auth:try_register(${binary(name)},${HOST},${binary(password)})`,
    )
    const script = [...register, 'io:format("accounts are there~n")'].join(',')
    return {
      port,
      program,
      args: [
        ...['-noinput', '-start_epmd', 'false', '+P', '250000'],
        ...['-mnesia', 'dir', `"${path.join(folder, 'data')}"`],
        ...['-s', 'ejabberd', '-eval', `${script}.`],
      ],
      env: {
        HOME: folder,
        ERL_LIBS: LIBRARIES,
        ERL_CRASH_DUMP: path.join(folder, 'crash.dump'),
        EJABBERD_CONFIG_PATH: file,
        EJABBERD_LOG_PATH: path.join(folder, 'ejabberd.log'),
      },
      isReady: /accounts are there/,
    }
  })
}

const HOST = '<<"localhost">>'

/** An Erlang binary of plain letters. */
function binary(text: string): string {
  if (!/^[\w-]+$/.test(text)) throw new Error(`not a plain name: ${text}`)
  return `<<"${text}">>`
}

function configuration(port: number, accounts: readonly BrokerAccount[]): object {
  return {
    hosts: ['localhost'],
    loglevel: 'info',
    auth_password_format: 'scram',
    listen: [{ port, ip: '127.0.0.1', module: 'mod_mqtt', backlog: 1000 }],
    modules: {
      mod_mqtt: {
        access_publish: rules(accounts, 'publish'),
        access_subscribe: rules(accounts, 'subscribe'),
      },
    },
  }
}

/** Topic filter → accounts; the first filter that matches decides, so the one for everything comes last. */
function rules(accounts: readonly BrokerAccount[], what: 'publish' | 'subscribe'): object {
  const everything = accounts.filter((account) => account[what].includes('#'))
  const filters = [...new Set(accounts.flatMap((account) => account[what]))].filter((filter) => filter !== '#')
  const allowed = (filter: string) => [
    ...accounts.filter((account) => account[what].includes(filter)),
    ...everything.filter((account) => !account[what].includes(filter)),
  ]
  const rule = (names: readonly BrokerAccount[]) => names.map(({ name }) => ({ allow: { user: `${name}@localhost` } }))
  return new Map([
    ...filters.map((filter) => [quoted(filter), rule(allowed(filter))] as const),
    ...(everything.length === 0 ? [] : [[quoted('#'), rule(everything)] as const]),
  ])
}

/** A text in quotes, because ejabberd takes a plain one for an atom. */
function quoted(text: string): Scalar<string> {
  return Object.assign(new Scalar(text), { type: Scalar.QUOTE_DOUBLE })
}
