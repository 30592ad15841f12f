/** The words of the WebAssembly binary format: operations on vectors, numbers in LEB128, sections and lists. */
/** The name of the format and its version. */
export const MAGIC: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
export const BYTES_PER_VECTOR = 16;
export const V128 = 0x7b;
export const I32 = 0x7f;
const SIMD: Readonly<Record<string, readonly number[]>> = {
  add: [0xf0, 0x01],
  sub: [0xf1, 0x01],
  mul: [0xf2, 0x01],
  div: [0xf3, 0x01],
  min: [0xf4, 0x01],
  max: [0xf5, 0x01],
  atMost: [0xf6, 0x01],
  atLeast: [0xf7, 0x01],
  neg: [0xed, 0x01],
  sqrt: [0xef, 0x01],
  floor: [0x75],
  nearest: [0x94, 0x01],
  less: [0x49],
  bitselect: [0x52],
  and: [0x4e],
  or: [0x50],
  shiftLeft: [0xcb, 0x01],
  shiftRightUnsigned: [0xcd, 0x01],
  i64add: [0xce, 0x01],
  anyTrue: [0x53],
  constant: [0x0c],
  load: [0x00],
  store: [0x0b],
  madd: [0x87, 0x02],
  nmadd: [0x88, 0x02],
};

export const simd = (name: string): readonly number[] => [0xfd, ...SIMD[name]!];

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? byte + 128 : byte);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit number. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (byte & 64) === 0) || (rest === -1 && (byte & 64) !== 0)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

export const text = (name: string): number[] => [
  ...unsigned(name.length),
  ...Array.from(name, (letter) => letter.charCodeAt(0)),
];
export const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
export const section = (id: number, body: readonly number[]): number[] => [id, ...unsigned(body.length), ...body];

const twin = new DataView(new ArrayBuffer(8));
export function doubleBytes(value: number): number[] {
  twin.setFloat64(0, value, true);
  return Array.from({ length: 8 }, (_, k) => twin.getUint8(k));
}
export function wordBytes(high: number, low: number): number[] {
  twin.setUint32(4, high, true);
  twin.setUint32(0, low, true);
  return Array.from({ length: 8 }, (_, k) => twin.getUint8(k));
}
export const localGet = (local: number): number[] => [0x20, ...unsigned(local)];
export const localSet = (local: number): number[] => [0x21, ...unsigned(local)];
export const call = (index: number): number[] => [0x10, ...unsigned(index)];
/** A vector of zeros, without memory. */
export const ZERO: readonly number[] = [...simd('constant'), ...Array<number>(16).fill(0)];
