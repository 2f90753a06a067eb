// The whole schema, out of the files that define its types.

import { builder } from './builder.ts';
import { tellingRefusals } from './refusals.ts';
import './audit.ts';
import './errors.ts';
import './group.ts';
import './mirror.ts';
import './package-index-changes.ts';
import './package-index-contents.ts';
import './package-index-names.ts';
import './package-index-settings.ts';
import './package-index.ts';
import './own-sessions.ts';
import './package-changes.ts';
import './package-deletion.ts';
import './package-promotion.ts';
import './package-provenance.ts';
import './package-retention.ts';
import './package-details.ts';
import './package.ts';
import './password.ts';
import './resolution.ts';
import './scalars.ts';
import './search.ts';
import './server.ts';
import './session.ts';
import './token.ts';
import './token-changes.ts';
import './token-minting.ts';
import './token-revocation.ts';
import './token-lists.ts';
import './user-changes.ts';
import './user.ts';
import './viewer-changed.ts';
import './viewer.ts';

export const schema = tellingRefusals(builder.toSchema());
