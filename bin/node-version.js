/*
 * Stops with a sentence on a Node that is too old for the dependencies. It is loaded before everything
 * else, so it has only syntax that every version of Node reads.
 */
var needed = [20, 19];

var found = process.versions.node.split('.').map(Number);
if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    'Node ' +
      process.versions.node +
      ' is too old: Node ' +
      needed.join('.') +
      ' or later is needed. ' +
      'Install it from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
