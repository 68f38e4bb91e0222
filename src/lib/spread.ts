/**
 * Spreads whole amounts over two sides at once: `rows` over `columns`, both with the same total, so that each row and each
 * column adds up to the last unit. In proportion, rounded down; what is left then goes to the first places that want it.
 * @returns one list for each row, with an amount for each column
 */
export function spread(rows: readonly number[], columns: readonly number[]): readonly (readonly number[])[] {
  const total = sum(rows);
  if (total === 0) return rows.map(() => columns.map(() => 0));
  const cells = rows.map((row) => columns.map((column) => part(row, column, total)));
  const wanted = columns.map((column, index) => column - sum(cells.map((cell) => cell[index] ?? 0)));
  return cells.map((cell, index) => {
    let left = (rows[index] ?? 0) - sum(cell);
    return cell.map((amount, column) => {
      const more = Math.min(left, wanted[column] ?? 0);
      left -= more;
      wanted[column] = (wanted[column] ?? 0) - more;
      return amount + more;
    });
  });
}

function part(row: number, column: number, total: number): number {
  const product = row * column;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / total);
  return Number((BigInt(row) * BigInt(column)) / BigInt(total));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
