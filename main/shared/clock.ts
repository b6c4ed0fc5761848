/** Milliseconds since the epoch; injected so that tests can hold time still. */
export type Clock = () => number
