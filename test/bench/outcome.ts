// What was measured, what it comes to, and whether a target is met. Pure.

/** One round of one contender. */
export interface Sample {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Share of one processor that the contender used meanwhile; null where the system does not tell. */
  readonly busy: number | null;
}

/** Everything measured for one row. */
export interface Measured {
  readonly server: readonly Sample[];
  /** The bare server's rounds, each after the server's of the same place; empty when there is none. */
  readonly bare: readonly Sample[];
  /** The most by which the server's resident memory grew meanwhile. */
  readonly growthMiB?: number;
  /** For how long the event loop stood still at most, in milliseconds. */
  readonly blockedMs?: number;
  /** What a file costs of a large page, of what one costs of a page of 50. */
  readonly growthPerFile?: number;
  /** SQL statements for one answer with few and with many nodes; undefined when the server does not count. */
  readonly sql?: { readonly few: number; readonly many: number };
  /** Pages that did not show what had been uploaded just before. */
  readonly stale?: number;
}

/** Every figure that is given must be reached. */
export interface Target {
  /** At least this share of the bare server's rate. */
  readonly ratio?: number;
  /** The same with PostgreSQL, where it differs. */
  readonly ratioOnPostgresql?: number;
  /** At least so many in a second. */
  readonly perSecond?: number;
  /** Resident memory grows by less. */
  readonly growthBelowMiB?: number;
  /** Half of the answers, or of their first bytes, come sooner. */
  readonly p50BelowMs?: number;
  /** The event loop never stands still for so long. */
  readonly blockedBelowMs?: number;
  /** A file of a large page costs at most so much of one of a page of 50. */
  readonly perFileAtMost?: number;
  /** The count of SQL statements does not depend on how much the answer holds. */
  readonly sqlConstant?: boolean;
  /** Every page shows what was uploaded just before. */
  readonly fresh?: boolean;
}

/** One line of the table. */
export interface Outcome {
  readonly name: string;
  readonly server: Sample;
  readonly bare: Sample | null;
  readonly ratio: number | null;
  readonly residentMiB: number;
  readonly sql: string | null;
  readonly checks: readonly Check[];
  /** A page did not show what had just been uploaded: no question of speed, the run fails. */
  readonly isStale: boolean;
}

export interface Check {
  readonly target: string;
  /** What was measured instead, as a person reads it. */
  readonly measured: string;
  /** null: it could not be measured. */
  readonly isMet: boolean | null;
}

export function outcomeOf(
  name: string,
  measured: Measured,
  target: Target,
  { residentMiB, onPostgresql }: { residentMiB: number; onPostgresql: boolean },
): Outcome {
  const server = medianSample(measured.server);
  const bare = measured.bare.length > 0 ? medianSample(measured.bare) : null;
  const ratio = bare && server.perSecond / bare.perSecond;
  const { sql } = measured;
  return {
    name,
    server,
    bare,
    ratio,
    residentMiB,
    sql: sql ? (sql.few === sql.many ? `${sql.many}` : `${sql.few} to ${sql.many}`) : null,
    checks: checksOf(measured, server, ratio, wanted(target, onPostgresql)),
    isStale: (measured.stale ?? 0) > 0,
  };
}

function wanted({ ratioOnPostgresql, ...target }: Target, onPostgresql: boolean): Target {
  return onPostgresql && ratioOnPostgresql !== undefined ? { ...target, ratio: ratioOnPostgresql } : target;
}

function checksOf(measured: Measured, server: Sample, ratio: number | null, target: Target): Check[] {
  const { growthMiB, sql, stale } = measured;
  const { perSecond } = server;
  const checks: Check[] = below(measured, server, target);
  if (target.ratio !== undefined) {
    const isMet = ratio === null ? null : ratio >= target.ratio;
    checks.push({ target: `ratio ≥ ${target.ratio}`, measured: ratio?.toFixed(2) ?? '-', isMet });
  }
  if (target.perSecond !== undefined) {
    const isMet = perSecond >= target.perSecond;
    checks.push({ target: `≥ ${target.perSecond}/s`, measured: perSecond.toFixed(0), isMet });
  }
  if (target.growthBelowMiB !== undefined) {
    const isMet = growthMiB === undefined ? null : growthMiB < target.growthBelowMiB;
    checks.push({
      target: `growth < ${target.growthBelowMiB} MiB`,
      measured: growthMiB?.toFixed(0) ?? '-',
      isMet,
    });
  }
  if (target.sqlConstant) {
    checks.push({
      target: 'SQL constant',
      measured: sql ? `${sql.few}, ${sql.many}` : '-',
      isMet: sql ? sql.few === sql.many : null,
    });
  }
  if (target.fresh) {
    checks.push({
      target: 'never stale',
      measured: `${stale ?? '-'} stale`,
      isMet: stale === undefined ? null : stale === 0,
    });
  }
  return checks;
}

/** What must stay below a figure in milliseconds, or a share. */
function below({ blockedMs, growthPerFile }: Measured, { p50Ms }: Sample, target: Target): Check[] {
  const figures = [
    ['p50', p50Ms, target.p50BelowMs, ' ms'],
    ['blocked', blockedMs, target.blockedBelowMs, ' ms'],
    ['a file, of one of 50', growthPerFile, target.perFileAtMost, ''],
  ] as const;
  return figures.flatMap(([what, figure, limit, unit]) =>
    limit === undefined
      ? []
      : [
          {
            target: `${what} < ${limit}${unit}`,
            measured: figure?.toFixed(unit === '' ? 2 : 0) ?? '-',
            isMet: figure === undefined ? null : figure < limit,
          },
        ],
  );
}

/** @param latencies Milliseconds, one for each answer. @param elapsedMs From the first request to the last answer. */
export function sampleOf(latencies: readonly number[], elapsedMs: number): Sample {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { perSecond: (latencies.length / elapsedMs) * 1000, p50Ms: at(0.5), p99Ms: at(0.99), busy: null };
}

function medianSample(samples: readonly Sample[]): Sample {
  const shares = samples.flatMap(({ busy }) => (busy === null ? [] : [busy]));
  return {
    perSecond: median(samples.map(({ perSecond }) => perSecond)),
    p50Ms: median(samples.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(samples.map(({ p99Ms }) => p99Ms)),
    busy: shares.length > 0 ? median(shares) : null,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
