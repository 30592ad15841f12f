/** Builds and runs the native contestants: the C twins of the kernel and the classical solvers. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../src/engine/grid.ts';
import { AMOUNTS, DAYS, type Titration } from './titration.ts';
import { kernelHeader, peerHeader } from './twins.ts';

const DESOLVE = '/usr/lib/R/site-library/deSolve/libs/deSolve.so';
const FLAGS = ['-O3', '-march=native', '-ffp-contract=fast', '-w'];

export type PeerName = 'tsit5' | 'rkck' | 'rk8pd' | 'dlsoda';

export class Native {
  readonly #folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  /** What could not be built, in words. */
  readonly missing: string[] = [];
  readonly #built = new Set<string>();

  constructor(titration: Titration) {
    writeFileSync(join(this.#folder, 'kernel.inc'), kernelHeader(titration.program));
    writeFileSync(join(this.#folder, 'peers.inc'), peerHeader(titration.model));
    this.#build('peers', 'peers.cpp', ['-lgsl', '-lgslcblas', '-lm', '-ldl', `-DDESOLVE="${DESOLVE}"`]);
    this.#build('kernel2', 'kernel.cpp', ['-DLANES=2', '-mprefer-vector-width=128']);
    this.#build('kernel4', 'kernel.cpp', ['-DLANES=4']);
    if (!existsSync(DESOLVE)) this.missing.push('dlsoda: R package deSolve (r-cran-desolve) is not here');
  }

  #build(name: string, source: string, flags: readonly string[]): void {
    const command = [
      ...FLAGS,
      `-I${this.#folder}`,
      `-I${import.meta.dirname}`,
      '-o',
      this.#path(name),
      join(import.meta.dirname, source),
      ...flags,
    ];
    try {
      execFileSync('g++', command, { stdio: 'pipe' });
      this.#built.add(name);
    } catch (refused) {
      this.missing.push(`${name}: ${String(refused).split('\n')[0]}`);
    }
  }
  #path(name: string): string {
    return join(this.#folder, name);
  }

  has(what: 'kernel2' | 'kernel4' | PeerName): boolean {
    if (what === 'kernel2' || what === 'kernel4') return this.#built.has(what);
    return this.#built.has('peers') && (what !== 'dlsoda' || existsSync(DESOLVE));
  }

  /** Writes the people and the plan that all programs will read. */
  writeCase(titration: Titration, plan: Plan): void {
    const { model, people } = titration;
    const code = { step: 0, dose: 1, observe: 2 } as const;
    const script = plan.actions.flatMap((action) => [
      code[action.kind],
      action.kind === 'step' ? action.size : action.row,
    ]);
    const head = [
      people.length,
      model.parameters.length,
      DAYS,
      model.outputs.length,
      plan.sizes.length,
      plan.actions.length,
      model.states.length,
    ];
    // Sizes of the states, below which an absolute tolerance holds: amounts are near 1000 ug or nmol, everything else is near 1.
    const scale = model.states.map(({ unit }) => (unit === 'ug' || unit === 'nmol' ? 1000 : 1));
    const numbers = [...head, ...plan.sizes, ...script, ...AMOUNTS, ...scale, ...people.flatMap((row) => [...row])];
    writeFileSync(this.#path('case.bin'), new Uint8Array(Float64Array.from(numbers).buffer));
  }

  /** CPU seconds per individual, best of the repeats, and the outputs. */
  twin(name: 'kernel2' | 'kernel4', repeats: number): { readonly seconds: number; readonly outputs: Float64Array } {
    const line = this.#run(name, [String(repeats)]);
    return { seconds: Number(line), outputs: this.#outputs() };
  }

  peer(
    name: PeerName,
    tolerance: number,
    people: number,
    repeats: number,
  ): { readonly seconds: number; readonly failed: boolean; readonly outputs: Float64Array } {
    const [seconds, failed] = this.#run('peers', [String(repeats), name, String(tolerance), String(people)]).split(' ');
    return { seconds: Number(seconds), failed: failed !== '0', outputs: this.#outputs() };
  }

  #run(program: string, more: readonly string[]): string {
    return execFileSync(this.#path(program), [this.#path('case.bin'), this.#path('out.bin'), ...more])
      .toString()
      .trim();
  }
  #outputs(): Float64Array {
    return new Float64Array(new Uint8Array(readFileSync(this.#path('out.bin'))).buffer);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
