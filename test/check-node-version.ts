// better-sqlite3 crashes the whole process on an older Node: say why before it is loaded.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  throw new Error(
    `Trailcase needs Node 24, this is ${process.version}. Run it through npm (npm test), which brings its own.`,
  )
}
