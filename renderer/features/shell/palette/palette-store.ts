import { createSpotlight } from '@mantine/spotlight'

/** Whether the command palette is open; apart from the palette, which is loaded when it is first opened. */
export const [paletteStore, palette] = createSpotlight()
