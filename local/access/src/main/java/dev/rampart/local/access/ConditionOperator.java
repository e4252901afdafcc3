package dev.rampart.local.access;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * How a condition compares one value of the request with one of the policy (IAM User Guide, "IAM
 * JSON policy elements: Condition operators").
 *
 * @param wild whether the value of the policy has wildcards
 * @param takesVariables whether it may have variables
 * @param negated whether the condition holds if no value matches
 * @param matches the value of the policy first
 */
record ConditionOperator(
    boolean wild, boolean takesVariables, boolean negated, BiPredicate<String, String> matches) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");
  private static final Pattern EPOCH = Pattern.compile("-?[0-9]{1,12}");
  private static final int ARN_PARTS = 6;
  private static final Map<String, ConditionOperator> BY_NAME = all();

  /** Returns the operator of a name, without set operator and {@code IfExists}. */
  static Optional<ConditionOperator> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, ConditionOperator> all() {
    Map<String, ConditionOperator> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    text(all, "StringEquals", "StringNotEquals", false, String::equals);
    text(
        all,
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        false,
        String::equalsIgnoreCase);
    text(all, "StringLike", "StringNotLike", true, Wildcards::matchPrepared);
    text(all, "ArnLike", "ArnNotLike", true, ConditionOperator::arnMatches);
    text(all, "ArnEquals", "ArnNotEquals", true, ConditionOperator::arnMatches);
    compared(all, "Numeric", ConditionOperator::number);
    compared(all, "Date", ConditionOperator::time);
    plain(all, "Bool", false, String::equalsIgnoreCase);
    plain(all, "IpAddress", false, AddressRange::contains);
    plain(all, "NotIpAddress", true, AddressRange::contains);
    return all;
  }

  private static void text(
      Map<String, ConditionOperator> all,
      String name,
      String opposite,
      boolean wild,
      BiPredicate<String, String> matches) {
    all.put(name, new ConditionOperator(wild, true, false, matches));
    all.put(opposite, new ConditionOperator(wild, true, true, matches));
  }

  private static void plain(
      Map<String, ConditionOperator> all,
      String name,
      boolean negated,
      BiPredicate<String, String> matches) {
    all.put(name, new ConditionOperator(false, false, negated, matches));
  }

  private static <T extends Comparable<? super T>> void compared(
      Map<String, ConditionOperator> all, String kind, Reader<T> reader) {
    plain(all, kind + "Equals", false, reader.compared(order -> order == 0));
    plain(all, kind + "NotEquals", true, reader.compared(order -> order == 0));
    plain(all, kind + "LessThan", false, reader.compared(order -> order < 0));
    plain(all, kind + "LessThanEquals", false, reader.compared(order -> order <= 0));
    plain(all, kind + "GreaterThan", false, reader.compared(order -> order > 0));
    plain(all, kind + "GreaterThanEquals", false, reader.compared(order -> order >= 0));
  }

  /** Reads values that have an order. */
  @FunctionalInterface
  private interface Reader<T extends Comparable<? super T>> {
    Optional<T> read(String text);

    /** The value of the request stands on the left; what is no such value matches nothing. */
    default BiPredicate<String, String> compared(IntPredicate wanted) {
      return (ofPolicy, ofRequest) -> {
        Optional<T> right = read(ofPolicy);
        Optional<T> left = read(ofRequest);
        return left.isPresent()
            && right.isPresent()
            && wanted.test(Comparator.<T>naturalOrder().compare(left.get(), right.get()));
      };
    }
  }

  /** Each of the six parts of an ARN is compared by itself. */
  private static boolean arnMatches(String pattern, String arn) {
    String[] patterns = pattern.split(":", ARN_PARTS);
    String[] parts = arn.split(":", ARN_PARTS);
    boolean matches = patterns.length == ARN_PARTS && parts.length == ARN_PARTS;
    for (int i = 0; matches && i < ARN_PARTS; i++) {
      matches = Wildcards.matchPrepared(patterns[i], parts[i]);
    }
    return matches;
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** A time in one of the forms of ISO 8601 that W3C names, or in seconds since 1970. */
  private static Optional<Instant> time(String text) {
    if (EPOCH.matcher(text).matches() && text.length() != 4) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    try {
      String upper = text.toUpperCase(Locale.ROOT);
      return Optional.of(
          upper.indexOf('T') < 0
              ? LocalDate.parse(upper).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(upper).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Says whether a value of a policy is one that this operator can compare with. */
  boolean takes(String name, String value) {
    return switch (kind(name)) {
      case "numeric" -> number(value).isPresent();
      case "date" -> time(value).isPresent();
      case "bool" -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
      case "ip" -> AddressRange.isRange(value);
      default -> true;
    };
  }

  private static String kind(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    for (String kind : new String[] {"numeric", "date", "bool"}) {
      if (folded.startsWith(kind)) {
        return kind;
      }
    }
    return folded.endsWith("ipaddress") ? "ip" : "text";
  }
}
