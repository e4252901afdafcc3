package dev.rampart.domain.inspection;

/**
 * Values that a typed field may hold without any look at attack grammars, since nothing that could
 * break out of anything fits them: letters, digits and the few marks the field is for.
 */
final class PlainValue {

  /** Longer runs of letters may be Base64. */
  private static final int PLAIN_CHARS_MAX = 11;

  private PlainValue() {}

  /** Whether the value needs no scoring in a field of this kind. */
  static boolean fits(FieldKind kind, String value) {
    return switch (kind) {
      case IDENTIFIER -> isIdentifier(value);
      case NAME -> isName(value);
      case EMAIL -> isEmail(value);
      case FILE_NAME -> isIdentifier(value) && !value.startsWith(".");
      case URL, SHORT_TEXT, PROSE, CODE, HTML, SQL -> isWords(value);
    };
  }

  static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isIdentifier(String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      var single = (c == '.' || c == '-') && i > 0 && isLetterOrDigit(value.charAt(i - 1));
      if (!isLetterOrDigit(c) && c != '_' && c != ':' && !single) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      var joins =
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
    var at = value.indexOf('@');
    if (at < 1 || value.indexOf('@', at + 1) >= 0) {
      return false;
    }
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (!isLetterOrDigit(c) && "@._-+".indexOf(c) < 0) {
        return false;
      }
    }
    return value.indexOf("..") < 0;
  }

  /** One short word that no grammar could begin with. */
  private static boolean isWords(String value) {
    if (value.length() > PLAIN_CHARS_MAX) {
      return false;
    }
    for (var i = 0; i < value.length(); i++) {
      if (!isLetterOrDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
