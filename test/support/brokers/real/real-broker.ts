/** An account of a broker with the topic filters it may publish to and subscribe to; `+` or a last `#` as wildcards. */
export interface BrokerAccount {
  readonly name: string
  readonly password: string
  readonly publish: readonly string[]
  readonly subscribe: readonly string[]
}

/** What every broker of the tests can do, each with its own configuration and data in a temporary folder. */
export interface RealBroker {
  readonly host: '127.0.0.1'
  /** Of MQTT over TCP. */
  readonly port: number
  /** Returns what it printed since the first start. */
  log(): string
  /** Ends it without a goodbye to its clients and starts it on the same port with the same data. */
  restart(): Promise<void>
  /** Ends it, waits for its end and removes its files. */
  stop(): Promise<void>
}

export interface RealBrokerOptions {
  readonly accounts: readonly BrokerAccount[]
  /** RabbitMQ alone: clients come through a proxy that says who they are, and no others. */
  readonly takesProxyProtocol?: boolean
  /** Aedes alone: messages a second that a connection of the first account may send and get; more are discarded unsaid. */
  readonly messagesPerS?: number
}
