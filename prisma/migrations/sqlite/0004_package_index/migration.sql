-- AlterTable
ALTER TABLE "Release" ADD COLUMN "keywords" TEXT;
ALTER TABLE "Release" ADD COLUMN "yankReason" TEXT;
ALTER TABLE "Release" ADD COLUMN "yankedAt" DATETIME;

-- CreateTable
CREATE TABLE "Mirror" (
    "indexId" TEXT NOT NULL PRIMARY KEY,
    "upstreamUrl" TEXT NOT NULL,
    "username" TEXT,
    "sealedPassword" TEXT,
    "sealedKeyVersion" INTEGER,
    "freshSeconds" INTEGER NOT NULL,
    "staleSeconds" INTEGER NOT NULL,
    "timeoutSeconds" INTEGER NOT NULL,
    "maxFileBytes" BIGINT,
    "minAgeDays" INTEGER NOT NULL,
    "isOffline" BOOLEAN NOT NULL,
    "allowsPrivateAddresses" BOOLEAN NOT NULL,
    "keepDays" INTEGER,
    "keepBytes" BIGINT,
    CONSTRAINT "Mirror_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MirrorFileHost" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    CONSTRAINT "MirrorFileHost_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IndexRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "IndexRule_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NameReservation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "reason" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "NameReservation_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UpstreamGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "mirrorId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    CONSTRAINT "UpstreamGrant_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "UpstreamGrant_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OriginPin" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "mirrorId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OriginPin_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OriginPin_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RetentionRule" (
    "indexId" TEXT NOT NULL PRIMARY KEY,
    "keepReleases" INTEGER,
    "keepDays" INTEGER,
    "prereleasesOnly" BOOLEAN NOT NULL,
    CONSTRAINT "RetentionRule_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MirrorPage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "etag" TEXT,
    "validatedAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "content" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "MirrorFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "cachedAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "keywords" TEXT,
    "latestVersion" TEXT,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SearchGram" (
    "gram" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,

    PRIMARY KEY ("gram", "entryId"),
    CONSTRAINT "SearchGram_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "SearchEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SearchProgress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexerVersion" INTEGER NOT NULL,
    "serial" BIGINT NOT NULL,
    "learnedUntil" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RenderedReadme" (
    "metadataSha256" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "html" TEXT NOT NULL,
    "renderedAt" DATETIME NOT NULL,

    PRIMARY KEY ("metadataSha256", "rendererVersion")
);

-- CreateTable
CREATE TABLE "DownloadCount" (
    "indexId" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "downloads" INTEGER NOT NULL,

    PRIMARY KEY ("indexId", "filename", "day")
);

-- CreateTable
CREATE TABLE "ProvenanceStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fileId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "indexPath" TEXT NOT NULL,
    "fromPath" TEXT,
    "sourceUrl" TEXT,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "tokenId" TEXT,
    CONSTRAINT "ProvenanceStep_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables: what there is already never replaces a file, and is in use.
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PackageIndex" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "livePath" TEXT,
    "kind" TEXT NOT NULL,
    "description" TEXT,
    "isVolatile" BOOLEAN NOT NULL,
    "uploadChecks" TEXT NOT NULL,
    "maxAgeSeconds" INTEGER NOT NULL,
    "quotaBytes" BIGINT,
    "createdAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "PackageIndex_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_PackageIndex" ("isVolatile", "uploadChecks", "maxAgeSeconds", "createdAt", "deletedAt", "description", "id", "kind", "livePath", "name", "ownerId", "path") SELECT false, 'LENIENT', 0, "createdAt", "deletedAt", "description", "id", "kind", "livePath", "name", "ownerId", "path" FROM "PackageIndex";
DROP TABLE "PackageIndex";
ALTER TABLE "new_PackageIndex" RENAME TO "PackageIndex";
CREATE UNIQUE INDEX "PackageIndex_livePath_key" ON "PackageIndex"("livePath");
CREATE INDEX "PackageIndex_ownerId_idx" ON "PackageIndex"("ownerId");
CREATE TABLE "new_Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "statusReason" TEXT,
    "deletedAt" DATETIME,
    "releasedAt" DATETIME,
    CONSTRAINT "Project_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Project" ("status", "createdAt", "id", "indexId", "name", "normalizedName") SELECT 'ACTIVE', "createdAt", "id", "indexId", "name", "normalizedName" FROM "Project";
DROP TABLE "Project";
ALTER TABLE "new_Project" RENAME TO "Project";
CREATE INDEX "Project_normalizedName_idx" ON "Project"("normalizedName");
CREATE UNIQUE INDEX "Project_indexId_normalizedName_key" ON "Project"("indexId", "normalizedName");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "MirrorFileHost_indexId_host_key" ON "MirrorFileHost"("indexId", "host");

-- CreateIndex
CREATE UNIQUE INDEX "IndexRule_indexId_effect_pattern_key" ON "IndexRule"("indexId", "effect", "pattern");

-- CreateIndex
CREATE UNIQUE INDEX "NameReservation_indexId_pattern_key" ON "NameReservation"("indexId", "pattern");

-- CreateIndex
CREATE INDEX "UpstreamGrant_mirrorId_idx" ON "UpstreamGrant"("mirrorId");

-- CreateIndex
CREATE UNIQUE INDEX "UpstreamGrant_indexId_normalizedName_mirrorId_key" ON "UpstreamGrant"("indexId", "normalizedName", "mirrorId");

-- CreateIndex
CREATE INDEX "OriginPin_mirrorId_idx" ON "OriginPin"("mirrorId");

-- CreateIndex
CREATE UNIQUE INDEX "OriginPin_indexId_normalizedName_key" ON "OriginPin"("indexId", "normalizedName");

-- CreateIndex
CREATE INDEX "MirrorPage_validatedAt_idx" ON "MirrorPage"("validatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MirrorPage_indexId_normalizedName_key" ON "MirrorPage"("indexId", "normalizedName");

-- CreateIndex
CREATE INDEX "MirrorFile_indexId_lastUsedAt_idx" ON "MirrorFile"("indexId", "lastUsedAt");

-- CreateIndex
CREATE INDEX "MirrorFile_sha256_idx" ON "MirrorFile"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "MirrorFile_indexId_filename_sha256_key" ON "MirrorFile"("indexId", "filename", "sha256");

-- CreateIndex
CREATE INDEX "SearchEntry_normalizedName_idx" ON "SearchEntry"("normalizedName");

-- CreateIndex
CREATE UNIQUE INDEX "SearchEntry_indexId_normalizedName_key" ON "SearchEntry"("indexId", "normalizedName");

-- CreateIndex
CREATE INDEX "SearchGram_entryId_idx" ON "SearchGram"("entryId");

-- CreateIndex
CREATE INDEX "DownloadCount_indexId_normalizedName_day_idx" ON "DownloadCount"("indexId", "normalizedName", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ProvenanceStep_fileId_position_key" ON "ProvenanceStep"("fileId", "position");
