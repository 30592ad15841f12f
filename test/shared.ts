import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The records and code tables that development keeps beside the repository. A user's clone has none: tests that read
// them go through here and say loudly that they skip.
const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** Whether the outside records are here. Prints a line when they are not, once per test file. */
export const hasShared: boolean = existsSync(folder);
if (!hasShared)
  process.stderr.write(
    `\n*** SKIPPED: tests on outside records; ${folder} is not here (a user's clone has none) ***\n`,
  );

/** Text of an outside file, such as `patients/Milan_Beatty.json` or `opioids.csv`. */
export const sharedText = (name: string): string => readFileSync(folder + name, 'utf8');

/** Names of the outside patient bundles, without the folder. */
export const sharedPatients = (): readonly string[] =>
  hasShared ? readdirSync(`${folder}patients`).filter((name) => name.endsWith('.json')) : [];
