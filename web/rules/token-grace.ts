/** How long a token that was rotated still works, so that whatever uses it can be given the new one. */

const seconds = { none: 0, hour: 3600, day: 86_400 };

export type Grace = keyof typeof seconds;

export const gracePresets: readonly Grace[] = ['none', 'hour', 'day'];

export const graceLabels: Record<Grace, string> = {
  none: 'No time: it is refused at once',
  hour: '1 hour',
  day: '24 hours',
};

/** For what is none of the presets, none. */
export function graceSeconds(grace: string): number {
  return gracePresets.includes(grace as Grace) ? seconds[grace as Grace] : 0;
}
