// Imported before anything else by every command here, so that an old Node answers with one line instead of a stack
// trace from somewhere inside a dependency.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Wheelhouse needs Node 20.19 or newer, and this is Node ${process.versions.node}: install a newer one and run the command again.`,
  );
  process.exit(1);
}
