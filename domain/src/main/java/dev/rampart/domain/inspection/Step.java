package dev.rampart.domain.inspection;

/** A way of decoding that the inspector undid, for matching only. */
public enum Step {
  URL("URL encoding"),
  URL_UNICODE("%u encoding"),
  OVERLONG("overlong UTF-8"),
  ENTITY("HTML entities"),
  ESCAPE("backslash escapes"),
  BASE64("Base64"),
  COMPATIBILITY("compatibility forms"),
  CONTROL("control characters");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
