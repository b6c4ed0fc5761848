import { Notifications } from '@mantine/notifications'

/** Apart from the store of the notices, so that it is loaded with the first of them. */
export function NoticeCorner() {
  return <Notifications position="bottom-right" limit={4} containerWidth={420} />
}
