/** Imported first by every script here: anything older could not even read them reliably. */
const OLDEST_NODE = 20;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    `Dastarkhan needs Node ${OLDEST_NODE} or newer to install itself, and this is Node ${process.versions.node}.\n` +
      'Nothing was changed. Install a newer Node (https://nodejs.org) and run the same command again.',
  );
  process.exit(1);
}
