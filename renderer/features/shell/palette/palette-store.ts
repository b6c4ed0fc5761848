import { createSpotlight } from '@mantine/spotlight'

/**
 * Holds whether the command palette is open; apart from the palette, because that is loaded when it is first opened.
 */
export const [paletteStore, palette] = createSpotlight()
