package dev.rampart.domain.inspection;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a field holds, as its JSON Schema says by {@code x-rampart-field}. The kind decides which
 * values need no scoring at all, which classes of attack are welcome text there (tags in HTML,
 * statements in SQL, as long as nothing in them acts), and from which score on a value is refused.
 */
public enum FieldKind {
  /** An id, an enumeration value, a number, a date, a token: no blanks, few marks. */
  IDENTIFIER("identifier", 0.30),
  /** The name of a person or a place: letters of any script, blanks, apostrophes, hyphens. */
  NAME("name", 0.30),
  EMAIL("email", 0.30),
  URL("url", 0.50),
  /** A name of a file, without folders. */
  FILE_NAME("file-name", 0.30),
  /** A title, a tag, a line of text. */
  SHORT_TEXT("short-text", 0.40),
  /** Free text of any length. The default if nothing is said. */
  PROSE("prose", 0.40),
  /** Source code or a log, in which most attacks are only quoted. */
  CODE("code", 0.90),
  /** Rich text: markup is welcome, active content is not. */
  HTML("html", 0.50),
  /** A whole SQL statement. */
  SQL("sql", 0.50);

  private final String wireName;
  private final double refusedFrom;

  FieldKind(String wireName, double refusedFrom) {
    this.wireName = wireName;
    this.refusedFrom = refusedFrom;
  }

  /** Returns the value of {@code x-rampart-field} and of {@code --field} that names this kind. */
  public String wireName() {
    return wireName;
  }

  /** Returns the lowest score, 0 to 1, at which a value of this field is refused. */
  public double refusedFrom() {
    return refusedFrom;
  }

  /** Returns the kind with this name; empty if there is none. */
  public static Optional<FieldKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }
}
