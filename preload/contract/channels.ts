/** The one channel for requests from the window to main. */
export const REQUEST_CHANNEL = 'waypost:request'
/** The one channel for events from main to the window. */
export const EVENT_CHANNEL = 'waypost:event'
