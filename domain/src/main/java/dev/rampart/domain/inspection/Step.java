package dev.rampart.domain.inspection;

import java.util.Arrays;
import java.util.List;

/** A way of decoding that the inspector undid, for matching only. */
public enum Step {
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

  Step(String title) {
    this.title = title;
  }

  /** Unpacks steps from bits by ordinal. */
  static List<Step> of(int bits) {
    if (bits == 0) {
      return List.of();
    }
    return Arrays.stream(values()).filter(step -> (bits >> step.ordinal() & 1) != 0).toList();
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
