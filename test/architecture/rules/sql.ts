import type { Rule } from '../rule.ts';
import { isScript, isSource, violation } from '../source-file.ts';

const STORAGE = 'src/server/storage/';
const STATEMENT = /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|PRAGMA|BEGIN|COMMIT|ROLLBACK)\b/;

export const sqlInStorage: Rule = {
  name: 'SQL lives in the storage folder',
  sees: (file) => isSource(file) && isScript(file),
  check: (files) =>
    files
      .filter((file) => isSource(file) && !file.path.startsWith(STORAGE))
      .flatMap((file) =>
        file.nodes.flatMap(({ node }) => {
          const text =
            node.type === 'TemplateElement' ? node.value.cooked : node.type === 'Literal' ? node.value : null;
          return typeof text === 'string' && STATEMENT.test(text) ? [violation(file, node, 'is SQL')] : [];
        }),
      ),
  broken: [
    { 'src/server/http/a.ts': "query('SELECT 1');" },
    { 'src/server/sync/a.ts': 'query(`\n  INSERT INTO rows VALUES (${a})`);' },
    { 'src/server/main.ts': "run('PRAGMA journal_mode = WAL');" },
  ],
  kept: { [`${STORAGE}sqlite/a.ts`]: "query('SELECT 1');", 'src/server/a.ts': "say('Selected', 'update', 'CREATED');" },
};
