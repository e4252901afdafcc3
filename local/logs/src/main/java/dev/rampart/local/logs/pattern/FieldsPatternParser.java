package dev.rampart.local.logs.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a pattern of lines whose fields are separated by spaces: {@code [ip, user, status = 4*]}.
 * Quotes and brackets hold a field together. An ellipsis at either end stands for any number of
 * fields; without one a line has as many as the pattern names.
 */
final class FieldsPatternParser {
  private static final int FIELDS_MAX = 64;
  private static final String ELLIPSIS = "...";

  private FieldsPatternParser() {}

  /** What one field has to be: one of alternatives, each of which is several comparisons. */
  private record Field(List<List<ValueTest>> alternatives) {
    boolean holds(String value) {
      return alternatives.stream()
          .anyMatch(all -> all.stream().allMatch(test -> holds(test, value)));
    }

    private static boolean holds(ValueTest test, String value) {
      if (test.isNumeric() && Comparison.isNumber(value)) {
        return test.holdsNumber(new BigDecimal(value));
      }
      return !test.comparison().orders() && test.holdsText(value);
    }
  }

  static FilterPattern parse(String text) throws InvalidPatternException {
    PatternReader reader = new PatternReader(text);
    reader.require("[");
    boolean openStart = ellipsis(reader);
    List<Field> fields = new ArrayList<>();
    boolean openEnd = false;
    do {
      openEnd = !fields.isEmpty() && ellipsis(reader);
      if (!openEnd) {
        fields.add(field(reader));
      }
      reader.skipSpace();
    } while (!openEnd && reader.take(","));
    reader.require("]");
    if (!reader.atEnd() || fields.size() > FIELDS_MAX || (openStart && openEnd)) {
      throw reader.fault(
          "a list of 1 to " + FIELDS_MAX + " fields, with '...' at one end, is expected");
    }
    boolean open = openStart || openEnd;
    return line -> matches(fields, open, openStart, LineFields.of(line));
  }

  private static boolean matches(
      List<Field> fields, boolean open, boolean openStart, List<String> values) {
    int spare = values.size() - fields.size();
    if (spare < 0 || (spare > 0 && !open)) {
      return false;
    }
    int first = openStart ? spare : 0;
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).holds(values.get(first + i))) {
        return false;
      }
    }
    return true;
  }

  /** Takes an ellipsis and, at the start of the list, the comma after it. */
  private static boolean ellipsis(PatternReader reader) {
    reader.skipSpace();
    boolean taken = reader.take(ELLIPSIS);
    if (taken) {
      reader.skipSpace();
      boolean _ = reader.take(",");
    }
    return taken;
  }

  private static Field field(PatternReader reader) throws InvalidPatternException {
    reader.skipSpace();
    String name = name(reader);
    reader.skipSpace();
    if (reader.peek() == ',' || reader.peek() == ']') {
      return new Field(List.of(List.of()));
    }
    List<List<ValueTest>> alternatives = new ArrayList<>();
    alternatives.add(new ArrayList<>(List.of(test(reader))));
    while (true) {
      boolean and = reader.takeWords("&&");
      if (!and && !reader.takeWords("||")) {
        return new Field(alternatives);
      }
      reader.skipSpace();
      if (!reader.take(name)) {
        throw reader.fault("a field is compared only under its name, here '" + name + "'");
      }
      reader.skipSpace();
      if (!and) {
        alternatives.add(new ArrayList<>());
      }
      alternatives.getLast().add(test(reader));
    }
  }

  private static ValueTest test(PatternReader reader) throws InvalidPatternException {
    return ValueTest.take(reader, Comparison.take(reader));
  }

  private static String name(PatternReader reader) throws InvalidPatternException {
    String name = reader.takeWhile(c -> Character.isLetterOrDigit(c) || c == '_');
    if (name.isEmpty()) {
      throw reader.fault("the name of a field is missing");
    }
    return name;
  }
}
