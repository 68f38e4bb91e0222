/**
 * Every branch that has a row of itself: from one branch to the next along the index, so that it costs as much as there are
 * branches, and not as there are rows. Understood by SQLite and PostgreSQL alike.
 */
export const BRANCHES_SQL = `
  WITH RECURSIVE known (branch) AS (
    SELECT min(branch) FROM state
    UNION ALL
    SELECT (SELECT min(state.branch) FROM state WHERE state.branch > known.branch) FROM known WHERE known.branch IS NOT NULL)
  SELECT branch FROM known
  WHERE EXISTS (SELECT 1 FROM state WHERE state.branch = known.branch AND state.kind = 'branch')`;
