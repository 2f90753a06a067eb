/** What stands where a list will be: rows of about its height, so that nothing jumps. */
import { Skeleton, Stack } from '@mantine/core';

export function LoadingRows({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={38} />
      ))}
    </Stack>
  );
}
