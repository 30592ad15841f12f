/** Every screening rule, in the order in which a prescriber thinks of them: opioids, dangers, cautions, other medicines. */
import { acuteLiver } from './acuteLiver.ts';
import { acutePain } from './acutePain.ts';
import { age } from './age.ts';
import { alcohol } from './alcohol.ts';
import { antidiarrhoeals } from './antidiarrhoeals.ts';
import { bleedingHerbs } from './bleedingHerbs.ts';
import { blockadeWarning } from './blockadeWarning.ts';
import { cirrhosis } from './cirrhosis.ts';
import { companionAntidepressant } from './companionAntidepressant.ts';
import { deceased } from './deceased.ts';
import { dextromethorphan } from './dextromethorphan.ts';
import { disulfiram } from './disulfiram.ts';
import { fillers } from './fillers.ts';
import { hypersensitivity } from './hypersensitivity.ts';
import { immunosuppressants } from './immunosuppressants.ts';
import { ketamine } from './ketamine.ts';
import { kidney } from './kidney.ts';
import { lactation } from './lactation.ts';
import { liverTests } from './liverTests.ts';
import { mania } from './mania.ts';
import { naloxoneChallenge } from './naloxoneChallenge.ts';
import { opioidDepots } from './opioidDepots.ts';
import { opioidMedicines } from './opioidMedicines.ts';
import { opioidsOverTheCounter } from './opioidsOverTheCounter.ts';
import { opioidSignals } from './opioidSignals.ts';
import { opioidsTaken } from './opioidsTaken.ts';
import { opioidsUnlisted } from './opioidsUnlisted.ts';
import { opioidUseDisorder } from './opioidUseDisorder.ts';
import { opioidWithdrawal } from './opioidWithdrawal.ts';
import { otherNaltrexone } from './otherNaltrexone.ts';
import { plannedSurgery } from './plannedSurgery.ts';
import { pregnancy } from './pregnancy.ts';
import { psychosis } from './psychosis.ts';
import type { Rule } from './rule.ts';
import { stJohnsWort } from './stJohnsWort.ts';
import { suicidality } from './suicidality.ts';
import { thioridazine } from './thioridazine.ts';
import { thyroid } from './thyroid.ts';
import { transplant } from './transplant.ts';
import { sensitive } from './sensitive.ts';
import { recordUnread } from './recordUnread.ts';
import { unreadableMedicines } from './unreadableMedicines.ts';
import { urineDrugScreen } from './urineDrugScreen.ts';

export const RULES: readonly Rule[] = [
  deceased,
  age,
  opioidMedicines,
  recordUnread,
  unreadableMedicines,
  opioidsTaken,
  opioidsUnlisted,
  opioidsOverTheCounter,
  opioidDepots,
  opioidWithdrawal,
  opioidUseDisorder,
  urineDrugScreen,
  naloxoneChallenge,
  antidiarrhoeals,
  opioidSignals,
  suicidality,
  hypersensitivity,
  acuteLiver,
  cirrhosis,
  liverTests,
  pregnancy,
  lactation,
  plannedSurgery,
  acutePain,
  mania,
  psychosis,
  kidney,
  transplant,
  otherNaltrexone,
  ketamine,
  thioridazine,
  disulfiram,
  immunosuppressants,
  thyroid,
  dextromethorphan,
  stJohnsWort,
  bleedingHerbs,
  companionAntidepressant,
  sensitive,
  alcohol,
  fillers,
  blockadeWarning,
];
