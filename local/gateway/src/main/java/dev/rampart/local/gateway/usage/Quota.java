package dev.rampart.local.gateway.usage;

import dev.rampart.local.template.Properties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests a key has in a period.
 *
 * @param limit for each period
 * @param offset requests subtracted from the limit of the first period ("QuotaSettings")
 */
public record Quota(int limit, int offset, Period period) {
  /** How often a quota starts anew. AWS does not say where a period begins; here it is UTC. */
  public enum Period {
    DAY(0),
    WEEK(6),
    MONTH(27);

    /** The service takes no more: 0 for a day, 6 for a week, 27 for a month. */
    private final int offsetMax;

    Period(int offsetMax) {
      this.offsetMax = offsetMax;
    }

    /** Returns the first day of the period of a day; weeks begin on Monday. */
    LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }
  }

  private static final Map<String, Period> PERIODS =
      Map.of("DAY", Period.DAY, "WEEK", Period.WEEK, "MONTH", Period.MONTH);

  /**
   * Reads the {@code Quota} of a usage plan; empty if it has none.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it is incomplete or wrong
   */
  static Optional<Quota> read(Properties plan) {
    if (!plan.has("Quota")) {
      return Optional.empty();
    }
    Properties quota = plan.object("Quota");
    if (!quota.has("Limit")) {
      throw quota.fault("Limit", "is missing");
    }
    if (!quota.has("Period")) {
      throw quota.fault("Period", "is missing");
    }
    int limit = quota.number("Limit", 0, 0, Integer.MAX_VALUE);
    Period period = quota.choice("Period", "", PERIODS);
    return Optional.of(new Quota(limit, quota.number("Offset", 0, 0, period.offsetMax), period));
  }

  /** Returns how many requests the first period has. */
  int first() {
    return Math.max(0, limit - offset);
  }
}
