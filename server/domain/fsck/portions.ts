// Rows of a table in the order of their keys, some at a time, however many there are.

const AT_A_TIME = 500;

/** `find` answers at most `take` rows behind the key `after`, in its order. */
export async function* portions<Row>(
  find: (after: string, take: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): AsyncGenerator<readonly Row[]> {
  let last = '';
  for (;;) {
    const rows = await find(last, AT_A_TIME);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_A_TIME) return;
    last = keyOf(rows.at(-1)!);
  }
}
