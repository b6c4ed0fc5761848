/** A message as it came in; `connectionId` is the profile's id, `receivedAt` epoch ms. */
export interface BrokerMessage {
  readonly connectionId: string
  readonly topic: string
  readonly payload: Buffer
  /** Size of the whole payload where it was too large to take in: `payload` is then its first and last kB. */
  readonly wholeBytes?: number
  readonly isRetained: boolean
  readonly receivedAt: number
}
