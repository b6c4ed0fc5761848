/** Stands where something secret was taken out. */
export const REDACTED = '[redacted]'
