-- CreateEnum
CREATE TYPE "UploadChecks" AS ENUM ('LENIENT', 'STRICT');

-- CreateEnum
CREATE TYPE "RuleEffect" AS ENUM ('ALLOW', 'DENY');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('ACTIVE', 'ARCHIVED', 'DEPRECATED', 'QUARANTINED');

-- CreateEnum
CREATE TYPE "ProvenanceKind" AS ENUM ('UPLOADED', 'MIRRORED', 'PROMOTED');

-- AlterTable: what there is already never replaces a file.
ALTER TABLE "PackageIndex" ADD COLUMN     "isVolatile" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "maxAgeSeconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "quotaBytes" BIGINT,
ADD COLUMN     "uploadChecks" "UploadChecks" NOT NULL DEFAULT 'LENIENT';
ALTER TABLE "PackageIndex" ALTER COLUMN "isVolatile" DROP DEFAULT,
ALTER COLUMN "maxAgeSeconds" DROP DEFAULT,
ALTER COLUMN "uploadChecks" DROP DEFAULT;

-- AlterTable: and is in use.
ALTER TABLE "Project" ADD COLUMN     "deletedAt" TIMESTAMP(3),
ADD COLUMN     "releasedAt" TIMESTAMP(3),
ADD COLUMN     "status" "ProjectStatus" NOT NULL DEFAULT 'ACTIVE',
ADD COLUMN     "statusReason" TEXT COLLATE "C";
ALTER TABLE "Project" ALTER COLUMN "status" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "keywords" TEXT COLLATE "C",
ADD COLUMN     "yankReason" TEXT COLLATE "C",
ADD COLUMN     "yankedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Mirror" (
    "indexId" TEXT COLLATE "C" NOT NULL,
    "upstreamUrl" TEXT COLLATE "C" NOT NULL,
    "username" TEXT COLLATE "C",
    "sealedPassword" TEXT COLLATE "C",
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

    CONSTRAINT "Mirror_pkey" PRIMARY KEY ("indexId")
);

-- CreateTable
CREATE TABLE "MirrorFileHost" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "host" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "MirrorFileHost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndexRule" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "effect" "RuleEffect" NOT NULL,
    "pattern" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IndexRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NameReservation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "pattern" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "createdById" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "NameReservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UpstreamGrant" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "mirrorId" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "grantedById" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "UpstreamGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OriginPin" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "mirrorId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OriginPin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetentionRule" (
    "indexId" TEXT COLLATE "C" NOT NULL,
    "keepReleases" INTEGER,
    "keepDays" INTEGER,
    "prereleasesOnly" BOOLEAN NOT NULL,

    CONSTRAINT "RetentionRule_pkey" PRIMARY KEY ("indexId")
);

-- CreateTable
CREATE TABLE "MirrorPage" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "etag" TEXT COLLATE "C",
    "validatedAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "MirrorPage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MirrorFile" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "filename" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "cachedAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MirrorFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT COLLATE "C",
    "keywords" TEXT COLLATE "C",
    "latestVersion" TEXT COLLATE "C",
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchGram" (
    "gram" TEXT COLLATE "C" NOT NULL,
    "entryId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SearchGram_pkey" PRIMARY KEY ("gram","entryId")
);

-- CreateTable
CREATE TABLE "SearchProgress" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexerVersion" INTEGER NOT NULL,
    "serial" BIGINT NOT NULL,
    "learnedUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SearchProgress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RenderedReadme" (
    "metadataSha256" TEXT COLLATE "C" NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "html" TEXT COLLATE "C" NOT NULL,
    "renderedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RenderedReadme_pkey" PRIMARY KEY ("metadataSha256","rendererVersion")
);

-- CreateTable
CREATE TABLE "DownloadCount" (
    "indexId" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "filename" TEXT COLLATE "C" NOT NULL,
    "day" TEXT COLLATE "C" NOT NULL,
    "downloads" INTEGER NOT NULL,

    CONSTRAINT "DownloadCount_pkey" PRIMARY KEY ("indexId","filename","day")
);

-- CreateTable
CREATE TABLE "ProvenanceStep" (
    "id" TEXT COLLATE "C" NOT NULL,
    "fileId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ProvenanceKind" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "indexPath" TEXT COLLATE "C" NOT NULL,
    "fromPath" TEXT COLLATE "C",
    "sourceUrl" TEXT COLLATE "C",
    "actorId" TEXT COLLATE "C",
    "actorName" TEXT COLLATE "C" NOT NULL,
    "tokenId" TEXT COLLATE "C",

    CONSTRAINT "ProvenanceStep_pkey" PRIMARY KEY ("id")
);

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
CREATE INDEX "Project_normalizedName_idx" ON "Project"("normalizedName");

-- CreateIndex
CREATE INDEX "SearchGram_entryId_idx" ON "SearchGram"("entryId");

-- CreateIndex
CREATE INDEX "DownloadCount_indexId_normalizedName_day_idx" ON "DownloadCount"("indexId", "normalizedName", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ProvenanceStep_fileId_position_key" ON "ProvenanceStep"("fileId", "position");

-- AddForeignKey
ALTER TABLE "Mirror" ADD CONSTRAINT "Mirror_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MirrorFileHost" ADD CONSTRAINT "MirrorFileHost_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexRule" ADD CONSTRAINT "IndexRule_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NameReservation" ADD CONSTRAINT "NameReservation_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpstreamGrant" ADD CONSTRAINT "UpstreamGrant_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpstreamGrant" ADD CONSTRAINT "UpstreamGrant_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginPin" ADD CONSTRAINT "OriginPin_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OriginPin" ADD CONSTRAINT "OriginPin_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchGram" ADD CONSTRAINT "SearchGram_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "SearchEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvenanceStep" ADD CONSTRAINT "ProvenanceStep_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
