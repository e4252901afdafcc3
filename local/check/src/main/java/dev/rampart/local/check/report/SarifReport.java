package dev.rampart.local.check.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.Violation;
import dev.rampart.local.check.rule.Level;
import dev.rampart.local.check.rule.PostureRule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A report for code scanning, in the Static Analysis Results Interchange Format 2.1.0 of OASIS. It
 * names the template relative to the root of its checkout, since GitHub shows a finding only in a
 * file of the repository, and no directory of this machine.
 */
public final class SarifReport {
  private static final String ROOT = "%SRCROOT%";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final CheckReport report;
  private final ObjectNode template;

  private SarifReport(CheckReport report, Path root) {
    this.report = report;
    this.template = JSON.objectNode().put("uri", uri(root, report.file())).put("uriBaseId", ROOT);
  }

  /**
   * Returns the document.
   *
   * @param tool the name of the program that judged
   * @param root the directory above the template that the checkout begins at
   */
  public static String of(CheckReport report, String tool, Path root) {
    return new SarifReport(report, root).document(tool).toString();
  }

  private static String uri(Path root, String file) {
    Path path =
        root.toAbsolutePath().normalize().relativize(Path.of(file).toAbsolutePath().normalize());
    return StreamSupport.stream(path.spliterator(), false)
        .map(step -> URLEncoder.encode(step.toString(), StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private ObjectNode document(String tool) {
    ObjectNode document = JSON.objectNode().put("$schema", SCHEMA).put("version", VERSION);
    ObjectNode run = document.withArray("/runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", tool);
    driver.putArray("rules").addAll(report.rules().stream().map(SarifReport::rule).toList());
    run.putObject("originalUriBaseIds")
        .putObject(ROOT)
        .putObject("description")
        .put("text", "The root of the checkout");
    run.putArray("results").addAll(report.violations().stream().map(this::result).toList());
    report
        .waiverFaults()
        .forEach(fault -> run.withArray("/results").add(waiver("The waiver " + fault)));
    return document;
  }

  private static ObjectNode rule(PostureRule rule) {
    ObjectNode node = JSON.objectNode().put("id", rule.id());
    node.putObject("shortDescription").put("text", rule.title());
    node.putObject("fullDescription").put("text", "Otherwise " + rule.why());
    node.putObject("help").put("text", rule.mend());
    node.putObject("defaultConfiguration").put("level", level(rule));
    return node;
  }

  private static String level(PostureRule rule) {
    return rule.level() == Level.MUST ? "error" : "warning";
  }

  private ObjectNode result(Violation violation) {
    PostureRule rule = violation.rule();
    String text = violation.place() + ": otherwise " + rule.why() + ". " + rule.mend();
    ObjectNode node = finding(text, violation.place().line());
    return node.put("ruleId", rule.id()).put("level", level(rule));
  }

  private ObjectNode waiver(String text) {
    return finding(text, 0).put("level", "error");
  }

  private ObjectNode finding(String text, int line) {
    ObjectNode node = JSON.objectNode();
    node.putObject("message").put("text", text);
    ObjectNode at = node.putArray("locations").addObject().putObject("physicalLocation");
    at.set("artifactLocation", template);
    at.putObject("region").put("startLine", Math.max(1, line));
    return node;
  }
}
