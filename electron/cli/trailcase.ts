#!/usr/bin/env node
// The entry of the command line. It checks the Node version before anything native is loaded, because
// better-sqlite3 ends the whole process, without a word, on a Node that is too old.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `trailcase needs Node 24 or newer, this is ${process.version}. ` +
      'In a checkout run it as: npm run -s trailcase -- --help\n',
  )
  process.exitCode = 3
} else {
  const { keepCompiledCode } = await import('./compiled-code.ts')
  keepCompiledCode()
  const { endWithReader } = await import('./print.ts')
  const { runCommandLine } = await import('./run.ts')
  endWithReader()
  process.exitCode = await runCommandLine(process.argv.slice(2))
}
