package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.CheckReport;
import dev.rampart.local.check.TemplateCheck;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/threat-model.md} names only what exists: resources, types, rules, tests. */
final class ThreatModelTest {
  private static final String JAVA = ".java";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [STRIDE] \\|.*$");
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
  private static final Pattern RULE = Pattern.compile("\\b([A-Z]{2,4}-\\d{2})\\b");

  @Test
  void every_row_names_a_place_and_something_that_shows_it() throws IOException {
    assertThat(rows())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            row -> {
              String[] cells = row.split("\\|", -1);
              assertThat(cells).as(row).hasSize(7);
              assertThat(cells[4]).as(row).isNotBlank();
              String shown = cells[5];
              assertThat(NAME.matcher(shown).find() || RULE.matcher(shown).find()).as(row).isTrue();
            });
  }

  @Test
  void every_name_in_a_row_is_a_resource_or_a_type() throws IOException {
    TreeSet<String> known = new TreeSet<>(types());
    Template.read(Contract.ROOT.resolve("template.yaml")).stack(Map.of()).resources().stream()
        .map(Resource::logicalId)
        .forEach(known::add);
    assertThat(found(NAME)).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void every_rule_in_a_row_is_a_posture_rule() throws IOException {
    CheckReport report = TemplateCheck.of(Template.read(Contract.ROOT.resolve("template.yaml")));
    assertThat(found(RULE))
        .isNotEmpty()
        .isSubsetOf(report.rules().stream().map(PostureRule::id).collect(Collectors.toSet()));
  }

  @Test
  void the_exceptions_of_the_managed_rules_are_as_many_as_the_page_says() throws IOException {
    List<String> numbers = List.of("no", "one", "two", "three", "four", "five");
    int exceptions = 0;
    Template template = Template.read(Contract.ROOT.resolve("template.yaml"));
    for (Resource acl : template.stack(Map.of()).ofType("AWS::WAFv2::WebACL")) {
      for (JsonNode overrides : acl.property("Rules").findValues("RuleActionOverrides")) {
        exceptions += overrides.size();
      }
    }
    assertThat(rows())
        .filteredOn(row -> row.contains("named exceptions"))
        .singleElement()
        .asString()
        .contains(numbers.get(exceptions) + " named exceptions");
  }

  private static List<String> rows() throws IOException {
    String page = Files.readString(Contract.ROOT.resolve("docs/threat-model.md"));
    return ROW.matcher(page).results().map(row -> row.group()).toList();
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (String row : rows()) {
      pattern.matcher(row).results().forEach(name -> names.add(name.group(1)));
    }
    return names;
  }

  private static Set<String> types() throws IOException {
    Set<String> types = new TreeSet<>();
    for (String module : Modules.all()) {
      for (Path file : Modules.sources(module, "")) {
        String name = file.getFileName().toString();
        types.add(name.substring(0, name.length() - JAVA.length()));
      }
    }
    return types;
  }
}
