// Classical solvers on the same model: peers <case> <result> <repeats> <method> <tolerance> <people>
// Methods: tsit5 (ours), rkck, rk8pd (GSL), dlsoda (ODEPACK in R's deSolve, called without R).
#include <algorithm>
#include <cmath>
#include <cstring>
#include <dlfcn.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>
#include "case.h"
#include "peers.inc"

static double P[NP], Q[NH];
static double relative_tolerance, absolute[NS];
static bool failed = false;

static int gsl_rates(double t, const double x[], double dx[], void *) { rates(t, x, P, Q, dx); return GSL_SUCCESS; }

// One dosing interval of an individual; a method object keeps what it wants between calls.
struct Method { virtual void begin() {} virtual void jump() {} virtual void advance(double from, double to, double *x) = 0; virtual ~Method() {} };

struct Tsit5 : Method {
  double h = 0;
  double k[7][NS];
  void jump() override { h = 0; }
  void advance(double t, double to, double *x) override {
    static const double C[7] = {0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1};
    static const double A[7][6] = {{0}, {0.161}, {-0.008480655492356989, 0.335480655492357}, {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
      {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
      {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
      {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}};
    static const double E[7] = {-0.00178001105222577714, -0.0008164344596567469, 0.007880878010261995, -0.1447110071732629, 0.5823571654525552, -0.45808210592918697, 1 / 66.0};
    rates(t, x, P, Q, k[0]);
    if (h == 0) {
      double fastest = 1 / (to - t);
      for (int i = 0; i < NS; i++) fastest = std::max(fastest, std::fabs(k[0][i]) / (std::fabs(x[i]) + absolute[i] / relative_tolerance));
      h = 0.5 / fastest * std::pow(relative_tolerance, 0.2);
    }
    double y[NS];
    for (int tries = 0; t < to; tries++) {
      if (tries > 200000) { failed = true; return; }
      const bool last = h >= (to - t) * (1 - 1e-12);
      const double step = last ? to - t : h;
      for (int s = 1; s < 7; s++) {
        for (int i = 0; i < NS; i++) { double sum = 0; for (int j = 0; j < s; j++) sum += A[s][j] * k[j][i]; y[i] = x[i] + step * sum; }
        rates(t + C[s] * step, y, P, Q, k[s]);
      }
      double worst = 1e-10;
      for (int i = 0; i < NS; i++) {
        double e = 0;
        for (int j = 0; j < 7; j++) e += E[j] * k[j][i];
        worst = std::max(worst, std::fabs(step * e) / (absolute[i] + relative_tolerance * std::max(std::fabs(x[i]), std::fabs(y[i]))));
      }
      const double growth = std::min(5.0, std::max(0.2, 0.9 * std::pow(worst, -0.2)));
      if (worst <= 1) { t = last ? to : t + step; memcpy(x, y, sizeof y); memcpy(k[0], k[6], sizeof y); if (!last) h = step * growth; }
      else h = step * growth;
    }
  }
};

struct Gsl : Method {
  const gsl_odeiv2_step_type *type;
  gsl_odeiv2_system system = {gsl_rates, nullptr, NS, nullptr};
  gsl_odeiv2_step *step;
  gsl_odeiv2_control *control;
  gsl_odeiv2_evolve *evolve;
  double h = 0.05;
  explicit Gsl(const gsl_odeiv2_step_type *t) : type(t) {
    step = gsl_odeiv2_step_alloc(type, NS);
    control = gsl_odeiv2_control_scaled_new(1, relative_tolerance, 1, 0, absolute, NS);
    evolve = gsl_odeiv2_evolve_alloc(NS);
  }
  void jump() override { gsl_odeiv2_evolve_reset(evolve); gsl_odeiv2_step_reset(step); h = 0.05; }
  void advance(double t, double to, double *x) override {
    for (int tries = 0; t < to; tries++)
      if (tries > 200000 || gsl_odeiv2_evolve_apply(evolve, control, step, &system, &t, to, &h, x) != GSL_SUCCESS) { failed = true; return; }
  }
};

extern "C" {
typedef void (*Rates)(int *, double *, double *, double *, double *, int *);
typedef void (*Jacobian)(int *, double *, double *, int *, int *, double *, int *, double *, int *);
typedef void (*Dlsoda)(Rates, int *, double *, double *, double *, int *, double *, double *, int *, int *, int *, double *, int *, int *, int *, Jacobian, int *, double *, int *);
static void lsoda_rates(int *, double *t, double *x, double *dx, double *, int *) { rates(*t, x, P, Q, dx); }
static void lsoda_jacobian(int *, double *t, double *x, int *, int *, double *pd, int *rows, double *, int *) {
  static double J[NS * NS];
  jacobian(*t, x, P, Q, J);
  for (int i = 0; i < NS; i++) for (int j = 0; j < NS; j++) pd[i + j * *rows] = J[i * NS + j];
}
}

struct Lsoda : Method {
  Dlsoda dlsoda;
  std::vector<double> rwork = std::vector<double>(22 + NS * std::max(16, NS + 9) + 100);
  std::vector<int> iwork = std::vector<int>(20 + NS + 50);
  int state = 1;
  Lsoda() {
    void *library = dlopen(DESOLVE, RTLD_NOW | RTLD_GLOBAL);
    if (!library) { fprintf(stderr, "%s\n", dlerror()); exit(3); }
    dlsoda = (Dlsoda)dlsym(library, "dlsoda_");
  }
  void jump() override { state = 1; }
  void advance(double t, double to, double *x) override {
    int n = NS, itol = 2, task = 4, opt = 1, lrw = rwork.size(), liw = iwork.size(), jt = 1, ipar = 0;
    double rpar = 0;
    if (state == 1) { std::fill(rwork.begin(), rwork.begin() + 22, 0.0); std::fill(iwork.begin(), iwork.begin() + 20, 0); iwork[5] = 100000; }
    rwork[0] = to;
    dlsoda(lsoda_rates, &n, x, &t, &to, &itol, &relative_tolerance, absolute, &task, &state, &opt, rwork.data(), &lrw, iwork.data(), &liw, lsoda_jacobian, &jt, &rpar, &ipar);
    if (state < 0) failed = true;
  }
};

static Method *method_of(const char *name) {
  if (!strcmp(name, "tsit5")) return new Tsit5;
  if (!strcmp(name, "rkck")) return new Gsl(gsl_odeiv2_step_rkck);
  if (!strcmp(name, "rk8pd")) return new Gsl(gsl_odeiv2_step_rk8pd);
  if (!strcmp(name, "dlsoda")) return new Lsoda;
  fprintf(stderr, "no method %s\n", name);
  exit(2);
}

int main(int argc, char **argv) {
  if (argc < 7) return 2;
  const Case c = read_case(argv[1]);
  const int repeats = atoi(argv[3]), people = std::min(atoi(argv[6]), c.people);
  relative_tolerance = atof(argv[5]);
  for (int i = 0; i < NS; i++) absolute[i] = 0.01 * relative_tolerance * c.scale[i];
  Method *method = method_of(argv[4]);
  std::vector<double> out((size_t)people * c.days * NO);
  double best = 1e30;
  for (int repeat = 0; repeat < repeats; repeat++) {
    const double begin = cpu_seconds();
    for (int who = 0; who < people; who++) {
      memcpy(P, &c.parameter[(size_t)who * NP], sizeof P);
      hoist(P, Q);
      double x[NS];
      initial(P, x);
      for (int day = 0; day < c.days; day++) {
        give(c.amount[day], P, x);
        method->jump();
        method->advance(24.0 * day, 24.0 * (day + 1), x);
        outputs(24.0 * (day + 1), x, P, Q, &out[((size_t)who * c.days + day) * NO]);
      }
    }
    best = std::min(best, (cpu_seconds() - begin) / people);
  }
  write_result(argv[2], out);
  printf("%.9f %d\n", best, failed ? 1 : 0);
}
