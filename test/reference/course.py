"""Blood and brain after 4.5 mg at hours 0, 24 and 48, written by hand from the equations in the head comments of
plasma.ts and brain.ts, without the engine. Needs Python 3 and nothing else:

    python3 test/reference/course.py > test/reference/course.json

The equations are linear with constant coefficients, so the state is carried by a Taylor series of the matrix
exponential in exact steps of 1/64 hour with 60-digit decimals; nothing of it is the method of the engine.
"""
from decimal import Decimal as D, getcontext
import json, pathlib

getcontext().prec = 60
fit = json.loads((pathlib.Path(__file__).parent / "../../src/knowledge/mechanisms/fitted.json").read_text())
p = {name: D(str(one["value"])) for name, one in fit["parameters"].items()}
absorbed, formed = D("0.96"), D("0.7")
ln2 = D(2).ln()

# Gut, A1, A2, M6, Gone (nmol), Deep (odds)
e, ka, cl, v1, q, v2, clm, vm = (p[k] for k in ("escape", "ka", "CL", "V1", "Q", "V2", "CLm", "Vm"))
first_pass = (1 - e) * ka
matrix = [
    [-ka, 0, 0, 0, 0, 0],
    [e * ka, -(cl + q) / v1, q / v2, 0, 0, 0],
    [0, q / v1, -q / v2, 0, 0, 0],
    [formed * first_pass, formed * cl / v1, 0, -clm / vm, 0, 0],
    [(1 - formed) * first_pass, (1 - formed) * cl / v1, 0, clm / vm, 0, 0],
    [0, 1 / (v1 * p["area50"]), 0, 0, 0, -ln2 / p["brainHalfLife"]],
]
STEP = D(1) / 64


def advanced(state):
    term, total = state, list(state)
    for k in range(1, 30):
        term = [sum(D(a) * b for a, b in zip(row, term)) * STEP / k for row in matrix]
        total = [a + b for a, b in zip(total, term)]
    return total


state = [D(0)] * 6
rows = []
for tick in range(96 * 64 + 1):
    hour = D(tick) / 64
    if hour in (0, 24, 48):
        state[0] += D("4.5") / D("377.86") * 10**6 * absorbed
    if hour in (1, 2, 6, 24, 25, 48, 50, 60, 96):
        c = state[1] / v1
        odds = state[5] + c / p["conc50"]
        rows.append({
            "hour": float(hour),
            "naltrexone": float(c * D("341.41") / 1000),
            "naltrexol": float(state[3] / vm * D("343.42") / 1000),
            "mu": float(100 * odds / (1 + odds)),
            "kappa": float(100 * odds / 2 / (1 + odds / 2)),
            "delta": float(100 * odds / 79 / (1 + odds / 79)),
            "gone": float(state[4]),
        })
    state = advanced(state)

print(json.dumps({"made": "python3 test/reference/course.py", "rows": rows}, indent=2))
