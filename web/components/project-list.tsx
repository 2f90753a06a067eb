/** The projects of an index; one of them, named in the address, is open and shows its releases. */
import { Badge, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';

import { counted } from '../rules/amounts.ts';
import { Moment } from './moment.tsx';
import classes from './project-list.module.css';
import { Releases } from './releases.tsx';

const route = getRouteApi('/signed-in/indexes/$owner/$name');

interface ListedProject {
  id: string;
  name: string;
  normalizedName: string;
  releases: {
    nodes: { version: string; summary: string | null; createdAt: string }[];
    totalCount: number;
  } | null;
}

interface ProjectListProps {
  /** The index. */
  path: string;
  projects: ListedProject[];
}

export function ProjectList({ path, projects }: ProjectListProps) {
  const { project: opened } = route.useSearch();
  return (
    <ul className={classes.list}>
      {projects.map((project) => (
        <li key={project.id}>
          <ProjectLine project={project} opened={project.normalizedName === opened} />
          {project.normalizedName === opened ? (
            <Releases path={path} project={project.normalizedName} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ProjectLine({ project, opened }: { project: ListedProject; opened: boolean }) {
  const newest = project.releases?.nodes[0];
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.line}>
      <Link
        to="."
        search={(search) => ({
          ...search,
          project: opened ? undefined : project.normalizedName,
          releases: undefined,
        })}
        resetScroll={false}
        className={classes.name}
        aria-expanded={opened}
      >
        <Chevron size={18} aria-hidden />
        {project.name}
      </Link>
      {newest ? (
        <>
          <Badge>{newest.version}</Badge>
          <Text size="sm" c="dimmed" className={classes.summary}>
            {newest.summary}
          </Text>
          <Text size="sm" c="dimmed" component="span" className={classes.when}>
            {counted(project.releases?.totalCount ?? 0, 'release')}, <Moment at={newest.createdAt} />
          </Text>
        </>
      ) : null}
    </div>
  );
}
