package dev.rampart.local.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rampart.local.template.Template;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A template may excuse a place, for a reason; some rules nothing excuses. */
final class WaiversTest {
  private static final String REASON = "a table of a test that lives for a minute";

  @Test
  void aReasonExcusesOnePlace() {
    CheckReport report = check("DDB-03@First: " + REASON);
    assertEquals(Set.of("Second"), broken(report, "DDB-03"));
    assertEquals(List.of(), report.waiverFaults());
  }

  @Test
  void aRuleWithoutAPlaceExcusesNothing() {
    CheckReport report = check("DDB-03: " + REASON);
    assertEquals(Set.of("First", "Second"), broken(report, "DDB-03"));
    assertEquals(List.of("DDB-03: it names no place; write DDB-03@subject"), report.waiverFaults());
  }

  @Test
  void severalRulesShareAReason() {
    CheckReport report = check("DDB-03 DDB-05@First: " + REASON);
    assertEquals(Set.of("Second"), broken(report, "DDB-03"));
    assertEquals(Set.of("Second"), broken(report, "DDB-05"));
    assertEquals(List.of(), report.waiverFaults());
  }

  @Test
  void noReasonExcusesWhatMustNeverBe() {
    CheckReport report = check("DDB-02: " + REASON);
    assertTrue(broken(report, "DDB-02").contains("First"));
    assertEquals(List.of("DDB-02: no reason excuses DDB-02"), report.waiverFaults());
  }

  @Test
  void aWaiverWithoutUseIsAFault() {
    CheckReport report = check("DDB-03 DDB-05@Third: " + REASON);
    assertEquals(2, report.waiverFaults().size());
    assertTrue(report.waiverFaults().getFirst().contains("excuses nothing of DDB-03"));
  }

  @Test
  void aWaiverWithoutAReasonIsAFault() {
    CheckReport report = check("DDB-03@First: for now");
    assertEquals(1, report.waiverFaults().size());
    assertTrue(report.waiverFaults().getFirst().contains("gives no reason"));
  }

  @Test
  void aKeyOfAnotherToolIsNoFault() {
    CheckReport report = check("CKV_AWS_117: x");
    assertEquals(List.of(), report.waiverFaults());
    assertEquals(Set.of("First", "Second"), broken(report, "DDB-03"));
  }

  private static CheckReport check(String waiver) {
    return TemplateCheck.of(
        Template.read(
            "small.yaml",
            """
            Resources:
              First:
                Type: AWS::DynamoDB::Table
              Second:
                Type: AWS::DynamoDB::Table
            Metadata:
              StandardWaivers:
                %s
            """
                .formatted(waiver)));
  }

  private static Set<String> broken(CheckReport report, String rule) {
    return report.violations().stream()
        .filter(violation -> violation.rule().id().equals(rule))
        .map(violation -> violation.place().subject())
        .collect(Collectors.toSet());
  }
}
