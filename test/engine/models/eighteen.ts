/**
 * The test model of the engine: 18 states of a kind that a mechanism model of a small oral dose has. Six are linear
 * (absorption, two-compartment drug, metabolite, two effect compartments); twelve are not (competitive binding with
 * turnover of the competitor, receptor number, three cytokine-like states in a loop, transmitter, growth factor, sleep,
 * mood). The numbers are made up where `pharmacology` has none; they serve speed and accuracy, no claim.
 */
export const EIGHTEEN = `
model "eighteen states"
time h

param ka  = 2.33 1/h  : lognormal cv 0.5  "absorption"
param Fa  = 0.96 1                        "share absorbed"
param F   = 0.255 1   : logitnormal sd 0.5 "share that reaches the blood"
param CL  = 210 L/h   : lognormal cv 0.3  "clearance"
param V1  = 701 L     : lognormal cv 0.35 "central volume"
param Q   = 62.7 L/h  : lognormal cv 0.2  "exchange"
param V2  = 580 L     : lognormal cv 0.35 "peripheral volume"
param fm  = 0.7 1                         "share that becomes metabolite"
param CLm = 27.2 L/h  : lognormal cv 0.3  "clearance of the metabolite"
param Vm  = 390 L     : lognormal cv 0.3  "volume of the metabolite"
param ke1 = 0.6 1/h   : lognormal cv 0.3  "fast effect site"
param ke2 = 0.0267 1/h : lognormal cv 0.3 "slow effect site"

state G  ug = 0
state A1 ug = 0
state A2 ug = 0
state M  ug = 0
state E1 ug/L = 0
state E2 ug/L = 0
G'  = -ka*G
A1' = F/Fa*ka*G - (CL/V1 + Q/V1)*A1 + Q/V2*A2
A2' = Q/V1*A1 - Q/V2*A2
M'  = fm*((1 - F/Fa)*ka*G + CL/V1*A1) - CLm/Vm*M
E1' = ke1*(A1/V1 - E1)
E2' = ke2*(A1/V1 - E2)
dose oral into G in mg with bioavailability Fa

param kmu  = 0.9 1/h    : lognormal cv 0.2
param Kmu  = 0.35 ug/L  : lognormal cv 0.3
param kend = 0.12 1/h   : lognormal cv 0.3
param send = 0.8 1      : lognormal cv 0.3
param g1   = 1.4 1      : lognormal cv 0.1
param b1   = 0.4 1      : lognormal cv 0.2
param comp = 0.5 1      : lognormal cv 0.3
param kka  = 0.7 1/h    : lognormal cv 0.2
param Kka  = 0.9 ug/L   : lognormal cv 0.3
param kde  = 0.8 1/h    : lognormal cv 0.2
param Kde  = 6 ug/L     : lognormal cv 0.3
param kR   = 0.008 1/h  : lognormal cv 0.3
param up   = 0.6 1      : lognormal cv 0.3
param bR   = 0.5 1      : lognormal cv 0.2
state Bmu 1 = 0
state End 1 = 1
state Bka 1 = 0
state Bde 1 = 0
state R   1 = 1
let push = max(Bmu, 0)^g1
Bmu' = kmu*(E1/Kmu*(1 - Bmu)/(1 + comp*End) - Bmu)
End' = kend*(1 + send*push/(b1^g1 + push) - End)
Bka' = kka*(E1/Kka*(1 - Bka) - Bka)
Bde' = kde*(E1/Kde*(1 - Bde) - Bde)
R'   = kR*(1 + up*Bmu/(bR + Bmu) - R)

param kMg = 0.02 1/h    : lognormal cv 0.3
param aT  = 0.4 1       : lognormal cv 0.2
param aI  = 0.2 1       : lognormal cv 0.2
param icM = 1.5 ug/L    : lognormal cv 0.3
param kT  = 0.25 1/h    : lognormal cv 0.3
param kT5 = 1.2 1       : lognormal cv 0.2
param gT  = 1.6 1       : lognormal cv 0.1
param kI  = 0.15 1/h    : lognormal cv 0.3
param sI  = 0.5 1       : lognormal cv 0.2
param hI  = 1.1 1       : lognormal cv 0.2
state Mg  1 = 1
state TNF 1 = 1
state IL6 1 = 1
let act = max(Mg, 0)^gT
let tnf0 = 1/(kT5^gT + 1)
TNF' = kT*(act/(kT5^gT + act)/tnf0 - TNF)
IL6' = kI*(1 + sI*(TNF/(hI + TNF) - 1/(hI + 1)) - IL6)
Mg'  = kMg*((1 + aT*TNF + aI*IL6)/(1 + aT + aI)/(1 + E2/icM) - Mg)

param kD  = 0.35 1/h    : lognormal cv 0.3
param eD  = 0.3 1       : lognormal cv 0.3
param dI  = 0.25 1      : lognormal cv 0.3
param kB  = 0.01 1/h    : lognormal cv 0.3
param eB  = 0.5 1       : lognormal cv 0.3
param hB  = 0.8 1       : lognormal cv 0.2
param kS  = 0.1 1/h     : lognormal cv 0.3
param sS  = 0.7 1       : lognormal cv 0.3
param hS  = 2 1         : lognormal cv 0.2
param kM  = 0.006 1/h   : lognormal cv 0.3
param wD  = 0.8 1       : lognormal cv 0.3
param wB  = 0.6 1       : lognormal cv 0.3
param wS  = 0.5 1       : lognormal cv 0.3
param wI  = 0.7 1       : lognormal cv 0.3
param wE  = 0.3 1       : lognormal cv 0.3
state DA   1 = 1
state BDNF 1 = 1
state Sl   1 = 1
state Md   1 = 1
DA'   = kD*((1 + eD*Bka + 0.5*eD*Bmu*R)*(1 + dI)/(1 + dI*IL6) - DA)
BDNF' = kB*(1 + eB*(DA/(hB + DA) - 1/(hB + 1)) - BDNF)
Sl'   = kS*(exp(-sS*Bmu*R)*(1 + hS)/(TNF + hS) - Sl)
Md'   = kM*(1 + wD*(DA - 1) + wB*(BDNF - 1) + wS*(Sl - 1) - wI*(IL6 - 1) + wE*(End - 1)/(1 + End) + wI*Bde - Md)

output Cp  = A1/V1 ng/mL
output oBmu = Bmu 1
output oEnd = End 1
output oBka = Bka 1
output oBde = Bde 1
output oR  = R 1
output oMg = Mg 1
output oTNF = TNF 1
output oIL6 = IL6 1
output oDA = DA 1
output oBDNF = BDNF 1
output oSl = Sl 1
output oMd = Md 1
`;

/** The same with a turnover of three minutes where it was two hours. */
export const EIGHTEEN_STIFF = EIGHTEEN.replace('param kD  = 0.35 1/h', 'param kD  = 14 1/h');
