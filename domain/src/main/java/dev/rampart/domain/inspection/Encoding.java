package dev.rampart.domain.inspection;

/** A way to write a text otherwise, which the inspector undoes for matching only. */
public enum Encoding {
  URL("URL encoding"),
  URL_UNICODE("%u encoding"),
  OVERLONG("overlong UTF-8"),
  ENTITY("HTML entities"),
  ESCAPE("backslash escapes"),
  SHELL("shell quoting or form encoding"),
  BASE64("Base64"),
  COMPATIBILITY("compatibility forms"),
  CONTROL("control characters");

  private final String title;

  Encoding(String title) {
    this.title = title;
  }

  /** Returns the name for people. */
  public String title() {
    return title;
  }
}
