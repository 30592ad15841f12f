/**
 * Conditions that articles 000 and 002 name as signs of an inflammatory picture. Each says what evidence there is that
 * low-dose naltrexone helps in it; none of them is shown to make depression respond.
 */
import { assume, cite, type Source } from '../../domain/source.ts';
import type { ConditionPattern } from './match.ts';

export interface Comorbidity extends ConditionPattern {
  readonly id: string;
  readonly name: string;
  /** Articles that name it. */
  readonly articles: readonly ('000' | '001' | '002')[];
  /** What is known of low-dose naltrexone in it. */
  readonly evidence: string;
  readonly sources: readonly Source[];
}

const NO_TRIAL = 'No trial of low-dose naltrexone in it stands in the fact base.';
const codes = assume('SNOMED CT and ICD-10 codes recalled');

const FIBROMYALGIA_TRIALS =
  'Small early trials favoured low-dose naltrexone for pain; three larger ones (58, 99 and 98 people) found no clear difference.';

export const COMORBIDITIES: readonly Comorbidity[] = [
  {
    id: 'fibromyalgia',
    name: 'Fibromyalgia',
    articles: ['000', '001', '002'],
    snomed: ['203082005'],
    icd10: ['M797'],
    words: /\bfibromyalgia\b/i,
    evidence: FIBROMYALGIA_TRIALS,
    sources: [
      cite('younger-2013', 'abstract'),
      cite('due-bruun-2023', 'abstract'),
      cite('final-2024', 'abstract'),
      cite('innova-2026', 'abstract'),
      codes,
    ],
  },
  {
    id: 'chronic-pain',
    name: 'Chronic pain',
    articles: ['000', '001', '002'],
    snomed: ['82423001', '278860009', '239872002', '396275006'],
    icd10: ['G892', 'G894'],
    words: /\bchronic\b.*\bpain\b|\bpain\b.*\bchronic\b|\bosteoarthritis\b/i,
    evidence:
      'Trials exist in fibromyalgia, not in chronic pain at large; a pooled analysis of four found 0.86 points less pain.',
    sources: [cite('vatvani-2024', 'abstract'), codes],
  },
  {
    id: 'bowel-inflammation',
    name: 'Inflammatory bowel disease',
    articles: ['000'],
    snomed: ['34000006', '64766004', '24526004'],
    icd10: ['K50', 'K51'],
    words: /\bcrohn|\bulcerative colitis\b|\binflammatory bowel\b/i,
    evidence: 'One trial of 40 people with Crohn disease improved bowel scores; mood was not its question.',
    sources: [cite('smith-2011', 'abstract'), codes],
  },
  {
    id: 'irritable-bowel',
    name: 'Irritable bowel syndrome',
    articles: ['000'],
    snomed: ['10743008'],
    icd10: ['K58'],
    words: /\birritable (?:bowel|colon)\b/i,
    evidence: NO_TRIAL,
    sources: [cite('article-000', 'opening paragraph'), codes],
  },
  {
    id: 'celiac',
    name: 'Celiac disease',
    articles: ['002'],
    snomed: ['396331005'],
    icd10: ['K900'],
    words: /\bc(?:o)?eliac disease\b|\bgluten (?:sensitiv|enteropathy)/i,
    evidence: NO_TRIAL,
    sources: [cite('article-002', 'list of conditions'), codes],
  },
  {
    id: 'autoimmune',
    name: 'Autoimmune disease',
    articles: ['000', '002'],
    snomed: ['85828009', '69896004', '55464009', '24700007', '9014002'],
    icd10: ['M05', 'M06', 'M32', 'G35', 'L40', 'M45', 'M350'],
    words:
      /\bautoimmune\b|\brheumatoid arthritis\b|\blupus erythematosus\b|\bmultiple sclerosis\b|\bpsoria(?:sis|tic)\b|\bsj[oö]gren|\bankylosing spondylitis\b/i,
    evidence:
      'In multiple sclerosis one crossover trial of 80 improved mental health scores and one of 96 found nothing.',
    sources: [cite('cree-2010', 'abstract'), cite('sharafaddinzadeh-2010', 'abstract'), codes],
  },
  {
    id: 'thyroid',
    name: 'Thyroid disease',
    articles: ['000'],
    snomed: ['40930008', '34486009', '21983002', '353295004', '14304000'],
    icd10: ['E03', 'E05', 'E063', 'E890'],
    words: /\bhypothyroid|\bhyperthyroid|\bhashimoto|\bgraves(?:'|’)? disease\b|\bthyroiditis\b|\bdisorder of thyroid/i,
    evidence:
      'No trial. By convention the start is slow and TSH is checked, because the need for thyroid hormone may fall.',
    sources: [cite('lowdosenaltrexone-org', 'thyroid replacement'), codes],
  },
  {
    id: 'chronic-fatigue',
    name: 'Chronic fatigue syndrome',
    articles: ['000', '001'],
    snomed: ['52702003'],
    icd10: ['G933'],
    words: /\bchronic fatigue\b|\bmyalgic encephalo/i,
    evidence: `${NO_TRIAL} In fibromyalgia fatigue did not change.`,
    sources: [cite('younger-2013', 'abstract: fatigue and sleep not changed'), codes],
  },
  {
    id: 'polycystic-ovaries',
    name: 'Polycystic ovary syndrome',
    articles: ['002'],
    snomed: ['237055002', '69878008'],
    icd10: ['E282'],
    words: /\bpolycystic ovar|\bpcos\b/i,
    evidence: NO_TRIAL,
    sources: [cite('article-002', 'list of conditions'), codes],
  },
  {
    id: 'premenstrual-dysphoria',
    name: 'Premenstrual dysphoric disorder',
    articles: ['002'],
    snomed: ['596004'],
    icd10: ['F3281'],
    words: /\bpremenstrual dysphori|\bpmdd\b/i,
    evidence: NO_TRIAL,
    sources: [cite('article-002', 'list of conditions'), codes],
  },
  {
    id: 'lyme',
    name: 'Lyme disease',
    articles: ['002'],
    snomed: ['23502006'],
    icd10: ['A692'],
    words: /\blyme\b/i,
    evidence: NO_TRIAL,
    sources: [cite('article-002', 'list of conditions'), codes],
  },
  {
    id: 'epstein-barr',
    name: 'Epstein-Barr virus',
    articles: ['002'],
    snomed: ['271558008'],
    icd10: ['B27'],
    words: /\bepstein|\bebv\b|\binfectious mononucleosis\b/i,
    evidence: NO_TRIAL,
    sources: [cite('article-002', 'list of conditions'), codes],
  },
  {
    id: 'infection',
    name: 'Long-lasting infection',
    articles: ['000'],
    snomed: ['40055000'],
    words: /\bchronic\b.*\b(?:infection|sinusitis|hepatitis|osteomyelitis|prostatitis)\b/i,
    evidence: `${NO_TRIAL} An infection also raises CRP by itself.`,
    sources: [cite('article-000', 'opening paragraph'), codes],
  },
  {
    id: 'insulin-resistance',
    name: 'Insulin resistance',
    articles: ['002'],
    snomed: ['15777000', '44054006', '48606007'],
    icd10: ['E11', 'R7303', 'E8881'],
    words:
      /\bprediabetes\b|\binsulin resistance\b|\btype (?:2|ii) diabetes\b|\bdiabetes mellitus type (?:2|ii)\b|\bmetabolic syndrome\b/i,
    evidence: NO_TRIAL,
    sources: [
      cite('article-002', 'immune dysregulation and endorphins'),
      cite('synthea-records', 'SNOMED CT 15777000'),
      codes,
    ],
  },
  {
    id: 'allergy',
    name: 'Allergic disease',
    articles: ['002'],
    snomed: ['61582004'],
    icd10: ['J30'],
    words: /\ballergic (?:rhinitis|asthma|response|disorder)|\bhay ?fever\b|\batopic\b/i,
    evidence: NO_TRIAL,
    sources: [cite('article-002', 'immune dysregulation and endorphins'), codes],
  },
];
