package dev.rampart.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What was typed after the name of a program: words, and options with a value each. */
public final class Arguments {

  private final List<String> words;

  public Arguments(String... typed) {
    this.words = new ArrayList<>(List.of(typed));
  }

  /**
   * Takes an option out; returns its value, empty if it was not typed.
   *
   * @throws IllegalArgumentException if its value is missing
   */
  public String option(String name) {
    int at = words.indexOf(name);
    if (at < 0) {
      return "";
    }
    words.remove(at);
    if (at == words.size()) {
      throw new IllegalArgumentException(name + " needs a value");
    }
    return words.remove(at);
  }

  /**
   * Returns the words that are left.
   *
   * @throws IllegalArgumentException if they are too few, too many, or an unknown option
   */
  public List<String> words(int min, int max) {
    if (words.size() < min
        || words.size() > max
        || words.stream().anyMatch(w -> w.startsWith("--"))) {
      throw new IllegalArgumentException("cannot read " + String.join(" ", words));
    }
    return List.copyOf(words);
  }
}
