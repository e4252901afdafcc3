package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.path.Path;
import java.util.ArrayList;
import java.util.List;

/** Paths that must neither overlap nor contradict each other. */
final class PathSet {
  private static final String MUST = "; must remove or rewrite one of these paths; path one: ";

  private final ExpressionProblems problems;
  private final List<Path> paths = new ArrayList<>();

  PathSet(ExpressionProblems problems) {
    this.problems = problems;
  }

  Path add(Path path) {
    // An overlap is told before all conflicts, so what comes after one changes nothing.
    for (int i = 0; i < paths.size() && !problems.has(ExpressionProblems.Kind.OVERLAP); i++) {
      check(paths.get(i), path);
    }
    paths.add(path);
    return path;
  }

  List<Path> paths() {
    return paths;
  }

  private void check(Path one, Path two) {
    int shared = Math.min(one.steps().size(), two.steps().size());
    for (int i = 0; i < shared; i++) {
      Path.Step a = one.steps().get(i);
      Path.Step b = two.steps().get(i);
      if (a.getClass() != b.getClass()) {
        problems.add(
            ExpressionProblems.Kind.CONFLICT,
            () ->
                "Two document paths conflict with each other" + MUST + one + ", path two: " + two);
        return;
      }
      if (!a.equals(b)) {
        return;
      }
    }
    problems.add(
        ExpressionProblems.Kind.OVERLAP,
        () -> "Two document paths overlap with each other" + MUST + one + ", path two: " + two);
  }
}
