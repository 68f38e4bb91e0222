/** Imported first: an older Node cannot run the rest, and would say so in a way that nobody understands. */
const OLDEST_NODE = 26;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    `The server needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.\n` +
      'Nothing was touched. Start it with `npm start`: that brings the right Node along.',
  );
  process.exit(1);
}
