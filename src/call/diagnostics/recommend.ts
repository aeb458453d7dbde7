import type { Recommendation } from './diagnostics-report.js';
import { RECOMMENDATION_RULES, type ReportFacts } from './recommendation-rules.js';

/** What the rules say about a report, most urgent first. */
export function recommend(facts: ReportFacts): readonly Recommendation[] {
  return RECOMMENDATION_RULES.filter((rule) => rule.applies(facts)).map(({ code, severity }) => ({
    code,
    severity,
    textKey: `advice/${code}`,
  }));
}
