-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "displayName" TEXT,
    "email" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deactivatedAt" DATETIME,
    "deletedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Password" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Password_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "address" TEXT,
    "client" TEXT,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secretHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PackageIndex" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "livePath" TEXT,
    "kind" TEXT NOT NULL,
    "description" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "PackageIndex_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IndexBase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "baseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "IndexBase_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IndexBase_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IndexGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "principal" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "IndexGrant_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IndexGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "issuerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "liveName" TEXT,
    "secretHash" TEXT NOT NULL,
    "seal" TEXT,
    "sealKeyVersion" INTEGER NOT NULL,
    "allIndexes" BOOLEAN NOT NULL,
    "allProjects" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdAddress" TEXT,
    "notBefore" DATETIME,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    "revokedById" TEXT,
    "revokeReason" TEXT,
    CONSTRAINT "Token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Token_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TokenScope" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    CONSTRAINT "TokenScope_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TokenIndex" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenId" TEXT NOT NULL,
    "indexId" TEXT NOT NULL,
    CONSTRAINT "TokenIndex_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TokenIndex_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TokenProject" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenId" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    CONSTRAINT "TokenProject_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalizedName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Project_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "canonicalVersion" TEXT NOT NULL,
    "summary" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Release_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "releaseId" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "filenameFold" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "metadataSha256" TEXT NOT NULL,
    "metadataVersion" TEXT NOT NULL,
    "requiresPython" TEXT,
    "uploadedAt" DATETIME NOT NULL,
    "uploadedById" TEXT,
    "uploadedTokenId" TEXT,
    "yankedAt" DATETIME,
    "yankReason" TEXT,
    "deletedAt" DATETIME,
    CONSTRAINT "File_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "File_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "File_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "sizeBytes" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "stateAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Change" (
    "serial" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "epoch" TEXT NOT NULL,
    "format" INTEGER NOT NULL,
    "committedAt" DATETIME NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "images" TEXT NOT NULL,

    PRIMARY KEY ("serial", "position")
);

-- CreateTable
CREATE TABLE "LogHead" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "serial" BIGINT NOT NULL,
    "epoch" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "credentialKind" TEXT NOT NULL,
    "credentialId" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectName" TEXT NOT NULL,
    "indexId" TEXT,
    "serial" BIGINT,
    "requestId" TEXT,
    "address" TEXT,
    "detail" TEXT NOT NULL
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
