// What one layer adds to a page: its files as far as the rules on the way to it let them through, and of a mirror as far
// as they are old enough and nothing of a stage stands in their place. Pure.

import type { HeldFile, UsedNames } from '../../storage/sql/find-held.ts';
import type { Layer } from '../indexes/layers.ts';
import { whyVersionHidden, type Hidden } from '../indexes/rules.ts';
import type { MirroredFile, MirroredPage } from '../mirrors/page.ts';
import { earliest } from './ownership.ts';
import type { PageFile } from './repository.ts';
import { canonicalVersion } from './versions.ts';

export interface Contribution {
  readonly files: readonly PageFile[];
  readonly versions: readonly string[];
  /** How many files each rule hides. */
  readonly hidden: readonly (Hidden & { readonly files: number })[];
  /** How many the upstream does not have for long enough. */
  readonly tooYoung: number;
  /** How many have the name or the version of something that a stage holds or held. */
  readonly displaced: number;
  /** Of these, those that have other bytes than the stage's file of the same name. */
  readonly shadowed: readonly PageFile[];
  /** When the next file is old enough; null when none waits. */
  readonly changesAt: Date | null;
}

export function stageContribution(
  layer: Layer,
  normalizedName: string,
  held: readonly HeldFile[],
): Contribution {
  const hiding = new Hiding(layer, normalizedName);
  const files = held.filter(({ version }) => !hiding.hides(version)).map((file) => pageFile(layer.id, file));
  return {
    files,
    versions: [...new Set(files.map(({ version }) => version))],
    hidden: hiding.counts(),
    tooYoung: 0,
    displaced: 0,
    shadowed: [],
    changesAt: null,
  };
}

/** `used`: what the stages hold that close the name, of which a mirror never adds another; null when none closes it. */
export function mirrorContribution(
  layer: Layer,
  normalizedName: string,
  page: MirroredPage,
  used: UsedNames | null,
  now: Date,
): Contribution {
  const hiding = new Hiding(layer, normalizedName);
  const days = layer.mirror?.minAgeDays ?? 0;
  const isUsed = memoized((version: string) => used?.versions.has(canonicalVersion(version)) === true);
  const isDisplaced = ({ filename, version }: PageFile) =>
    used !== null && (used.filenames.has(filename.toLowerCase()) || isUsed(version));
  const ripeAt = ({ uploadedAt }: PageFile) =>
    uploadedAt === null ? null : new Date(uploadedAt.getTime() + days * DAY);
  const isTooYoung = (file: PageFile) => {
    const moment = ripeAt(file);
    return days > 0 && (moment === null || now < moment);
  };
  const free = page.files.filter((file) => !isDisplaced(file));
  const allowed = free.filter(({ version }) => !hiding.hides(version));
  const young = allowed.filter(isTooYoung);
  const files: readonly MirroredFile[] =
    young.length === 0 ? allowed : allowed.filter((file) => !isTooYoung(file));
  const isOther = ({ filename, sha256 }: PageFile) => {
    const present = used?.filenames.get(filename.toLowerCase());
    return present !== undefined && sha256 !== null && sha256 !== present;
  };
  const withFiles = new Set(page.files.map(({ version }) => version));
  const fileless = page.versions.filter(
    (version) =>
      !withFiles.has(version) &&
      !isUsed(version) &&
      whyVersionHidden(layer.ruleSets, normalizedName, version) === null,
  );
  return {
    files,
    versions: [...new Set([...files.map(({ version }) => version), ...fileless])],
    hidden: hiding.counts(),
    tooYoung: young.length,
    displaced: page.files.length - free.length,
    shadowed: used === null ? [] : page.files.filter(isOther),
    changesAt: earliest(young.map(ripeAt)),
  };
}

const DAY = 86_400_000;

/** Each version is looked at once, however many files it has. */
class Hiding {
  readonly #verdictOf: (version: string) => Hidden | null;
  readonly #files = new Map<Hidden, number>();

  constructor({ ruleSets }: Layer, normalizedName: string) {
    this.#verdictOf =
      ruleSets.length === 0
        ? () => null
        : memoized((version) => whyVersionHidden(ruleSets, normalizedName, version));
  }

  hides(version: string): boolean {
    const hidden = this.#verdictOf(version);
    if (hidden !== null) this.#files.set(hidden, (this.#files.get(hidden) ?? 0) + 1);
    return hidden !== null;
  }

  /** By rule. */
  counts(): Contribution['hidden'] {
    const counts = new Map<string, Hidden & { files: number }>();
    for (const [{ indexPath, rule }, files] of this.#files) {
      const key = `${indexPath} ${rule ?? ''}`;
      counts.set(key, { indexPath, rule, files: files + (counts.get(key)?.files ?? 0) });
    }
    return [...counts.values()];
  }
}

function memoized<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (!known.has(text)) known.set(text, answer(text));
    return known.get(text)!;
  };
}

function pageFile(layerId: string, file: HeldFile): PageFile {
  const { filename, kind, sha256, sizeBytes, requiresPython, metadataSha256, uploadedAt, yanked, version } =
    file;
  return {
    filename,
    kind,
    address: sha256,
    sha256,
    sizeBytes,
    requiresPython,
    metadataSha256: kind === 'WHEEL' ? metadataSha256 : null,
    uploadedAt,
    yanked,
    version,
    layerId,
  };
}
