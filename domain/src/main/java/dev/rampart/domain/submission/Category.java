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

  private final String wireName;

  Category(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name that clients and stores use. */
  public String wireName() {
    return wireName;
  }

  /** Returns the category with this name; empty if there is none. */
  public static Optional<Category> of(String wireName) {
    for (Category category : values()) {
      if (category.wireName.equals(wireName)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
