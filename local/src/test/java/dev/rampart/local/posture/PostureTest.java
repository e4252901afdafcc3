package dev.rampart.local.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.TemplateCheck;
import dev.rampart.local.check.inventory.Inventory;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.BreakableTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template of this repository holds all rules, and each rule notices if it does not. */
final class PostureTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ".."));
  private static final BreakableTemplate TEMPLATE =
      new BreakableTemplate(ROOT.resolve("template.yaml"));

  // TPL-07 and TPL-08 are cfn-lint's.
  private static final Map<String, Integer> STANDARD =
      Map.ofEntries(
          Map.entry("API", 38),
          Map.entry("FN", 22),
          Map.entry("IAM", 12),
          Map.entry("COG", 23),
          Map.entry("WAF", 16),
          Map.entry("DDB", 8),
          Map.entry("EVB", 11),
          Map.entry("SQS", 11),
          Map.entry("SNS", 6),
          Map.entry("SCH", 6),
          Map.entry("KMS", 4),
          Map.entry("LOG", 6),
          Map.entry("CW", 11),
          Map.entry("TPL", 6));

  @Test
  void theTemplateHoldsAllRules() {
    CheckReport report = TemplateCheck.of(TEMPLATE.whole());
    assertEquals(
        List.of(),
        report.violations().stream()
            .map(violation -> violation.rule().id() + " " + violation.place())
            .toList());
    assertEquals(List.of(), report.waiverFaults());
  }

  @Test
  void aScheduleInItsFormHoldsAllRules() {
    assertEquals(
        List.of(),
        TemplateCheck.of(TEMPLATE.edited(ScheduleBreaks::add)).violations().stream()
            .map(violation -> violation.rule().id() + " " + violation.place())
            .toList());
  }

  /** Whoever changes a grant, a scope, a threshold or a limit changes the reviewed list with it. */
  @Test
  void theReviewedInventoryIsThatOfTheTemplate() throws IOException {
    assertEquals(
        Files.readString(ROOT.resolve("docs/inventory.txt")),
        String.join("\n", Inventory.of(TEMPLATE.whole())) + "\n",
        "./rampart check --inventory > docs/inventory.txt, and read what changed");
  }

  @Test
  void everyRuleHasABreakAndAnIdOfItsOwn() {
    List<String> ids =
        TemplateCheck.of(TEMPLATE.whole()).rules().stream().map(PostureRule::id).sorted().toList();
    Set<String> broken = breaks().map(Break::rule).collect(Collectors.toSet());
    assertEquals(List.copyOf(new TreeSet<>(ids)), ids, "each id once");
    assertEquals(broken.stream().sorted().toList(), ids, "rules, and rules with a break");
  }

  /** The standard for the infrastructure numbers each family from 1. */
  @Test
  void theFamiliesOfTheStandardAreComplete() {
    Set<String> ids =
        TemplateCheck.of(TEMPLATE.whole()).rules().stream()
            .map(PostureRule::id)
            .collect(Collectors.toSet());
    STANDARD.forEach(
        (family, count) ->
            IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s-%02d".formatted(family, number))
                .forEach(id -> assertTrue(ids.contains(id), id)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aBrokenPropertyIsNoticed(Break broken) {
    CheckReport report =
        TemplateCheck.of(TEMPLATE.edited(broken.change()), rule -> rule.id().equals(broken.rule()));
    assertFalse(report.violations().isEmpty(), broken.toString());
  }

  static Stream<Break> breaks() {
    return Stream.of(
            ApiBreaks.all(),
            FunctionBreaks.all(),
            IamBreaks.all(),
            LogBreaks.all(),
            WholeBreaks.all(),
            TableBreaks.all(),
            BusBreaks.all(),
            SubscriberBreaks.all(),
            QueueBreaks.all(),
            TopicBreaks.all(),
            BucketBreaks.all(),
            ScheduleBreaks.all(),
            KeyBreaks.all(),
            IdentityBreaks.all(),
            FirewallBreaks.all(),
            AlarmBreaks.all())
        .flatMap(List::stream);
  }
}
