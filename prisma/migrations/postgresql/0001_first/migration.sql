-- CreateEnum
CREATE TYPE "UserKind" AS ENUM ('HUMAN', 'SERVICE');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'MEMBER');

-- CreateEnum
CREATE TYPE "SessionCarrier" AS ENUM ('COOKIE', 'BEARER');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('FIRST_ADMIN', 'SET_PASSWORD');

-- CreateEnum
CREATE TYPE "IndexKind" AS ENUM ('STAGE', 'MIRROR');

-- CreateEnum
CREATE TYPE "IndexRight" AS ENUM ('READ', 'UPLOAD');

-- CreateEnum
CREATE TYPE "TokenKind" AS ENUM ('PAT', 'CI', 'REP');

-- CreateEnum
CREATE TYPE "RevokeReason" AS ENUM ('OWNER', 'ADMIN', 'INDEX_DELETED');

-- CreateEnum
CREATE TYPE "FileKind" AS ENUM ('WHEEL', 'SDIST');

-- CreateEnum
CREATE TYPE "BlobState" AS ENUM ('LIVE', 'UNREFERENCED', 'DEAD');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "kind" "UserKind" NOT NULL,
    "role" "Role" NOT NULL,
    "displayName" TEXT COLLATE "C",
    "email" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deactivatedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Password" (
    "userId" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Password_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "carrier" "SessionCarrier" NOT NULL,
    "secretHash" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "address" TEXT COLLATE "C",
    "client" TEXT COLLATE "C",

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT COLLATE "C" NOT NULL,
    "secretHash" TEXT COLLATE "C" NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "userId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PackageIndex" (
    "id" TEXT COLLATE "C" NOT NULL,
    "ownerId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "livePath" TEXT COLLATE "C",
    "kind" "IndexKind" NOT NULL,
    "description" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "PackageIndex_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndexBase" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "baseId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "IndexBase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndexGrant" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "right" "IndexRight" NOT NULL,
    "principal" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IndexGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" "TokenKind" NOT NULL,
    "ownerId" TEXT COLLATE "C" NOT NULL,
    "issuerId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "liveName" TEXT COLLATE "C",
    "secretHash" TEXT COLLATE "C" NOT NULL,
    "seal" TEXT COLLATE "C",
    "sealKeyVersion" INTEGER NOT NULL,
    "allIndexes" BOOLEAN NOT NULL,
    "allProjects" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdAddress" TEXT COLLATE "C",
    "notBefore" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "revokedById" TEXT COLLATE "C",
    "revokeReason" "RevokeReason",

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TokenScope" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenId" TEXT COLLATE "C" NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TokenScope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TokenIndex" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenId" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TokenIndex_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TokenProject" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenId" TEXT COLLATE "C" NOT NULL,
    "pattern" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TokenProject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "normalizedName" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT COLLATE "C" NOT NULL,
    "projectId" TEXT COLLATE "C" NOT NULL,
    "version" TEXT COLLATE "C" NOT NULL,
    "canonicalVersion" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C" NOT NULL,
    "projectId" TEXT COLLATE "C" NOT NULL,
    "releaseId" TEXT COLLATE "C" NOT NULL,
    "filename" TEXT COLLATE "C" NOT NULL,
    "filenameFold" TEXT COLLATE "C" NOT NULL,
    "kind" "FileKind" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "metadataSha256" TEXT COLLATE "C" NOT NULL,
    "metadataVersion" TEXT COLLATE "C" NOT NULL,
    "requiresPython" TEXT COLLATE "C",
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "uploadedById" TEXT COLLATE "C",
    "uploadedTokenId" TEXT COLLATE "C",
    "yankedAt" TIMESTAMP(3),
    "yankReason" TEXT COLLATE "C",
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT COLLATE "C" NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "state" "BlobState" NOT NULL,
    "stateAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Change" (
    "serial" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "epoch" TEXT COLLATE "C" NOT NULL,
    "format" INTEGER NOT NULL,
    "committedAt" TIMESTAMP(3) NOT NULL,
    "previousHash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "images" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("serial","position")
);

-- CreateTable
CREATE TABLE "LogHead" (
    "id" TEXT COLLATE "C" NOT NULL,
    "serial" BIGINT NOT NULL,
    "epoch" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "LogHead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "actorId" TEXT COLLATE "C",
    "actorName" TEXT COLLATE "C" NOT NULL,
    "credentialKind" TEXT COLLATE "C" NOT NULL,
    "credentialId" TEXT COLLATE "C",
    "subjectKind" TEXT COLLATE "C" NOT NULL,
    "subjectId" TEXT COLLATE "C" NOT NULL,
    "subjectName" TEXT COLLATE "C" NOT NULL,
    "indexId" TEXT COLLATE "C",
    "serial" BIGINT,
    "requestId" TEXT COLLATE "C",
    "address" TEXT COLLATE "C",
    "detail" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_name_key" ON "User"("name");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_secretHash_key" ON "OneTimeLink"("secretHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PackageIndex_livePath_key" ON "PackageIndex"("livePath");

-- CreateIndex
CREATE INDEX "PackageIndex_ownerId_idx" ON "PackageIndex"("ownerId");

-- CreateIndex
CREATE INDEX "IndexBase_baseId_idx" ON "IndexBase"("baseId");

-- CreateIndex
CREATE UNIQUE INDEX "IndexBase_indexId_baseId_key" ON "IndexBase"("indexId", "baseId");

-- CreateIndex
CREATE INDEX "IndexGrant_userId_idx" ON "IndexGrant"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "IndexGrant_indexId_right_principal_key" ON "IndexGrant"("indexId", "right", "principal");

-- CreateIndex
CREATE INDEX "Token_issuerId_idx" ON "Token"("issuerId");

-- CreateIndex
CREATE UNIQUE INDEX "Token_ownerId_liveName_key" ON "Token"("ownerId", "liveName");

-- CreateIndex
CREATE UNIQUE INDEX "TokenScope_tokenId_scope_key" ON "TokenScope"("tokenId", "scope");

-- CreateIndex
CREATE INDEX "TokenIndex_indexId_idx" ON "TokenIndex"("indexId");

-- CreateIndex
CREATE UNIQUE INDEX "TokenIndex_tokenId_indexId_key" ON "TokenIndex"("tokenId", "indexId");

-- CreateIndex
CREATE UNIQUE INDEX "TokenProject_tokenId_pattern_key" ON "TokenProject"("tokenId", "pattern");

-- CreateIndex
CREATE UNIQUE INDEX "Project_indexId_normalizedName_key" ON "Project"("indexId", "normalizedName");

-- CreateIndex
CREATE UNIQUE INDEX "Release_projectId_canonicalVersion_key" ON "Release"("projectId", "canonicalVersion");

-- CreateIndex
CREATE INDEX "File_projectId_idx" ON "File"("projectId");

-- CreateIndex
CREATE INDEX "File_releaseId_idx" ON "File"("releaseId");

-- CreateIndex
CREATE INDEX "File_sha256_idx" ON "File"("sha256");

-- CreateIndex
CREATE INDEX "File_metadataSha256_idx" ON "File"("metadataSha256");

-- CreateIndex
CREATE UNIQUE INDEX "File_indexId_filenameFold_key" ON "File"("indexId", "filenameFold");

-- CreateIndex
CREATE INDEX "Blob_state_stateAt_idx" ON "Blob"("state", "stateAt");

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_indexId_at_idx" ON "AuditEvent"("indexId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- AddForeignKey
ALTER TABLE "Password" ADD CONSTRAINT "Password_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackageIndex" ADD CONSTRAINT "PackageIndex_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexBase" ADD CONSTRAINT "IndexBase_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexBase" ADD CONSTRAINT "IndexBase_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexGrant" ADD CONSTRAINT "IndexGrant_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndexGrant" ADD CONSTRAINT "IndexGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Token" ADD CONSTRAINT "Token_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TokenScope" ADD CONSTRAINT "TokenScope_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TokenIndex" ADD CONSTRAINT "TokenIndex_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TokenIndex" ADD CONSTRAINT "TokenIndex_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TokenProject" ADD CONSTRAINT "TokenProject_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
