/**
 * A table that becomes a stack of cards on a narrow screen. The roles are written out because a changed `display`
 * takes them from the elements.
 */
import type { ReactNode } from 'react';

import classes from './table.module.css';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and actions stand at the end. */
  atEnd?: boolean;
}

interface TableProps<Row extends { id: string }> {
  /** Its name, for those who cannot see where it stands. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
}

export function Table<Row extends { id: string }>({ label, columns, rows }: TableProps<Row>) {
  return (
    <table className={classes.table} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, atEnd }) => (
            <th key={title} role="columnheader" scope="col" data-at-end={atEnd}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            {columns.map(({ title, cell, atEnd }) => (
              <td key={title} role="cell" data-title={title} data-at-end={atEnd}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
