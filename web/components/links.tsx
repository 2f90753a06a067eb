/** The router's typed links in the component library's clothes. */
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type LinkAttributes = Omit<ComponentProps<'a'>, keyof AnchorProps | keyof ButtonProps>;

export const TextLink = createLink((props: AnchorProps & LinkAttributes) => (
  <Anchor underline="always" {...props} />
));

export const ButtonLink = createLink((props: ButtonProps & LinkAttributes) => (
  <Button component="a" {...props} />
));
