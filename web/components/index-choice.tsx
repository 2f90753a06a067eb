/** In which package indexes a token works: chosen ones, or all that its owner can reach now and later. */
import { Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { GroupError } from './group-error.tsx';
import classes from './index-choice.module.css';
import { LoadingRows } from './loading.tsx';

export interface Reach {
  all: boolean;
  paths: string[];
}

interface IndexChoiceProps {
  /** Undefined while it is not known. */
  listed: { path: string }[] | undefined;
  /** Whether there are more than those listed. */
  hasMore: boolean;
  reach: Reach;
  onChange: (reach: Reach) => void;
  error: string | null;
}

const filterFrom = 9;

export function IndexChoice({ listed, hasMore, reach, onChange, error }: IndexChoiceProps) {
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Where it works"
        value={reach.all ? 'all' : 'chosen'}
        onChange={(value) => onChange({ ...reach, all: value === 'all' })}
        error={error === null ? null : <GroupError sentence={error} />}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="all"
            label="In all indexes"
            description="Those you can reach now, and those to come."
          />
          <Radio value="chosen" label="In the indexes chosen here" />
        </Stack>
      </Radio.Group>
      {reach.all ? null : (
        <Chosen
          listed={listed}
          hasMore={hasMore}
          paths={reach.paths}
          onChange={(paths) => onChange({ ...reach, paths })}
        />
      )}
    </Stack>
  );
}

interface ChosenProps extends Pick<IndexChoiceProps, 'listed' | 'hasMore'> {
  paths: string[];
  onChange: (paths: string[]) => void;
}

function Chosen({ listed, hasMore, paths, onChange }: ChosenProps) {
  const [filter, setFilter] = useState('');
  if (!listed) return <LoadingRows rows={2} />;
  // One that a link asked for may lie beyond what is listed.
  const known = [...new Set([...listed.map(({ path }) => path), ...paths])];
  if (known.length === 0) return <Text size="sm">There is no package index that you can reach yet.</Text>;
  const shown = known.filter((path) => path.includes(filter.trim().toLowerCase()));
  return (
    <div className={classes.box}>
      {known.length < filterFrom ? null : (
        <TextInput
          label="Find an index"
          size="xs"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <Checkbox.Group label="Indexes" value={paths} onChange={onChange}>
        <Stack gap="xs" mt="xs">
          {shown.map((path) => (
            <Checkbox key={path} value={path} label={path} />
          ))}
        </Stack>
      </Checkbox.Group>
      {shown.length === 0 ? <Text size="sm">None of them is called so.</Text> : null}
      {hasMore ? (
        <Text size="sm" c="dimmed">
          These are the first hundred. For another, open its page and create the token from there.
        </Text>
      ) : null}
    </div>
  );
}
