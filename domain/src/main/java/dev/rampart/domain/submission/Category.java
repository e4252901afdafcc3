package dev.rampart.domain.submission;

import java.util.Optional;

/** What a submission is about. */
public enum Category {
  GENERAL("general"),
  BILLING("billing"),
  SECURITY("security"),
  FEATURE("feature"),
  BUG("bug"),
  OTHER("other");

  private final String code;

  Category(String code) {
    this.code = code;
  }

  /** Returns the name that clients and stores use. */
  public String code() {
    return code;
  }

  /** Returns the category with this code; empty where there is none. */
  public static Optional<Category> of(String code) {
    for (Category category : values()) {
      if (category.code.equals(code)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
