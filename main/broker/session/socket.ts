import net from 'node:net'
import tls from 'node:tls'
import { type ConnectionTarget, hostOf, isTlsTarget } from './target.ts'
import { trustOptions } from './trust.ts'

/** Name expected in the server's certificate. */
export function expectedName(target: ConnectionTarget): string {
  return target.profile.serverName?.trim() || hostOf(target)
}

/** Options of a verified TLS connection to the target; throws what OpenSSL says of an unusable PEM only once used. */
export function tlsOptions(target: ConnectionTarget): tls.ConnectionOptions {
  const { profile, secrets } = target
  const name = expectedName(target)
  return {
    host: hostOf(target),
    port: profile.port,
    // SNI carries DNS names only (RFC 6066, section 3).
    ...(net.isIP(name) === 0 ? { servername: name } : {}),
    ...(profile.alpn == null ? {} : { ALPNProtocols: [profile.alpn] }),
    ...trustOptions(profile, name),
    ...(profile.security === 'mtls' && profile.clientCertificate !== null ? { cert: profile.clientCertificate } : {}),
    ...(profile.security === 'mtls' && secrets.clientKey !== null ? { key: secrets.clientKey } : {}),
    ...(profile.security === 'mtls' && secrets.passphrase !== null ? { passphrase: secrets.passphrase } : {}),
  }
}

/** Opens the socket an MQTT session runs on, inside a tunnel where there is one: TCP, or TLS with verification always on. */
export function openSocket(target: ConnectionTarget, tunnel: net.Socket | null = null): net.Socket {
  const socket = isTlsTarget(target)
    ? openTls(tlsOptions(target), tunnel)
    : (tunnel ?? openTcp({ host: hostOf(target), port: target.profile.port }))
  socket.setNoDelay(true)
  return socket
}

/** Sets TLS up, inside a tunnel where there is one; throws what OpenSSL says of an unusable PEM. */
export function openTls(options: tls.ConnectionOptions, tunnel: net.Socket | null): tls.TLSSocket {
  if (tunnel === null) return refuseSelfConnection(tls.connect(options))
  const { host: _host, port: _port, ...inside } = options
  return tls.connect({ ...inside, socket: tunnel })
}

/** Opens plain TCP. */
export function openTcp(to: net.TcpNetConnectOpts): net.Socket {
  return refuseSelfConnection(net.connect(to))
}

/**
 * Fails a socket as refused when it reaches its own end. Where nobody listens on a port from which the system takes
 * client ports, TCP connects the client to itself (RFC 9293, simultaneous open), and the port is then taken for a broker.
 * It is destroyed before other listeners of `connect` run: they look at `destroyed`.
 */
export function refuseSelfConnection<S extends net.Socket>(socket: S): S {
  return socket.prependOnceListener('connect', () => {
    const { localAddress, localPort, remoteAddress, remotePort } = socket
    if (localPort !== remotePort || localAddress !== remoteAddress) return
    const words = `connect ECONNREFUSED ${remoteAddress}:${remotePort} (nobody listens: the client reached itself)`
    socket.destroy(Object.assign(new Error(words), { code: 'ECONNREFUSED', syscall: 'connect' }))
  })
}
