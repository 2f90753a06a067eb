// The commands that work on the server's own files and settings, and therefore run in the server and not in the typed
// client. The client lists the same names in its help; a test holds the two together.
export const operatorCommands = ['serve', 'recover-admin', 'import-tokens', 'fsck'];
