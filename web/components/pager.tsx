/** Previous and next page, as links: each page has an address. */
import { Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';

import { neighbours, type PageBounds, type PageEnds } from '../rules/page-bounds.ts';
import { ButtonLink } from './links.tsx';

interface PagerProps {
  /** What is paged, for its name: "Projects". */
  of: string;
  bounds: PageBounds;
  ends: PageEnds;
}

export function Pager({ of, bounds, ends }: PagerProps) {
  const { previous, next } = neighbours(bounds, ends);
  if (!previous && !next) return null;
  return (
    <nav aria-label={`${of}, pages`}>
      <Group justify="center" gap="sm">
        <PageLink to={previous} label="Previous" />
        <PageLink to={next} label="Next" />
      </Group>
    </nav>
  );
}

function PageLink({ to, label }: { to: PageBounds | null; label: 'Previous' | 'Next' }) {
  const icon =
    label === 'Previous' ? (
      <IconChevronLeft size={16} aria-hidden />
    ) : (
      <IconChevronRight size={16} aria-hidden />
    );
  return (
    <ButtonLink
      to="."
      search={(search: object) => ({ ...search, after: undefined, before: undefined, ...to })}
      disabled={to === null}
      variant="default"
      leftSection={label === 'Previous' ? icon : undefined}
      rightSection={label === 'Next' ? icon : undefined}
    >
      {label}
    </ButtonLink>
  );
}
