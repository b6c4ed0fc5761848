import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { ClusterKind } from '../../../preload/contract/models/broker/setup.ts'

/** Programs that one node needs, by their full paths. */
export interface ClusterProgram {
  readonly node: string
  /** The Erlang port mapper, by which nodes of RabbitMQ find each other. */
  readonly epmd: string | null
  /** haproxy, for nodes that have one before them. */
  readonly balancer: string | null
}

/** `rabbitmq-server` on the PATH of Debian changes to its own account, which cannot read a temporary folder; this does not. */
const RABBITMQ = ['/usr/lib/rabbitmq/bin', '/opt/homebrew/sbin', '/usr/local/sbin']
const USUAL = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']

/** Finds the programs of this computer on which a cluster of that kind can be tried, or null; EMQX comes in containers alone. */
export async function findClusterProgram(
  kind: ClusterKind,
  searchPath = process.env.PATH ?? '',
): Promise<ClusterProgram | null> {
  if (kind === 'emqx' || kind === 'bridges') return null
  // Groups of processes, by which nodes are ended here, are not to be had there.
  if (process.platform === 'win32') return null
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...USUAL]
  const balancer = await find('haproxy', folders)
  if (kind === 'nats') {
    const node = await find('nats-server', folders)
    return node === null ? null : { node, epmd: null, balancer }
  }
  const [node, epmd] = [await find('rabbitmq-server', RABBITMQ), await find('epmd', folders)]
  return node === null || epmd === null ? null : { node, epmd, balancer }
}

async function find(name: string, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const program = join(folder, name)
    const canRun = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (canRun) return program
  }
  return null
}
