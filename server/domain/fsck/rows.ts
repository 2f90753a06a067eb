// Every replicated row is what the change log says of it, and there is no other: else a replica, which has nothing but
// the log, would hold something else.

import { MODEL_CLASSES, type ReplicatedModel } from '../../storage/classes.ts';
import type { Snapshot } from '../../storage/read-only.ts';

import type { LoggedRows } from './changes.ts';
import type { Look } from './fsck.ts';
import { portions } from './portions.ts';

type Row = Readonly<Record<string, unknown>>;

export async function checkRows(
  { findings, progress }: Look,
  snapshot: Snapshot,
  logged: LoggedRows,
): Promise<void> {
  let looked = 0;
  for (const model of replicatedModels()) {
    const [key] = MODEL_CLASSES[model].key;
    for await (const rows of rowsOf(snapshot, model, key)) {
      for (const row of rows) {
        const verdict = logged.compare(model, { [key]: row[key] }, row);
        const subject = `${model} ${String(row[key])}`;
        if (verdict === 'OTHER')
          findings.add('ROW_DIFFERS', subject, `${subject} is not what the change log says.`);
        if (verdict === 'UNKNOWN')
          findings.add('ROW_UNLOGGED', subject, `The change log knows nothing of ${subject}.`);
      }
      looked += rows.length;
      progress(looked, null);
    }
  }
  for (const name of logged.names()) {
    findings.add('ROW_MISSING', name, `The change log has ${name}, and the database does not.`);
  }
}

function replicatedModels(): ReplicatedModel[] {
  return (Object.keys(MODEL_CLASSES) as (keyof typeof MODEL_CLASSES)[]).filter(
    (model): model is ReplicatedModel => MODEL_CLASSES[model].class === 'REPLICATED',
  );
}

/** Each replicated model has a key of one column of text. */
function rowsOf({ read }: Snapshot, model: ReplicatedModel, key: string): AsyncGenerator<readonly Row[]> {
  const name = (model.charAt(0).toLowerCase() + model.slice(1)) as Uncapitalize<ReplicatedModel>;
  const delegate = read[name] as unknown as { findMany(args: object): Promise<Row[]> };
  return portions(
    (after, take) => delegate.findMany({ where: { [key]: { gt: after } }, orderBy: { [key]: 'asc' }, take }),
    (row) => row[key] as string,
  );
}
