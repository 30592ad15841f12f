import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // A busy machine is slow, not wrong: what is polled for may take its time, and what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
  },
});
