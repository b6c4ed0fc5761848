import { Skeleton, Stack } from '@mantine/core'

/** Stands where a view will be while it loads. */
export function ViewSkeleton() {
  return (
    <Stack p="xl" gap="md" aria-hidden>
      <Skeleton h={24} w={180} />
      <Skeleton h={14} w="60%" />
      <Skeleton h={140} />
      <Skeleton h={140} />
    </Stack>
  )
}
