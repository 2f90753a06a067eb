// What a token of the viewer would do in an index, and the sentence where it would do nothing.
import { describe, expect, test } from 'vitest';

import { type IndexRights, offerOf } from '../../../web/rules/index-rights.ts';

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

  test('that opens some of them is offered, and says where it does nothing', () => {
    expect(
      offerOf('index:upload', [index('alice/prod', { viewerCanUpload: true }), index('bob/prod')]),
    ).toEqual({
      offered: true,
      why: 'You are not among the uploaders of bob/prod. There it will not do this.',
    });
  });
});
