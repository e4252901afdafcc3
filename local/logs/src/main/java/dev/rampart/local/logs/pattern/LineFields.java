package dev.rampart.local.logs.pattern;

import java.util.ArrayList;
import java.util.List;

/** The fields of a line that are separated by spaces. */
final class LineFields {
  private LineFields() {}

  /** Returns the fields; what stands in quotes or brackets is one, without them. */
  static List<String> of(String line) {
    List<String> fields = new ArrayList<>();
    // Known beforehand, so that what is opened and never closed is not sought again and again.
    int lastQuote = line.lastIndexOf('"');
    int lastBracket = line.lastIndexOf(']');
    int at = 0;
    while (at < line.length()) {
      char first = line.charAt(at);
      if (Character.isWhitespace(first)) {
        at++;
        continue;
      }
      int closing =
          switch (first) {
            case '"' -> at < lastQuote ? line.indexOf('"', at + 1) : 0;
            case '[' -> at < lastBracket ? line.indexOf(']', at + 1) : 0;
            default -> 0;
          };
      int end = closing > 0 ? closing : endOfWord(line, at);
      fields.add(line.substring(closing > 0 ? at + 1 : at, end));
      at = closing > 0 ? end + 1 : end;
    }
    return fields;
  }

  private static int endOfWord(String line, int start) {
    int end = start;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }
}
