// People paste this text into a shell, so it is frozen whole. If you mean a change, try the new text with twine first.
import { expect, test } from 'vitest';

import { twineCommand } from '../../../web/rules/snippets.ts';

test('whoever has no token at hand gets a twine command that asks for it', () => {
  expect(twineCommand({ url: 'https://index.example/team/my.prod/' })).toBe(
    'twine upload --repository-url https://index.example/team/my.prod/ --username __token__ dist/*',
  );
});
