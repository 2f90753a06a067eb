// What a token of the viewer would do in an index, and the sentence where it would do nothing.
import { describe, expect, test } from 'vitest';

import { type IndexRights, isUseful, offerOf } from '../../../web/rules/index-rights.ts';

const index = (path: string, rights: Partial<IndexRights> = {}): IndexRights => ({
  path,
  viewerCanRead: true,
  viewerCanUpload: false,
  viewerCanAdminister: false,
  ...rights,
});

describe('a scope', () => {
  test('is offered as long as no index is chosen, and where the viewer has the right', () => {
    expect(offerOf('index:upload', [])).toEqual({ offered: true, why: null });
    expect(offerOf('index:read', [index('bob/prod')])).toEqual({ offered: true, why: null });
  });

  test('that opens nothing in the chosen indexes is not offered, and says who can change that', () => {
    expect(offerOf('index:upload', [index('bob/prod')])).toEqual({
      offered: false,
      why: 'You are not among the uploaders of bob/prod. Whoever administers it can add you.',
    });
    expect(offerOf('index:upload', [index('bob/dev'), index('bob/prod'), index('carol/x')])).toEqual({
      offered: false,
      why: 'You are not among the uploaders of bob/dev, bob/prod and carol/x. Whoever administers them can add you.',
    });
    const own = { viewerCanRead: false, viewerCanAdminister: true };
    expect(offerOf('index:read', [index('alice/prod', own)])).toEqual({
      offered: false,
      why: 'You are not among the readers of alice/prod. You administer it, so you can add yourself.',
    });
  });

  test('that one lacks in one of them is not offered, because the server would refuse it', () => {
    expect(
      offerOf('index:upload', [index('alice/prod', { viewerCanUpload: true }), index('bob/prod')]),
    ).toEqual({
      offered: false,
      why: 'You are not among the uploaders of bob/prod. Whoever administers it can add you.',
    });
  });

  test('that changes or deletes indexes needs whoever administers them', () => {
    const own = index('alice/prod', { viewerCanAdminister: true });
    expect(offerOf('indexes:write', [own])).toEqual({ offered: true, why: null });
    expect(offerOf('indexes:delete', [own, index('bob/prod')])).toEqual({
      offered: false,
      why: 'You do not administer bob/prod. Ask whoever owns it to make the token.',
    });
  });

  test('that needs no right in an index is offered whatever is chosen', () => {
    const none = index('bob/prod', { viewerCanRead: false });
    expect([offerOf('indexes:read', [none]), offerOf('audit:read', [none])]).toEqual([
      { offered: true, why: null },
      { offered: true, why: null },
    ]);
  });
});

test('an index is worth choosing for packages only where one may do something, for the API wherever one sees it', () => {
  const closed = index('bob/prod', { viewerCanRead: false });
  expect([isUseful(closed, false), isUseful(closed, true), isUseful(index('bob/prod'), false)]).toEqual([
    false,
    true,
    true,
  ]);
});
