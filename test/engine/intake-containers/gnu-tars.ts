import { gunzipSync } from 'node:zlib'

/**
 * Tars written by GNU tar 1.34 or 1.35 with `--sparse`, the same files in each format: a file with a hole of nearly
 * 70,000 bytes, one with a name of 130 characters and one with a name in Japanese. The v7 one holds only the last.
 */
export const GNU_TARS: Readonly<Record<string, string>> = {
  gnu: [
    'H4sIAAAAAAACA+3ZP27CMBQGcM89heW5De/ZTiIxcYBMMKIOVaEVf+RICUyIc7CwMiBxi96FczQgmrZBAgkpMRLfb7FlyXL0nC/D',
    'Sx6M89SJWlEhsvY4FiojUxiT4JB1aIy1h3WOLGkhe6IB83z2lkkpvKFfZUXKuea/FTtW6me9nJ/2Xj7gtOHMQnWH72k2yFW7rz6y',
    '1M2UAAAAAAAAAACA2z2roRuo1+W9PE/QClqdJHWfychNajrjcv+PSJOpdMHiOIqETJoogPf+n1/T4upfnCcN9J7B//1fyz+x+d//',
    'N0azFZKQ/9ot1OENUG1ePiEMD2i/2uzXu3o/xFfzT7ry/49JG+S/CV9bZAAAAADgkXwDhxD8GQAoAAA=',
  ].join(''),
  posix10: [
    'H4sIAAAAAAACA+3az07bQBAGcJ/3KSyf6WZ29h9GyrXtqaqKOFU9rMgCQcFGdiqhIp6jl145VOIt+i48Rx3MIeyBQEmsRvl+F0s7',
    'OTie/bJSxnL0OVx9jGESm3bUyvO2rrJ1o44z5uHaSa/E2mfKKrZaG7NYV8poleVX2QC+t/PQdLeS7Sbm/MOnI9lehqaN8iKc181Y',
    'iWR1WnWrJNgtr1bhIo77HSO4XK40Mcza6Y849l1z94WmPMyn3YeVLy2TU9ZLptJbazQvqsdPq066vkpeZLBZctQ17vChb++nsygt',
    'q3LdvwPP5191+4GS/GtrbJbTNuU//XJbQgsShkonXOkWafRO9KklZG8XXBdf4nHdTNri4Gtx0tTVvMBDAQAAAAAAAAB4g70iVpPi',
    '283/cj9yef4zq6vTd9XarZr/aErmP5o9W8x/hqAM5ZdhfjbeUO9fpp8iPT8o4jIdFHmpXF/Ff9X/aoi2r8o/KZ3k31hlMP8ZwnWx',
    '2AHFgbpBhnbRk/P//uft/a+7tb8Esir/SqXvf2jtNM7/IfDj8b/UepzDO2RDkX9V/ok4yT9r1jj/h/DnNzIAAAAAAAAAAAAAAAAA',
    'AAAAAAAAsG3+AtuHMoAAUAAA',
  ].join(''),
  posix01: [
    'H4sIAAAAAAACA+3az27TQBAGcJ/zFJbPZjM7s3/qSr4CJ4RAnBAHk7g0kNiRN5Uqqj4HF64ckHgL3qXPgZNwSHxogLoWUb7fxVJG',
    'iRyNv6w0EzV+WVw/L4tp2YRxUB9DXUV9o5YzZnNtda/EzkTaarYixqxf19qIjuLraABXYVU07a1Ep4lt/OzFGxWWRRNKFWafy9y3',
    'LTkbsdstVFeL9/N68ink0q0UizLfPjgjI7uVRbHMKTWUudRlTjgV79LNh6c0EoqL1ax9q/aZZXLaesWUeWuN8Lo62a865bZV8qMI',
    'eqPGbcdebxr2dDYvlWU2ff8O3J9/TdZTJ//S9jmK6Zjy3/1yR+ImeVVO6mYakvO3yUVTV6sEoQAAAAAAAAAAeIA0Katp8u72f7kf',
    'tTv/n9fVhydV7w7N/4X8/vxP2LPF/H8I2lC8LFaX+SP1/s9s1wf37wQ46+4EvNJuW8VK4F8N0fZD+Sctnfwbqw3m/0O4SdZPQHKu',
    'b5GhU7R3/t99+Xb39UfvfwI4lH+tfXf/J05w/g+Bfx//O63HOXxCHinyf5V/Iu7kn4UF5/8Qfn5HBgAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAjskv1D0isABQAAA=',
  ].join(''),
  posix00: [
    'H4sIAAAAAAACA+3ZzWrbQBAHcJ31FELnVJmZ/YoCOrenUAo9lR5Ue90kTaSgVSBtyHP00msPhb5F3yXPUeWDYi8JToItavz/XQQe',
    'Fq8Z/z0wLnbf1hdvfD31XdgNxXFom2TVaGC1vn0O4idp1gkbFqOU1jevM2uxSXaRjOA89HU3XCXZTmKy1wfvi3BWd8EX4eibr9zQ',
    'kr1U7HyhOT/9dNJOvoRKpaLmK+1sFnxfUSp78YGvvQ+VptKm4h44YkurJCr9O6bcI6fub2cePEWpoqzuj059xa40QpaNK4RKZ4we',
    '3myoThartrB3VXLpNvZ/TZF/Rv6ZjKMo/6SJk4w2Kf/xh9sQl/k7P2m7acj3P+Szrm36PAEAAAAAAAAAgJfbyX0zzT9e/S/3Keb3',
    '/ydt8/lVs3LL9v+K3OL+T4kTg/3/GFhTdlb3h9Waev80t0voJbt7KePdvSvY3lVT/LC80BhtX5Z/YhXlXxvW2P+P4TK/+Qbk+3yF',
    'DG2jhfl//f3n9Y/fK/9HcFn+maP5z0pZhfk/Brkf/3OtxxzeImuK/LPyTyRR/kWJwvwfw59fyAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'wCb5C589f2MAUAAA',
  ].join(''),
  v7: [
    'H4sIAAAAAAACA+3PsQ3CQBBE0S3FFSDfeU1RDiCgGBKnBEh0QS+ug7ND5wQnvZd8abLZnq9t/VyWx/0W/zI218yjzblNjTKXOk9T',
    '5r6XMtaMIXpyPteJ7zsAAAAAAAAAAADo0A/vjjwxACgAAA==',
  ].join(''),
}

export function gnuTar(format: string): Uint8Array {
  return gunzipSync(Buffer.from(GNU_TARS[format] ?? '', 'base64'))
}
