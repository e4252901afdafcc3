package dev.rampart.local.firewall.statement;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Looks for SQL injection or cross-site scripting by Rampart's own inspector: how AWS WAF does it
 * is not published. What the inspector cannot judge does not match, nor what it finds only behind
 * an encoding: to undo one is the work of a text transformation.
 *
 * @param lowestScore of the inspector's, from which on a text matches
 */
public record InjectionMatch(
    Inspected inspected, Attack attack, String sensitivity, double lowestScore, int baseCapacity)
    implements RuleStatement {
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.4;

  /** Returns the statement {@code SqliMatchStatement}; LOW, the default, wants to be surer. */
  public static InjectionMatch sql(Inspected inspected, boolean isHighSensitivity) {
    return isHighSensitivity
        ? new InjectionMatch(inspected, Attack.SQLI, "HIGH", LIKELY, 30)
        : new InjectionMatch(inspected, Attack.SQLI, "LOW", SURE, 20);
  }

  /** Returns the statement {@code XssMatchStatement}. */
  public static InjectionMatch script(Inspected inspected) {
    return new InjectionMatch(inspected, Attack.XSS, "", SURE, 40);
  }

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return inspected.any(evaluation, text -> isInjection(evaluation, text));
  }

  @Override
  public int capacity() {
    return inspected.capacity(baseCapacity);
  }

  private boolean isInjection(RequestEvaluation evaluation, String text) {
    Optional<Evidence> evidence = evidence(evaluation.verdict(text));
    evidence.ifPresent(found -> evaluation.found(detail(found)));
    return evidence.isPresent();
  }

  private Optional<Evidence> evidence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Suspect(List<Evidence> all) ->
          all.stream()
              .filter(each -> each.attack() == attack && each.score() >= lowestScore)
              .filter(each -> each.encodings().isEmpty())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private MatchDetail detail(Evidence evidence) {
    boolean isSql = attack == Attack.SQLI;
    return new MatchDetail(
        isSql ? "SQL_INJECTION" : "XSS",
        sensitivity,
        inspected.component().location(),
        List.of(evidence.excerpt()),
        "");
  }
}
