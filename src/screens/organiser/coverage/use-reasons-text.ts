import type { SuggestionReason } from '#domain/views/coverage/suggestion-rows.ts';
import { formatCount, formatNumber, formatQuantity } from '#i18n/format.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';

/** Why somebody is suggested: "is free · 1.2 km away · room for 20 portions". */
export function useReasonsText(): (reasons: readonly SuggestionReason[]) => string {
  const { fill } = useWords('coverage');
  const { language } = useSettings();
  const distance = (metres: number): string => {
    const rounded = Math.round(metres / 100) * 100;
    return rounded < 1_000
      ? fill.metres(formatNumber(rounded, language))
      : fill.kilometres(formatCount(rounded, language));
  };
  const textOf = (reason: SuggestionReason): string => {
    if (reason.type === 'near') return fill.near(distance(reason.metres));
    if (reason.type === 'room') return fill.room(formatQuantity(reason.count, reason.unit, language));
    return fill[reason.type];
  };
  return (reasons) => reasons.map(textOf).join(' · ');
}
