/** Sources that many verdicts rest on, each with the place in it. */
import { assume, cite } from '../../domain/source.ts';

export const MISCHOULON = cite('mischoulon-2017', 'abstract and registry results: 12 people, 3 weeks');
export const MOLONEY = cite('moloney-2026', 'excerpt: 37 people, 12 weeks, MADRS and hs-CRP');
export const LABEL = cite('label-revia', 'indications, contraindications, warnings');
export const RABINER = cite('rabiner-2011', 'abstract, occupancy by PET');
export const PLANNER = cite('troestheim-2022', 'code: occupancy by dose, ratio of receptors 1:2:79');
export const LEE = cite('lee-1988', 'abstract, occupancy after 50 mg over 168 hours');
export const ZAGON = cite('zagon-1983', 'abstract');
export const ZAGON_84 = cite('zagon-1984', 'abstract');
export const DONAHUE = cite('donahue-2011', 'abstract');
export const LESSCHER = cite('lesscher-2003', 'abstract');
export const GIRONI = cite('gironi-2008', 'abstract');
export const LUDWIG = cite('ludwig-2017', 'abstract');
export const WANG = cite('wang-2016', 'abstract, IC50 in BV-2 cells');
export const PARKITNY = cite('parkitny-2017', 'abstract, cytokines of eight women');
export const YOUNGER_13 = cite('younger-2013', 'abstract');
export const YOUNGER_09 = cite('younger-2009', 'abstract');
export const DUE_BRUUN = cite('due-bruun-2023', 'abstract');
export const FINAL = cite('final-2024', 'abstract');
export const INNOVA = cite('innova-2026', 'abstract');
export const VATVANI = cite('vatvani-2024', 'abstract');
export const DREAMS = cite('acr-2025', 'odds ratio of vivid dreams; seen second-hand');
export const BOLTON = cite('bolton-2019', 'abstract');
export const OSIMO = cite('osimo-2019', 'abstract');
export const HAAPAKOSKI = cite('haapakoski-2015', 'abstract');
export const RAISON = cite('raison-2013', 'abstract');
export const NETTIS = cite('nettis-2021', 'abstract');
export const PLACEBO = cite('jones-2021', 'abstract');
export const KAPPA = cite('kappa-trials', 'results of VENTURA and KOASTAL');

/** A statement about which nothing was read. */
export const UNREAD = assume('nothing on it was read for this product; it changes nothing that the product does');

export const TEXTBOOK = assume('textbook pharmacology, recalled');

/** For a number in a reason that no paper prints. */
export const DERIVED = assume('computed here from the published numbers beside it');
