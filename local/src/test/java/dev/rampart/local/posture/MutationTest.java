package dev.rampart.local.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.FirstViolation;
import dev.rampart.local.check.inventory.FirstDifference;
import dev.rampart.local.check.inventory.Inventory;
import dev.rampart.local.template.BreakableTemplate;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Puts each single fault into the template, property by property, and fails for what nobody
 * notices: neither the reader, nor a rule, nor the reviewed inventory. What may go unnoticed has
 * its reason in {@code unnoticed.txt}.
 */
@Tag("house")
final class MutationTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ".."));
  private static final BreakableTemplate TEMPLATE =
      new BreakableTemplate(ROOT.resolve("template.yaml"));
  private static final List<String> INVENTORY = Inventory.of(TEMPLATE.whole());

  private static final List<String> SECTIONS =
      List.of(
          "Conditions", "Globals", "Mappings", "Metadata", "Outputs", "Parameters", "Resources");

  private final GeneratedLines generated = GeneratedLines.of(ROOT.resolve("template.yaml"));

  MutationTest() throws IOException {}

  @Test
  void everySingleFaultIsNoticedOrHasAReason() throws IOException {
    List<Mutation> mutations = mutations();
    assertThat(mutations).hasSizeGreaterThan(1000);
    Map<String, List<String>> noticed = new TreeMap<>();
    mutations.parallelStream()
        .map(mutation -> Map.entry(noticedBy(mutation), mutation.toString()))
        .toList()
        .forEach(
            outcome ->
                noticed
                    .computeIfAbsent(outcome.getKey(), _ -> new ArrayList<>())
                    .add(outcome.getValue()));

    Map<Pattern, String> reasons = reasons();
    List<String> unnoticed = noticed.getOrDefault("nobody", List.of());
    assertThat(unnoticed)
        .as("noticed by nobody, without a reason in unnoticed.txt")
        .allMatch(
            fault -> reasons.keySet().stream().anyMatch(reason -> reason.matcher(fault).matches()));
    assertThat(reasons.keySet())
        .as("reasons for nothing")
        .allMatch(reason -> unnoticed.stream().anyMatch(fault -> reason.matcher(fault).matches()));
  }

  private static String noticedBy(Mutation mutation) {
    try {
      Template broken = TEMPLATE.edited(mutation::apply);
      if (FirstViolation.isIn(broken)) {
        return "a rule";
      }
      return FirstDifference.isBetween(broken, INVENTORY) ? "the inventory" : "nobody";
    } catch (TemplateException _) {
      return "the reader";
    }
  }

  private List<Mutation> mutations() {
    List<Mutation> mutations = new ArrayList<>(Addition.members());
    for (String section : SECTIONS) {
      for (JsonPointer place : TEMPLATE.below(JsonPointer.compile("/" + section))) {
        if (!generated.contains(TEMPLATE.line(place)) && isMutable(place)) {
          JsonNode now = TEMPLATE.at(place);
          Mutation.of(place, now).stream()
              .filter(mutation -> !mutation.value().equals(Optional.of(now)))
              .forEach(mutations::add);
        }
      }
    }
    return mutations;
  }

  /** Words for people protect nothing. */
  private static boolean isMutable(JsonPointer place) {
    String name = place.last().getMatchingProperty();
    return Stream.of("Description", "AlarmDescription", "DisplayName", "ScopeDescription")
        .noneMatch(name::equals);
  }

  private static Map<Pattern, String> reasons() throws IOException {
    Map<Pattern, String> reasons = new LinkedHashMap<>();
    try (Stream<String> lines =
        Files.lines(
            ROOT.resolve("local/src/test/resources/dev/rampart/local/posture/unnoticed.txt"))) {
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" -- ", 2))
          .forEach(parts -> reasons.put(Pattern.compile(parts[0]), parts[1]));
    }
    return reasons;
  }
}
