import { expect, test } from 'vitest'
import { csvCells } from '../../../renderer/inspector/csv-row.ts'
import { pairsOf } from '../../../renderer/inspector/table-row.tsx'

test.each([
  ['', ['']],
  ['a,b', ['a', 'b']],
  [',', ['', '']],
  ['"a,b","c ""d"""', ['a,b', 'c "d"']],
  ['"line\nbreak",', ['line\nbreak', '']],
])('%j has the cells %j', (row, cells) => expect(csvCells(row)).toEqual(cells))

test('quotes that do not fit together give no cells', () => {
  expect(csvCells('"a')).toBeNull()
  expect(csvCells('"a"b,c')).toBeNull()
})

test('columns have names only where header and row fit together', () => {
  expect(pairsOf('Event name,User name', 'ConsoleLogin,"alice"')).toEqual([
    { name: 'Event name', value: 'ConsoleLogin' },
    { name: 'User name', value: 'alice' },
  ])
  expect(pairsOf('Event name', 'ConsoleLogin,alice')).toBeNull()
  expect(pairsOf(null, 'ConsoleLogin')).toBeNull()
})
