package dev.rampart.replay.count;

import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.tuning.CountToBlock;
import dev.rampart.domain.detection.tuning.CountingRule;
import dev.rampart.domain.detection.tuning.PathTally;
import dev.rampart.domain.detection.tuning.RuleTally;
import dev.rampart.domain.detection.tuning.Suggestion;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Prints for people what rules that count would have blocked. */
public final class CountPrint {
  /** More paths of a rule are summed in one line. */
  private static final int PATHS_MAX = 20;

  private static final String ROW = "  %-44s %10s %10s %10s %12s  %-24s %s%n";

  private final CountToBlock count;
  private final PrintWriter out;

  /** Prints what was counted. */
  public CountPrint(CountToBlock count, PrintWriter out) {
    this.count = count;
    this.out = out;
  }

  /** Prints all of it. */
  public void all() {
    count.warnings().forEach(warning -> out.println("note: " + warning));
    if (count.rules().isEmpty()) {
      out.println("No rule counted a request.");
    }
    count.rules().entrySet().stream()
        .sorted(Comparator.comparingLong(rule -> -rule.getValue().requests()))
        .forEach(rule -> rule(rule.getKey(), rule.getValue()));
  }

  private void rule(CountingRule rule, RuleTally tally) {
    PathTally total = tally.total();
    out.printf(
        "%n%s (%s)%n  would have blocked %d requests of %d clients, %d of them known good%n",
        rule.fullName(),
        tally.reason().wireName(),
        total.requests(),
        count.clients(total),
        count.knownGood(total));
    out.printf(ROW, "path", "requests", "clients", "known good", "also blocked", "first", "last");
    List<Map.Entry<String, PathTally>> paths =
        tally.paths().entrySet().stream()
            .sorted(Comparator.comparingLong(path -> -path.getValue().requests()))
            .toList();
    paths.stream().limit(PATHS_MAX).forEach(path -> row(path.getKey(), path.getValue()));
    if (paths.size() > PATHS_MAX) {
      PathTally rest =
          PathTally.sum(paths.stream().skip(PATHS_MAX).map(Map.Entry::getValue).toList());
      row("(%d more)".formatted(paths.size() - PATHS_MAX), rest);
    }
    suggest(rule, tally);
  }

  private void row(String path, PathTally tally) {
    boolean any = tally.requests() > 0;
    out.printf(
        ROW,
        path,
        tally.requests(),
        count.clients(tally),
        count.knownGood(tally),
        tally.alsoBlocked(),
        any ? time(tally.first()) : "-",
        any ? time(tally.last()) : "-");
  }

  private void suggest(CountingRule rule, RuleTally tally) {
    out.println(
        switch (count.suggestion(rule, tally)) {
          case Suggestion.BlockEverywhere() -> "  suggestion: have it block";
          case Suggestion.BlockElsewhere _ ->
              "  suggestion: have it count, and block outside the paths of known good clients and"
                  + " of sign-in";
          case Suggestion.KeepCounting() ->
              "  suggestion: have it count; known good clients, or people who sign in, would be hit"
                  + " wherever it matches";
          case Suggestion.TooFewKnownGood() ->
              "  suggestion: have it count; fewer than %d clients are known good, too few to tell"
                  .formatted(Suggestion.KNOWN_GOOD_MIN);
        });
    out.print(count.yaml(rule, tally).indent(4));
  }

  private static String time(Instant time) {
    return Rfc3339.format(time);
  }
}
