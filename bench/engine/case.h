// A case from run.ts: sizes, plan, amounts and parameters, as doubles in one file.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

struct Case {
  int people, parameters, days, outputs, sizes, actions, states;
  std::vector<double> size, script, amount, scale, parameter;
};

static std::vector<double> take(const std::vector<double> &all, size_t &at, size_t count) {
  std::vector<double> part(all.begin() + at, all.begin() + at + count);
  at += count;
  return part;
}

static Case read_case(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) { perror(name); exit(1); }
  std::vector<double> all;
  double buffer[4096];
  for (size_t got; (got = fread(buffer, 8, 4096, file)) > 0;) all.insert(all.end(), buffer, buffer + got);
  fclose(file);
  Case c;
  c.people = all[0]; c.parameters = all[1]; c.days = all[2]; c.outputs = all[3];
  c.sizes = all[4]; c.actions = all[5]; c.states = all[6];
  size_t at = 7;
  c.size = take(all, at, c.sizes);
  c.script = take(all, at, 2 * c.actions);
  c.amount = take(all, at, c.days);
  c.scale = take(all, at, c.states);
  c.parameter = take(all, at, (size_t)c.people * c.parameters);
  return c;
}

static void write_result(const char *name, const std::vector<double> &out) {
  FILE *file = fopen(name, "wb");
  if (!file || fwrite(out.data(), 8, out.size(), file) != out.size()) { perror(name); exit(1); }
  fclose(file);
}

// CPU time of this process, seconds.
static double cpu_seconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}
