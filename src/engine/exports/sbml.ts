/**
 * The model as SBML Level 3 Version 2 Core: parameters, rate rules, outputs as assignment rules, doses as events. States
 * are parameters, not species, so that any unit may stand; units are told in the notes and not declared. Lags and
 * infusions are left out, and that is said by the problems.
 */
import type { Expr } from '../expression.ts';
import type { Model, Route } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import type { Event } from '../schedule.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function sbmlOf(
  model: Model,
  events: readonly Event[] = [],
): { readonly sbml: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const doses = events.flatMap((event, index) => dosesOf(model, event, index, problems));
  const sbml = `<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
<model id="model" name="${escape(model.name)}">
<listOfParameters>
${[
  ...model.parameters.map(({ name, value, unit }) => parameter(name, value, unit, true)),
  ...model.inputs.map(({ name, value, unit }) => parameter(name, value, unit, true)),
  ...model.states.map(({ name, unit }) => parameter(name, undefined, unit, false)),
  ...outputsToWrite(model).map(({ name, unit }) => parameter(name, undefined, unit, false)),
].join('\n')}
</listOfParameters>
<listOfInitialAssignments>
${model.states.map(({ name, initial }) => `<initialAssignment symbol="${name}">${math(model, initial)}</initialAssignment>`).join('\n')}
</listOfInitialAssignments>
<listOfRules>
${[
  ...model.states.map(({ name, rate }) => `<rateRule variable="${name}">${math(model, rate)}</rateRule>`),
  ...outputsToWrite(model).map(
    ({ name, value }) => `<assignmentRule variable="${name}">${math(model, value)}</assignmentRule>`,
  ),
].join('\n')}
</listOfRules>
${doses.length === 0 ? '' : `<listOfEvents>\n${doses.join('\n')}\n</listOfEvents>\n`}</model>
</sbml>
`;
  return { sbml, problems };
}

/** Outputs that are no state or parameter of the same name. */
const outputsToWrite = (model: Model) =>
  model.outputs.filter(
    ({ name }) => ![...model.states, ...model.parameters, ...model.inputs].some((one) => one.name === name),
  );

const parameter = (name: string, value: number | undefined, unit: string, constant: boolean): string =>
  `<parameter id="${name}"${value === undefined ? '' : ` value="${value}"`} constant="${constant}"><notes><p xmlns="http://www.w3.org/1999/xhtml">unit: ${escape(unit)}</p></notes></parameter>`;

function dosesOf(model: Model, event: Event, index: number, problems: Problem[]): string[] {
  if (event.kind !== 'dose' || (event.over ?? 0) > 0 || event.atSteadyState === true) {
    problems.push(
      problem(
        `events[${index}]`,
        `an event of the kind "${event.kind}" or with duration`,
        'bolus doses',
        'Export the model alone, or its boluses.',
      ),
    );
    return [];
  }
  const route = model.routes.find(({ name }) => name === event.route) ?? model.routes[0]!;
  if (route.lag !== undefined)
    problems.push(
      problem(`events[${index}]`, `the lag of ${route.name}`, 'doses without a lag', 'Move the times of the doses.'),
    );
  const times = Array.from({ length: 1 + (event.repeats ?? 0) }, (_, k) => event.at + k * (event.every ?? 0));
  return times.map((at, k) => doseEvent(model, route, `dose_${index}_${k}`, at, event.amount));
}

function doseEvent(model: Model, { targets }: Route, id: string, at: number, amount: number): string {
  const given = targets.map(({ state, factor }) => {
    const variable = model.states[state]!.name;
    const total = model.graph.add(model.graph.state(state), model.graph.mul(model.graph.number(amount), factor));
    return `<eventAssignment variable="${variable}">${math(model, total)}</eventAssignment>`;
  });
  const trigger = `<apply><geq/>${TIME}<cn>${at}</cn></apply>`;
  return `<event id="${id}" useValuesFromTriggerTime="true"><trigger initialValue="false" persistent="true">${MATH}${trigger}</math></trigger><listOfEventAssignments>${given.join('')}</listOfEventAssignments></event>`;
}

const MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">';
const TIME = '<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol>';
const math = (model: Model, expr: Expr): string => `${MATH}${content(model, expr)}</math>`;

const OPERATORS: Readonly<Record<string, string>> = {
  add: 'plus',
  sub: 'minus',
  mul: 'times',
  div: 'divide',
  neg: 'minus',
  pow: 'power',
  exp: 'exp',
  log: 'ln',
  sqrt: 'root',
  min: 'min',
  max: 'max',
  sin: 'sin',
  cos: 'cos',
};

function content(model: Model, expr: Expr): string {
  switch (expr.op) {
    case 'number':
      return numberOf(expr.value);
    case 'parameter':
      return `<ci>${model.parameters[expr.value]!.name}</ci>`;
    case 'input':
      return `<ci>${model.inputs[expr.value]!.name}</ci>`;
    case 'state':
      return `<ci>${model.states[expr.value]!.name}</ci>`;
    case 'time':
      return TIME;
    case 'less':
      return `<piecewise><piece><cn>1</cn><apply><lt/>${expr.args.map((arg) => content(model, arg)).join('')}</apply></piece><otherwise><cn>0</cn></otherwise></piecewise>`;
    default:
      return `<apply><${OPERATORS[expr.op]!}/>${expr.args.map((arg) => content(model, arg)).join('')}</apply>`;
  }
}

function numberOf(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined
    ? `<cn>${digits}</cn>`
    : `<cn type="e-notation">${digits}<sep/>${Number(exponent)}</cn>`;
}
