-- AlterTable
ALTER TABLE "User" ADD COLUMN "deactivatedById" TEXT;

-- AlterTable
ALTER TABLE "OneTimeLink" ADD COLUMN "passwordVersion" INTEGER;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "ownerId" TEXT;

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groupId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "attempts" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_IndexGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "indexId" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "principal" TEXT NOT NULL,
    "userId" TEXT,
    "groupId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "IndexGrant_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "PackageIndex" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IndexGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IndexGrant_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_IndexGrant" ("createdAt", "id", "indexId", "principal", "right", "userId") SELECT "createdAt", "id", "indexId", "principal", "right", "userId" FROM "IndexGrant";
DROP TABLE "IndexGrant";
ALTER TABLE "new_IndexGrant" RENAME TO "IndexGrant";
CREATE INDEX "IndexGrant_userId_idx" ON "IndexGrant"("userId");
CREATE INDEX "IndexGrant_groupId_idx" ON "IndexGrant"("groupId");
CREATE UNIQUE INDEX "IndexGrant_indexId_right_principal_key" ON "IndexGrant"("indexId", "right", "principal");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Group_name_key" ON "Group"("name");

-- CreateIndex
CREATE INDEX "GroupMember_userId_idx" ON "GroupMember"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "GroupMember_groupId_userId_key" ON "GroupMember"("groupId", "userId");

-- CreateIndex
CREATE INDEX "Throttle_expiresAt_idx" ON "Throttle"("expiresAt");

-- CreateIndex
CREATE INDEX "AuditEvent_ownerId_at_idx" ON "AuditEvent"("ownerId", "at");
