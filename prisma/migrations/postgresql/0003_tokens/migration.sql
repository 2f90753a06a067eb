-- CreateEnum
CREATE TYPE "TokenWire" AS ENUM ('OPAQUE', 'ATTENUABLE', 'LEGACY');

-- CreateEnum
CREATE TYPE "TokenOrigin" AS ENUM ('WEB', 'API', 'ROTATION', 'IMPORT');

-- AlterEnum
ALTER TYPE "RevokeReason" ADD VALUE 'SELF';
ALTER TYPE "RevokeReason" ADD VALUE 'ROTATED';
ALTER TYPE "RevokeReason" ADD VALUE 'REUSE';
ALTER TYPE "RevokeReason" ADD VALUE 'LEAK';
ALTER TYPE "RevokeReason" ADD VALUE 'USER_DELETED';
ALTER TYPE "RevokeReason" ADD VALUE 'INDEX_OWNER';
ALTER TYPE "RevokeReason" ADD VALUE 'POLICY';

-- AlterTable: what there is already is opaque and works from everywhere.
ALTER TABLE "Token" ADD COLUMN     "allAddresses" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "createdClient" TEXT COLLATE "C",
ADD COLUMN     "description" TEXT COLLATE "C",
ADD COLUMN     "familyId" TEXT COLLATE "C",
ADD COLUMN     "graceUntil" TIMESTAMP(3),
ADD COLUMN     "origin" "TokenOrigin",
ADD COLUMN     "pausedAt" TIMESTAMP(3),
ADD COLUMN     "rootKeyVersion" INTEGER,
ADD COLUMN     "rotatedFromId" TEXT COLLATE "C",
ADD COLUMN     "salt" TEXT COLLATE "C",
ADD COLUMN     "wire" "TokenWire" NOT NULL DEFAULT 'OPAQUE',
ALTER COLUMN "secretHash" DROP NOT NULL;
ALTER TABLE "Token" ALTER COLUMN "allAddresses" DROP DEFAULT,
ALTER COLUMN "wire" DROP DEFAULT;

-- CreateTable
CREATE TABLE "TokenAddress" (
    "id" TEXT COLLATE "C" NOT NULL,
    "tokenId" TEXT COLLATE "C" NOT NULL,
    "range" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "TokenAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TokenActivity" (
    "tokenId" TEXT COLLATE "C" NOT NULL,
    "lastUsedAt" TIMESTAMP(3),
    "lastUsedAddress" TEXT COLLATE "C",
    "lastUsedClient" TEXT COLLATE "C",
    "expiryMailedDays" INTEGER,

    CONSTRAINT "TokenActivity_pkey" PRIMARY KEY ("tokenId")
);

-- CreateIndex
CREATE UNIQUE INDEX "TokenAddress_tokenId_range_key" ON "TokenAddress"("tokenId", "range");

-- CreateIndex
CREATE INDEX "Token_familyId_idx" ON "Token"("familyId");

-- CreateIndex
CREATE INDEX "Token_expiresAt_idx" ON "Token"("expiresAt");

-- AddForeignKey
ALTER TABLE "TokenAddress" ADD CONSTRAINT "TokenAddress_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "Token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
