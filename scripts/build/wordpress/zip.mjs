import { deflateRawSync } from 'node:zlib';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const NEEDS_VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | NEEDS_VERSION;
const NAMES_ARE_UTF8 = 1 << 11;
const DEFLATED = 8;
/** 1 January 1980, the first day there is: the same files make the same archive. */
const FIRST_DAY = (1 << 5) | 1;
const PLAIN_FILE = 0o100644 * 0x10000;

function crc32(data) {
  let crc = 0xffffffff;
  for (const byte of data) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Numbers in the order of the format (APPNOTE 4.3): 2 bytes each, or 4 where given as `[value]`. */
function record(...numbers) {
  return Buffer.concat(
    numbers.map((number) => {
      const isLong = Array.isArray(number);
      const bytes = Buffer.alloc(isLong ? 4 : 2);
      if (isLong) bytes.writeUInt32LE(number[0]);
      else bytes.writeUInt16LE(number);
      return bytes;
    }),
  );
}

/**
 * A ZIP archive.
 *
 * @param {ReadonlyMap<string, Buffer>} files content by path, with `/` between its parts
 * @returns {Buffer}
 */
export function zipOf(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level: 9 });
    const common = [
      NEEDS_VERSION,
      NAMES_ARE_UTF8,
      DEFLATED,
      0,
      FIRST_DAY,
      [crc32(content)],
      [packed.length],
      [content.length],
      name.length,
      0,
    ];
    const body = Buffer.concat([record([LOCAL], ...common), name, packed]);
    directory.push(record([CENTRAL], MADE_ON_UNIX, ...common, 0, 0, 0, [PLAIN_FILE], [offset]), name);
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = record([END], 0, 0, files.size, files.size, [list.length], [offset], 0);
  return Buffer.concat([...bodies, list, end]);
}
