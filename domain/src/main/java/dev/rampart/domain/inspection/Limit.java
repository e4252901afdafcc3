package dev.rampart.domain.inspection;

/** Why a value could not be judged. */
public enum Limit {
  /** More than {@link Inspector#CHARS_MAX} characters. */
  LENGTH("it is longer than what can be judged"),
  /** Still encoded after {@link Inspector#ROUNDS_MAX} rounds of decoding. */
  ENCODING("it is encoded more deeply than what can be judged"),
  /** Half of a surrogate pair: no text that any encoding could carry. */
  MALFORMED("it is not well-formed Unicode");

  private final String reason;

  Limit(String reason) {
    this.reason = reason;
  }

  /** Completes the sentence "This cannot be judged: …". */
  public String reason() {
    return reason;
  }
}
