package dev.rampart.local.check.rule;

import dev.rampart.local.check.model.CheckedTemplate;

/**
 * Something that a template has to show.
 *
 * @param id for example {@code DDB-02}: the family, and the number within it
 * @param title what holds, as a sentence without a full stop
 * @param why what goes wrong if it does not hold
 * @param mend what to write in the template
 */
public record PostureRule(
    String id, Level level, String title, String why, String mend, Test test) {

  /** Looks at a template. */
  @FunctionalInterface
  public interface Test {

    /** Tells the examination of everything that the rule looked at, and whether it holds there. */
    void examine(CheckedTemplate subject, Examination seen);
  }

  /** Returns a rule that holds without exception. */
  public static PostureRule must(String id, String title, String why, String mend, Test test) {
    return new PostureRule(id, Level.MUST, title, why, mend, test);
  }

  /** Returns a rule that a template may break for a reason. */
  public static PostureRule should(String id, String title, String why, String mend, Test test) {
    return new PostureRule(id, Level.SHOULD, title, why, mend, test);
  }
}
