import { describe, expect, it } from 'vitest';

import { parseReason } from '../../server/domain/reasons.ts';

describe('a reason', () => {
  it('is what was written, without the blanks around it; blanks alone are none', () => {
    const longest = 'x'.repeat(500);
    const written = [' Moves upstream. ', `\n${longest}\n`, '  ', '', null, undefined];
    expect(written.map(parseReason)).toEqual(['Moves upstream.', longest, null, null, null, null]);
  });

  it.each(['x'.repeat(501), 'two\nlines', 'a\u0000b', 'half \ud800 a character'])('is not %j', (text) => {
    expect(() => parseReason(text)).toThrow('A reason has at most 500 characters, in one line');
  });
});
