package dev.rampart.local.check;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges a template by all rules, with each of its {@link Cases}. */
public final class TemplateCheck {
  private TemplateCheck() {}

  /**
   * Judges a template.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it does not hold together
   */
  public static CheckReport of(Template template) {
    return of(template, _ -> true);
  }

  /**
   * Judges a template that is about to be deployed: as {@link #of(Template)}, and with the values
   * that it gets as well. What one of the listed choices of a parameter weakens by itself, such as
   * a preset without alarms, was reviewed with the template and is no violation.
   *
   * @param parameters values for parameters; the others take their defaults
   * @throws dev.rampart.local.template.source.TemplateException if it does not hold together
   */
  public static CheckReport of(Template template, Map<String, String> parameters) {
    List<CheckedTemplate> subjects = Cases.of(template).stream().map(Cases.Case::subject).toList();
    CheckedTemplate deployed = Cases.of(template, parameters).subject();
    List<CheckedTemplate> choices =
        Cases.ofChoices(template, parameters).map(Cases.Case::subject).toList();
    return of(
        template,
        RuleBook.rules(),
        rule -> {
          Set<Place> places = broken(rule, List.of(deployed));
          places.removeAll(broken(rule, choices));
          places.addAll(broken(rule, subjects));
          return places;
        });
  }

  /**
   * Judges a template by some rules alone.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it does not hold together
   */
  public static CheckReport of(Template template, Predicate<PostureRule> wanted) {
    List<PostureRule> rules = RuleBook.rules().stream().filter(wanted).toList();
    List<CheckedTemplate> subjects = Cases.of(template).stream().map(Cases.Case::subject).toList();
    return of(template, rules, rule -> broken(rule, subjects));
  }

  private static CheckReport of(
      Template template, List<PostureRule> rules, Function<PostureRule, Set<Place>> broken) {
    Waivers waivers = new Waivers(template);
    List<Violation> violations = new ArrayList<>();
    for (PostureRule rule : rules) {
      for (Place place : broken.apply(rule)) {
        if (!waivers.excuse(rule, place)) {
          violations.add(new Violation(rule, place));
        }
      }
    }
    return new CheckReport(template.file(), rules, violations, List.copyOf(waivers.faults(rules)));
  }

  static Set<Place> broken(PostureRule rule, List<CheckedTemplate> subjects) {
    Set<Place> broken = new LinkedHashSet<>();
    for (CheckedTemplate subject : subjects) {
      Examination seen = new Examination();
      rule.test().examine(subject, seen);
      broken.addAll(seen.broken());
    }
    return broken;
  }
}
