package dev.rampart.local.check;

import dev.rampart.local.template.Template;
import java.util.List;

/** Looks for one rule that does not hold, where {@link TemplateCheck} looks at all of them. */
public final class FirstViolation {
  private FirstViolation() {}

  /** Says whether there is one. */
  public static boolean isIn(Template template) {
    Waivers waivers = new Waivers(template);
    return Cases.stream(template)
        .map(Cases.Case::subject)
        .anyMatch(
            subject ->
                RuleBook.rules().stream()
                    .anyMatch(
                        rule ->
                            TemplateCheck.broken(rule, List.of(subject)).stream()
                                .anyMatch(place -> !waivers.excuse(rule, place))));
  }
}
