/** Narrows a list down. What was searched stands in the address, so the form only begins with it. */
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

interface SearchFormProps {
  /** Its name, for those who cannot see where it stands. */
  label: string;
  onSearch: (values: FormData) => void;
  children: ReactNode;
}

export function SearchForm({ label, onSearch, children }: SearchFormProps) {
  return (
    <form
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(new FormData(event.currentTarget));
      }}
    >
      <Group align="flex-end" gap="sm">
        {children}
        <Button type="submit" variant="default">
          Show
        </Button>
      </Group>
    </form>
  );
}
