import { configureGlobal } from 'fast-check'

/** Fixes the seed, so that a run is repeatable everywhere; `WAYPOST_SEED=random` (or a number) changes it. */
const wanted = process.env.WAYPOST_SEED ?? '20261'
if (wanted !== 'random') configureGlobal({ seed: Number(wanted) })
