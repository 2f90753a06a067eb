-- CreateTable
CREATE TABLE "TokenAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenId" TEXT NOT NULL,
    "range" TEXT NOT NULL,
    CONSTRAINT "TokenAddress_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TokenActivity" (
    "tokenId" TEXT NOT NULL PRIMARY KEY,
    "lastUsedAt" DATETIME,
    "lastUsedAddress" TEXT,
    "lastUsedClient" TEXT,
    "expiryMailedDays" INTEGER
);

-- RedefineTables: what there is already is opaque and works from everywhere.
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "wire" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "issuerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "liveName" TEXT,
    "description" TEXT,
    "secretHash" TEXT,
    "salt" TEXT,
    "rootKeyVersion" INTEGER,
    "seal" TEXT,
    "sealKeyVersion" INTEGER NOT NULL,
    "allIndexes" BOOLEAN NOT NULL,
    "allProjects" BOOLEAN NOT NULL,
    "allAddresses" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "origin" TEXT,
    "createdAddress" TEXT,
    "createdClient" TEXT,
    "familyId" TEXT,
    "rotatedFromId" TEXT,
    "graceUntil" DATETIME,
    "pausedAt" DATETIME,
    "notBefore" DATETIME,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    "revokedById" TEXT,
    "revokeReason" TEXT,
    CONSTRAINT "Token_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Token_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Token" ("wire", "allAddresses", "allIndexes", "allProjects", "createdAddress", "createdAt", "expiresAt", "id", "issuerId", "kind", "liveName", "name", "notBefore", "ownerId", "revokeReason", "revokedAt", "revokedById", "seal", "sealKeyVersion", "secretHash") SELECT 'OPAQUE', true, "allIndexes", "allProjects", "createdAddress", "createdAt", "expiresAt", "id", "issuerId", "kind", "liveName", "name", "notBefore", "ownerId", "revokeReason", "revokedAt", "revokedById", "seal", "sealKeyVersion", "secretHash" FROM "Token";
DROP TABLE "Token";
ALTER TABLE "new_Token" RENAME TO "Token";
CREATE INDEX "Token_issuerId_idx" ON "Token"("issuerId");
CREATE INDEX "Token_familyId_idx" ON "Token"("familyId");
CREATE INDEX "Token_expiresAt_idx" ON "Token"("expiresAt");
CREATE UNIQUE INDEX "Token_ownerId_liveName_key" ON "Token"("ownerId", "liveName");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "TokenAddress_tokenId_range_key" ON "TokenAddress"("tokenId", "range");
