package dev.rampart.local.events.bus;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the patterns that events are compared with may cost, put together once for all events.
 *
 * @param paths of the fields with conditions
 * @param names the members on the way to them
 * @param states how many states the wildcards of a field have at once, at most, by its path
 */
record PatternCosts(
    List<PatternCost> patterns, Set<String> paths, Set<String> names, Map<String, Long> states) {

  static PatternCosts of(Collection<PatternCost> patterns) {
    Set<String> paths = new HashSet<>();
    Set<String> names = new HashSet<>();
    Map<String, Long> states = new HashMap<>();
    for (PatternCost pattern : patterns) {
      for (PatternCost.Field field : pattern.fields()) {
        paths.add(field.path());
        names.addAll(List.of(field.path().split("\\.", -1)));
        states.merge(field.path(), field.states(), Long::sum);
      }
    }
    return new PatternCosts(
        List.copyOf(patterns), Set.copyOf(paths), Set.copyOf(names), Map.copyOf(states));
  }
}
