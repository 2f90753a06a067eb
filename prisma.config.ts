// Settings of the Prisma command line. It wants to fetch an engine from a host that many networks
// cannot reach, unless this variable names an executable: generate, validate and format never run it.
// Commands that would (migrate, db) are replaced by `prisma/migrate-diff.ts` and `server/storage/migrate.ts`.
import { defineConfig } from 'prisma/config';

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({ schema: 'schema.prisma' });
