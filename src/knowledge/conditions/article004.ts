/**
 * How article 004 words the episode, beside DSM-5-TR: it joins depressed mood and loss of interest with "and" and adds
 * four of seven further symptoms. It names neither distress, nor other causes, nor mania, and counts only slowing.
 */
import type { Presence } from '../../domain/result.ts';
import { cite } from '../../domain/source.ts';
import { all, atLeast, episodeFrom, presenceOf, SYMPTOM_IDS, type Symptoms } from './symptoms.ts';

export const ARTICLE_004_SOURCE = cite('article-004', 'list of symptoms of major depressive disorder');

/** Further symptoms that the article asks for, of seven. */
const FURTHER_NEEDED = 4;

/** The episode as article 004 words it. */
export function episodeByArticle004(symptoms: Symptoms): Presence {
  const of = (id: keyof Symptoms) => presenceOf(symptoms[id]);
  const further = SYMPTOM_IDS.filter((id) => id !== 'depressed-mood' && id !== 'loss-of-interest').map(of);
  return all(of('two-weeks'), of('depressed-mood'), of('loss-of-interest'), atLeast(FURTHER_NEEDED, further));
}

/**
 * Depressed mood without loss of interest, and four further symptoms: an episode for DSM-5-TR, none for article 004.
 */
export const WHERE_THEY_DISAGREE: Symptoms = {
  'depressed-mood': true,
  'loss-of-interest': false,
  'appetite-or-weight': false,
  sleep: true,
  movement: false,
  fatigue: true,
  worthlessness: true,
  concentration: true,
  'suicidal-thoughts': false,
  'two-weeks': true,
  distress: true,
  'other-cause': false,
  'ever-manic': false,
};

/** A sentence when the two readings differ for this person; undefined when they agree. */
export function whereArticle004Differs(symptoms: Symptoms): string | undefined {
  const dsm = episodeFrom(symptoms).presence;
  const article = episodeByArticle004(symptoms);
  if (dsm === article) return undefined;
  return (
    `Article 004 would say "${article}" where DSM-5-TR says "${dsm}": it demands depressed mood and loss of interest ` +
    'together and leaves out distress, other causes and mania. Lowdose follows DSM-5-TR.'
  );
}
