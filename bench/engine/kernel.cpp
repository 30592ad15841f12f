// The kernel's own procedures on vectors of LANES doubles: kernel <case> <result> <repeats>
#include <cstring>
#include "case.h"

typedef double v __attribute__((vector_size(8 * LANES)));
typedef long long vi __attribute__((vector_size(8 * LANES)));
typedef unsigned long long vu __attribute__((vector_size(8 * LANES)));

static const unsigned long long SQRT_HALF = 0x3fe6a09e00000000ULL, TO_ONE = 0x3ff0000000000000ULL - SQRT_HALF;

static inline v V(double x) { return x - (v){}; }
static inline v lane_pick(v a, v b, v c, v d) { return a < b ? c : d; }
static inline v lane_min(v a, v b) { return a < b ? a : b; }
static inline v lane_max(v a, v b) { return a > b ? a : b; }
static inline v lane_sqrt(v a) { v r; for (int k = 0; k < LANES; k++) r[k] = __builtin_sqrt(a[k]); return r; }
static inline v lane_floor(v a) { v r; for (int k = 0; k < LANES; k++) r[k] = __builtin_floor(a[k]); return r; }
static inline v lane_nearest(v a) { return (a + V(6755399441055744.0)) - V(6755399441055744.0); }
static inline v lane_pow2(v n) { return (v)((vi)(n + V(6755399441055744.0 + 1023)) << 52); }
static inline v lane_atMost(v a, v b) { return b < a ? b : a; }
static inline v lane_atLeast(v a, v b) { return a < b ? b : a; }
static inline v lane_exponent(v a) { return (v)(((vu)a + TO_ONE >> 52) | 0x4330000000000000ULL) - V(4503599627370496.0 + 1023); }
static inline v lane_mantissa(v a) { return (v)(((vu)a + TO_ONE & 0xfffffffffffffULL) + SQRT_HALF); }
static inline bool any_positive(v a) { for (int k = 0; k < LANES; k++) if (a[k] > 0) return true; return false; }

static v M[1 << 16] __attribute__((aligned(64)));
#include "kernel.inc"

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const Case c = read_case(argv[1]);
  const int repeats = atoi(argv[3]);
  std::vector<double> out((size_t)c.people * c.days * c.outputs);
  v *tables = M + FIXED, *doses = tables + c.sizes * TABLE, *rows = doses + c.days;
  double best = 1e30;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double begin = cpu_seconds();
    for (int who = 0; who + LANES <= c.people; who += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        for (int k = 0; k < c.parameters; k++) M[k][lane] = c.parameter[(size_t)(who + lane) * c.parameters + k];
        for (int k = 0; k < c.days; k++) doses[k][lane] = c.amount[k];
      }
      M[TIME_SLOT] = V(0);
      k_prepare();
      for (int k = 0; k < c.sizes; k++) { tables[k * TABLE] = V(c.size[k]); k_weigh(tables + k * TABLE); }
      k_restart();
      for (int k = 0; k < c.actions; k++) {
        const int what = c.script[2 * k], which = c.script[2 * k + 1];
        if (what == 0) k_step(tables + which * TABLE);
        else if (what == 1) { k_dose(doses + which); k_restart(); }
        else k_observe(rows + which * c.outputs);
      }
      for (int lane = 0; lane < LANES; lane++)
        for (int k = 0; k < c.days * c.outputs; k++) out[(size_t)(who + lane) * c.days * c.outputs + k] = rows[k][lane];
    }
    const double spent = cpu_seconds() - begin;
    if (spent < best) best = spent;
  }
  write_result(argv[2], out);
  printf("%.9f\n", best / c.people);
}
