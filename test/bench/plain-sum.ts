import { DatabaseSync } from 'node:sqlite';

/**
 * What somebody would write who has the database and no program: delivered by item and district, each delivery as its
 * last correction leaves it, read from the rows themselves.
 */
export function plainSum(file: string): readonly unknown[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(
        `SELECT place.body ->> '$.district' AS district, line.value ->> '$.item' AS item,
          sum(line.value ->> '$.count') AS delivered
        FROM state AS delivery
        JOIN state AS place ON place.branch = delivery.branch AND place.kind = 'checkpoint'
          AND place.id = delivery.body ->> '$.checkpoint'
        LEFT JOIN state AS correction ON correction.branch = delivery.branch AND correction.kind = 'correction'
          AND correction.id = delivery.body ->> '$.corrections[#-1]'
        JOIN json_each(CASE WHEN correction.id IS NULL THEN delivery.body -> '$.lines'
          ELSE correction.body -> '$.lines' END) AS line
        WHERE delivery.kind = 'delivery' AND line.value IS NOT NULL
        GROUP BY 1, 2`,
      )
      .all();
  } finally {
    database.close();
  }
}
