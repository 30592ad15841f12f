/**
 * The one place that touches WebAssembly. The core is compiled without browser or Node types, so what is used of it is
 * stated here and read off the global object.
 */
import { MAGIC } from './binary.ts';

interface Wasm {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}
/** A compiled module; it may be posted to a worker, which then need not compile. */
export type WasmModule = object;
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const wasm = (globalThis as unknown as { readonly WebAssembly?: Wasm }).WebAssembly;

/** Smallest modules that use a relaxed multiply-add, and any f64x2 operation. */
const probe = (operation: readonly number[], operands: number): Uint8Array<ArrayBuffer> => {
  const constant = [0xfd, 0x0c, ...Array<number>(16).fill(0)];
  const code = [...Array.from({ length: operands }, () => constant).flat(), 0xfd, ...operation, 0x1a, 0x0b];
  const body = [0x00, ...code];
  const oneFunction = [0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00];
  return Uint8Array.from([...MAGIC, ...oneFunction, 0x0a, body.length + 2, 0x01, body.length, ...body]);
};

/** What this machine can run: fused needs relaxed SIMD, portable needs SIMD. */
export const canRun = {
  fused: wasm?.validate(probe([0x87, 0x02], 3)) ?? false,
  portable: wasm?.validate(probe([0xf0, 0x01], 2)) ?? false,
} as const;

export const compileModule = (bytes: Uint8Array<ArrayBuffer>): WasmModule => new wasm!.Module(bytes);

const PAGE = 65536;

/** An instance with a memory of its own of at least `size` bytes. */
export function instantiate(
  module: WasmModule,
  size: number,
): { readonly memory: WasmMemory; readonly call: (name: string, ...args: readonly number[]) => void } {
  const memory = new wasm!.Memory({ initial: Math.ceil(size / PAGE) });
  const { exports } = new wasm!.Instance(module, { lanes: { memory } });
  const functions = exports as Readonly<Record<string, (...args: readonly number[]) => void>>;
  return { memory, call: (name, ...args) => functions[name]!(...args) };
}
