package dev.rampart.domain.inspection;

import dev.rampart.domain.inspection.text.Characters;

/**
 * The values that each kind of field admits without any look at attack grammars, since nothing that
 * could break out of anything is among them: letters, digits and the few marks the field is for.
 */
final class FieldAllowlist {

  /** Longer runs of letters may be Base64. */
  private static final int PLAIN_CHARS_MAX = 11;

  /** A keyboard has no more. */
  private static final int MARKS_MAX = 64;

  private static final int SAME_MARKS_MAX = 3;

  /** Fewer different marks may be the end of somebody else's statement. */
  private static final int ROW_MARKS_MIN = 6;

  private FieldAllowlist() {}

  /** Returns whether the value needs no scoring in a field of this kind. */
  static boolean admits(FieldKind kind, String value) {
    return switch (kind) {
      case IDENTIFIER -> isIdentifier(value);
      case NAME -> isName(value);
      case EMAIL -> isEmail(value);
      case FILE_NAME -> isIdentifier(value) && !value.startsWith(".");
      case URL -> isWords(value);
      case SHORT_TEXT, PROSE, CODE, HTML, SQL -> isWords(value) || isMarks(value);
    };
  }

  private static boolean isIdentifier(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean single =
          (c == '.' || c == '-') && i > 0 && Characters.isAsciiLetterOrDigit(value.charAt(i - 1));
      if (!Characters.isAsciiLetterOrDigit(c) && c != '_' && c != ':' && !single) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean joins =
          (c == '\'' || c == '’' || c == '-' || c == '.')
              && i > 0
              && isNamePart(value.charAt(i - 1))
              && (c == '.' || (i + 1 < value.length() && isNamePart(value.charAt(i + 1))));
      if (!isNamePart(c) && c != ' ' && !joins) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isEmail(String value) {
    int at = value.indexOf('@');
    if (at < 1 || value.indexOf('@', at + 1) >= 0) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Characters.isAsciiLetterOrDigit(c) && "@._-+".indexOf(c) < 0) {
        return false;
      }
    }
    return value.indexOf("..") < 0;
  }

  /**
   * Marks that say nothing: one mark a few times, or a row of them as a keyboard has it, no mark
   * twice. Whoever attacks without letters needs some mark again.
   */
  private static boolean isMarks(String value) {
    int distinct = 0;
    int all = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (all == MARKS_MAX || Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        return false;
      }
      if (c != ' ') {
        distinct += value.indexOf(c) == i ? 1 : 0;
        all++;
      }
    }
    return distinct <= 1 ? all <= SAME_MARKS_MAX : distinct == all && distinct >= ROW_MARKS_MIN;
  }

  /** One short word that no grammar could begin with. */
  private static boolean isWords(String value) {
    if (value.length() > PLAIN_CHARS_MAX) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (!Characters.isAsciiLetterOrDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
